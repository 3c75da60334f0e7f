import type { JSX } from "preact";
import { cafe } from "../engine";
import { Loading } from "../parts/loading";
import { t } from "../words";
import { blueprints, useBlueprints } from "./later";
import type { StepOf } from "./on";
import { StepHead } from "./step-head";

/** What is tried first: the whole group writes it together. */
export function Blueprint({ step }: { step: StepOf<"blueprint"> }): JSX.Element {
  useBlueprints(true);
  const Sheet = blueprints.value?.BlueprintSheet;
  const watches = step.settings.who === "facilitators" && cafe.role !== "facilitator";
  return (
    <div class="stack stack--wide">
      <StepHead
        step={step}
        title={step.settings.prompt || undefined}
        lead={step.settings.words || t("Everyone writes in it at once. What you write is saved as you go.")}
      />
      {Sheet ? (
        <Sheet
          reason={watches ? t("The facilitators write. Tell one of them what to put down.") : undefined}
        />
      ) : (
        <Loading text={t("Fetching the blueprint…")} />
      )}
    </div>
  );
}
