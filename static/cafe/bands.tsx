// What the café says above the step that is on: calm, flat, and only while it is true.
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { mark, now, one } from "../engine";
import { announce } from "../parts/announce";
import { useBeat } from "../parts/beat";
import { Button } from "../parts/button";
import { Say } from "../parts/say";
import type { StepDoc } from "../wire/documents";
import { t } from "../words";
import { stepAfter } from "./on";
import { shortTime } from "./words";

/** A host's words to everyone, until they are taken down or put away here. */
export function Saying(): JSX.Element | null {
  const saying = one("hall:saying");
  const put = mark("saying-read");
  useEffect(() => {
    if (saying) announce(t("The host says: %(words)s", { words: saying.text }));
  }, [saying?.id]);
  if (!saying || put.text.value === saying.id) return null;
  return (
    <Say icon="voice" title={t("The host says")} now level={2}>
      <p dir="auto">{saying.text}</p>
      <div class="row">
        <Button
          dense
          onPress={() => {
            put.text.value = saying.id;
          }}
        >
          {t("All right")}
        </Button>
      </div>
    </Say>
  );
}

/** The last minute of a step that ends. */
export function ClosingCall({ step }: { step: StepDoc }): JSX.Element | null {
  const on = step.phase === "closing" && step.closing_until !== null;
  useBeat(on);
  useEffect(() => {
    if (on) announce(t("This round closes soon. Finish your sentence"));
  }, [on]);
  if (!on) return null;
  const next = step.then ? stepAfter(step) : undefined;
  return (
    <Say
      icon="clock"
      now
      level={2}
      title={t("This round closes in %(time)s. Finish your sentence.", {
        time: shortTime((step.closing_until ?? 0) - now()),
      })}
    >
      {next && <p class="small">{t("Then: %(title)s", { title: next.settings.title })}</p>}
    </Say>
  );
}
