import type { JSX } from "preact";
import { cafe } from "../engine";
import { Loading } from "../parts/loading";
import { t } from "../words";
import { blueprints, useBlueprints } from "./later";
import { isLive, type StepOf } from "./on";
import { StepHead } from "./step-head";

/** What is tried first: the whole group writes it together, and can read it afterwards. */
export function Blueprint({ step }: { step: StepOf<"blueprint"> }): JSX.Element {
  useBlueprints(true);
  const Sheet = blueprints.value?.BlueprintSheet;
  return (
    <div class="stack stack--wide">
      <StepHead
        step={step}
        bare={!isLive(step)}
        title={step.settings.prompt || undefined}
        lead={step.settings.words || t("Everyone writes in it at once. What you write is saved as you go.")}
      />
      {Sheet ? <Sheet reason={whyNot(step)} /> : <Loading text={t("Fetching the blueprint…")} />}
    </div>
  );
}

/** Why this person only reads. */
function whyNot(step: StepOf<"blueprint">): string | undefined {
  if (!isLive(step)) return t("The time for it is over. This is what stands; the hosts may go on with it.");
  const watches = step.settings.who === "facilitators" && cafe.role !== "facilitator";
  return watches ? t("The facilitators write. Tell one of them what to put down.") : undefined;
}
