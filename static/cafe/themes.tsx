import { computed } from "@preact/signals";
import type { JSX } from "preact";
import { cafe, one } from "../engine";
import { Loading } from "../parts/loading";
import { Say } from "../parts/say";
import { t } from "../words";
import { boards, useBlueprints, useBoards } from "./later";
import { isLive, type StepOf, stepNow, stepsOf } from "./on";
import { StepHead } from "./step-head";

/** Whether the step that is on is a themes step where this person may move notes. */
const moves = computed(() => {
  const step = stepNow();
  if (step?.settings.activity !== "themes" || !isLive(step)) return false;
  return step.settings.who !== "facilitators" || cafe.role === "facilitator";
});

/** What belongs together, all tables together. */
export function Themes({ step }: { step: StepOf<"themes"> }): JSX.Element {
  useBoards(true);
  const Board = boards.value?.WallBoard;
  const watches = step.settings.who === "facilitators" && cafe.role !== "facilitator";
  return (
    <div class="stack stack--wide">
      <StepHead
        step={step}
        title={t("What belongs together?")}
        lead={
          step.settings.words ||
          t("Move notes that speak of the same thing. Names come last. A note may stay on its own.")
        }
      />
      {watches && <Watching />}
      {Board ? (
        <Board id={step.id} moves={moves} hosts={false} />
      ) : (
        <Loading text={t("Fetching the wall…")} />
      )}
    </div>
  );
}

function Watching(): JSX.Element {
  return (
    <Say icon="people" level={2} title={t("The facilitators group the notes")}>
      <p class="small">{t("You see it grow. Tell them what you see.")}</p>
    </Say>
  );
}

/** Fetches large parts while there is time: once a café with such a step on its agenda runs, long before it is on. */
export function usePartsAhead(): void {
  const running = one("hall:cafe")?.status === "running";
  useBoards(running && stepsOf("themes").length > 0);
  useBlueprints(running && stepsOf("blueprint").length > 0);
}
