// Whose turn it is, whose comes next, and how long each has.
import type { Documents } from "../wire/documents";

export type Slot = Documents["hall:slot"];

export interface Turns {
  slots: Slot[];
  speaking: Slot | undefined;
  next: Slot | undefined;
  heard: number;
}

export function turnsOf(slots: readonly Slot[], step: string): Turns {
  const own = slots.filter((slot) => slot.step === step).sort((a, b) => a.table - b.table);
  const speaking = own.find((slot) => slot.phase === "speaking");
  return {
    slots: own,
    speaking,
    next: nextTurn(own, speaking),
    heard: own.filter((slot) => slot.phase === "heard").length,
  };
}

/** The first that waits after the one that speaks, else the first that waits at all. */
function nextTurn(slots: readonly Slot[], speaking: Slot | undefined): Slot | undefined {
  const waiting = slots.filter((slot) => slot.phase === "waiting");
  return waiting.find((slot) => slot.table > (speaking?.table ?? 0)) ?? waiting[0];
}
