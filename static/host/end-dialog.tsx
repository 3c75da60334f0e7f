import type { JSX } from "preact";
import { Button } from "../parts/button";
import { Dialog } from "../parts/dialog";
import { nt, t } from "../words";
import { isRound, leftOf, MINUTE, type Step } from "./day";
import { extend } from "./deeds";
import type { House } from "./house";
import { endingWords } from "./next";
import { issue, perform } from "./perform";
import { minuteWords, secondWords } from "./words";

interface EndProps {
  step: Step;
  house: House;
  onClose: () => void;
}

/** Ending before the time: what is left, what is missing, and the milder ways first. */
export function EndDialog({ step, house, onClose }: EndProps): JSX.Element {
  const { times } = house.cafe;
  const call = isRound(step) ? (times.closing_call ?? 0) : 0;
  const and = (act: () => unknown) => () => {
    onClose();
    act();
  };
  const more = t("5 minutes more for “%(title)s”.", { title: step.settings.title });
  return (
    <Dialog title={titleWords(leftOf(step, house.now))} onClose={onClose}>
      <ul class="small dotlist">
        {endingWords(house.views, step).map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      <div class="stack stack--tight desk-choices">
        <Button look="do" wide onPress={onClose}>
          {t("Let it run")}
        </Button>
        <Button wide onPress={and(() => perform(extend(step.id, 5, more)))}>
          {t("Give 5 more minutes")}
        </Button>
        <Button
          look="stop"
          wide
          onPress={and(() => issue({ type: "step.end", fields: { step: step.id, call: true } }))}
        >
          {call > 0 ? t("End it. A call of %(time)s goes out", { time: secondWords(call) }) : t("End it now")}
        </Button>
      </div>
      {(times.reopen ?? 0) >= 60 && (
        <p class="small soft">
          {t("You can open it again for %(time)s. Same seats, same clock.", {
            time: minuteWords(Math.floor((times.reopen ?? 0) / 60)),
          })}
        </p>
      )}
    </Dialog>
  );
}

function titleWords(left: number): string {
  if (left < MINUTE) return t("End it now?");
  const minutes = Math.floor(left / MINUTE);
  return nt("%(n)s minute is left. End it now?", "%(n)s minutes are left. End it now?", minutes);
}
