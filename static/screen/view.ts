// What a screen shows at this moment: one view for each state of the café.
import { type Cafe, type Day, isLive, isRound, type Step } from "../host/day";

/** How long a room is shown that people are on their way to their tables, ms. */
export const MOVING = 45_000;

export type View = { view: "lobby" } | { view: "ended" } | StepView;
export type StepView =
  | { view: "between"; step: Step; next: Step | undefined }
  | { view: "moving" | "closing" | "step" | "result"; step: Step };

export function viewOf(cafe: Cafe, day: Day, now: number): View {
  const { current: step, coming: next } = day;
  if (cafe.status === "closed") return { view: "ended" };
  if (cafe.status === "lobby" || step === undefined) return { view: "lobby" };
  if (step.phase === "closing") return { view: "closing", step };
  if (!isLive(step)) {
    return step.settings.activity === "dot_voting"
      ? { view: "result", step }
      : { view: "between", step, next };
  }
  return { view: isMoving(step, now) ? "moving" : "step", step };
}

/** A round that has just opened and sends people to other tables. */
function isMoving(step: Step, now: number): boolean {
  const { settings } = step;
  const moves = settings.activity === "story_round" && settings.seating !== "stay";
  return moves && isRound(step) && step.spent === 0 && now - (step.opened_at ?? 0) < MOVING;
}
