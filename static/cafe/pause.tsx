import type { JSX } from "preact";
import { t } from "../words";
import { Agenda } from "./agenda";
import { type StepOf, stepAfter } from "./on";
import { StepHead } from "./step-head";

/** A break: how long, and what comes next. */
export function Pause({ step }: { step: StepOf<"break"> }): JSX.Element {
  const next = stepAfter(step);
  return (
    <div class="page-pair">
      <div class="stack stack--wide">
        <StepHead
          step={step}
          lead={step.settings.words || t("Leave the screen for a while. Nothing happens without you.")}
        />
        {next && (
          <p>
            {t("After the break:")} <b>{next.settings.title}</b>
          </p>
        )}
      </div>
      <Agenda />
    </div>
  );
}
