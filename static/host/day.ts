// The steps of the day in order: what is on, what comes, how much time is left.
import type { Documents } from "../wire/documents";

export type Cafe = Documents["hall:cafe"];
export type Step = Documents["hall:step"];
export type Activity = Step["settings"]["activity"];

export const MINUTE = 60_000;

export interface Day {
  steps: readonly Step[];
  /** The step the café is at: open, in its closing call, or closed with nothing opened since. */
  current: Step | undefined;
  /** The step that Next would open. */
  coming: Step | undefined;
}

export function dayOf(cafe: Cafe, steps: readonly Step[]): Day {
  const inOrder = [...steps].sort((a, b) => a.place - b.place);
  const at = inOrder.findIndex((step) => step.id === cafe.current);
  return { steps: inOrder, current: inOrder[at], coming: inOrder[at + 1] };
}

/** Whether people are at it now. */
export function isLive(step: Step | undefined): boolean {
  return step !== undefined && (step.phase === "open" || step.phase === "closing");
}

/** Milliseconds on the clock; negative when it has run over. Zero for a step that is not on. */
export function leftOf(step: Step, now: number): number {
  return step.held_left ?? (step.deadline === null ? 0 : step.deadline - now);
}

export function lengthOf(step: Step): number {
  return step.settings.minutes * MINUTE;
}

/** The whole stretch of a live step, added minutes included: what its clock's thread stands for. */
export function stretchOf(step: Step): number {
  const until = step.deadline ?? 0;
  return Math.max(lengthOf(step), until - (step.opened_at ?? until));
}

export function isRound(step: Step | undefined): boolean {
  return step?.settings.activity === "story_round";
}

/** The second half of a round that is open and whose clock runs. */
export function isHalfOver(step: Step, now: number): boolean {
  const running = isRound(step) && step.phase === "open" && step.deadline !== null;
  return running && leftOf(step, now) <= stretchOf(step) / 2;
}

/** `[2, 3]` for the second round of three; undefined for what is no round. */
export function roundOf(step: Step, steps: readonly Step[]): [number, number] | undefined {
  const rounds = steps.filter(isRound);
  const at = rounds.findIndex((round) => round.id === step.id);
  return at < 0 ? undefined : [at + 1, rounds.length];
}

/** The round whose seats hold now: the latest that has opened, up to the current step. */
export function seatedRound(day: Day): Step | undefined {
  const upTo = day.current?.place ?? -1;
  return day.steps.filter((step) => isRound(step) && step.place <= upTo && step.opened_at !== null).pop();
}

/** The step that can be opened again now: the one that closed last, while its time for that runs. */
export function reopenable(day: Day, now: number): Step | undefined {
  const { current, steps } = day;
  if (current === undefined) return undefined;
  const closed = current.phase === "closed" ? current : steps[current.place - 1];
  return closed?.phase === "closed" && (closed.reopen_until ?? 0) > now ? closed : undefined;
}
