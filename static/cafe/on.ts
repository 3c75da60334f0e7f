// What is on: the documents that nearly every screen asks for.
import { all, one } from "../engine";
import type { MeDoc, NoteDoc, StepDoc, TableDoc } from "../wire/documents";

export type Activity = StepDoc["settings"]["activity"];
/** A step of one activity, with that activity's settings. */
export type StepOf<A extends Activity> = StepDoc & {
  settings: Extract<StepDoc["settings"], { activity: A }>;
};

export function isA<A extends Activity>(step: StepDoc | undefined, activity: A): step is StepOf<A> {
  return step?.settings.activity === activity;
}

/** The agenda in its order. */
export function steps(): StepDoc[] {
  return [...all("hall:step")].sort((a, b) => a.place - b.place);
}

export function stepsOf<A extends Activity>(activity: A): StepOf<A>[] {
  return steps().filter((step): step is StepOf<A> => isA(step, activity));
}

/** The step that is on, or was on last. */
export function stepNow(): StepDoc | undefined {
  const current = one("hall:cafe")?.current;
  return current ? one("hall:step", current) : undefined;
}

export function stepAfter(step: StepDoc): StepDoc | undefined {
  return steps().find((other) => other.place === step.place + 1);
}

export function isLive(step: StepDoc): boolean {
  return step.phase === "open" || step.phase === "closing";
}

/** When time is up: at the end of the closing call, if one is on. */
export function deadlineOf(step: StepDoc): number | null {
  return step.phase === "closing" ? step.closing_until : step.deadline;
}

/** Milliseconds of a step that are left at `at`, or null without a clock. */
export function leftOf(step: StepDoc, at: number): number | null {
  const deadline = deadlineOf(step);
  if (deadline !== null) return Math.max(0, deadline - at);
  return step.held_left;
}

export function me(): MeDoc | undefined {
  return one("person:me");
}

export interface Place {
  step: string;
  table: number;
}

/** My tables so far, in order. The schema's pairs arrive without their types. */
export function placesOf(who: MeDoc): Place[] {
  const pairs = who.sat_at as unknown as readonly (readonly [string, number])[];
  return pairs.map(([step, table]) => ({ step, table }));
}

/** Whether this person looks after the table: its facilitator, or anyone there if it has none. */
export function looksAfter(who: MeDoc, table: TableDoc): boolean {
  return who.leads === table.no || !table.seats.some((seat) => seat.leads);
}

/** Whether the words are mine: an anonymous note is known to its author alone, on the author's own stream. */
export function isMine(note: NoteDoc, who: MeDoc): boolean {
  return note.by === who.id || one("person:note", note.id) !== undefined;
}
