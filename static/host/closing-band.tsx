import type { JSX } from "preact";
import { Button } from "../parts/button";
import { numerals } from "../parts/clock";
import { Say } from "../parts/say";
import { t } from "../words";
import type { Step } from "./day";
import type { House } from "./house";
import { offlineReason } from "./offline";
import { issue } from "./perform";

/** The closing call is on: how long, what follows, and the two ways out of it. */
export function ClosingBand({ step, house }: { step: Step; house: House }): JSX.Element {
  const left = Math.max(0, (step.closing_until ?? house.now) - house.now);
  const then = house.day.steps.find((other) => other.id === step.then);
  const reason = offlineReason();
  return (
    <Say icon="clock" now level={2} title={t("The closing call is on: %(time)s", { time: numerals(left) })}>
      <p class="small">
        {then
          ? t("People finish their sentence. Then “%(title)s” opens by itself.", {
              title: then.settings.title,
            })
          : t("People finish their sentence. Then the step is over, and nothing opens by itself.")}
      </p>
      <div class="row">
        <Button
          look="do"
          dense
          reason={reason}
          onPress={() => issue({ type: "step.keep-open", fields: { step: step.id } })}
        >
          {t("Keep it open")}
        </Button>
        <Button dense reason={reason} onPress={() => endNow(step)}>
          {then ? t("Move now") : t("End it now")}
        </Button>
      </div>
    </Say>
  );
}

/** Ends the closing call at once: on to the step that follows, or just to the end of this one. */
export function endNow(step: Step): void {
  if (step.then === null) issue({ type: "step.end", fields: { step: step.id, call: false } });
  else issue({ type: "step.next", fields: { after: step.id, call: false } });
}
