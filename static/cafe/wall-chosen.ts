// Several notes chosen at once, to be moved together.
import { signal } from "@preact/signals";
import type { Wall } from "./wall";
import type { Lying } from "./wall-moves";

/** Whether notes show a box to choose them by. */
export const choosing = signal(false);
const chosen = signal<ReadonlySet<string>>(new Set());

/** The same note may lie in two groups: it is chosen where it lies. */
const keyOf = ({ note, group }: Lying) => `${group?.id ?? ""}/${note}`;

export function isChosen(lying: Lying): boolean {
  return chosen.value.has(keyOf(lying));
}

export function choose(lying: Lying, on: boolean): void {
  const next = new Set(chosen.value);
  if (on) next.add(keyOf(lying));
  else next.delete(keyOf(lying));
  chosen.value = next;
}

export function chooseNone(): void {
  chosen.value = new Set();
}

export function stopChoosing(): void {
  chooseNone();
  choosing.value = false;
}

/** What is chosen and still lies where it was chosen: others move notes too. */
export function chosenOn({ groups, loose }: Wall): Lying[] {
  const there = [
    ...loose.map(({ id }): Lying => ({ note: id, group: null })),
    ...groups.flatMap((group) => group.notes.map((note): Lying => ({ note, group }))),
  ];
  return there.filter(isChosen);
}
