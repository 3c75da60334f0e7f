// Several notes chosen at once, to be moved together.
import { computed, type Signal, signal } from "@preact/signals";
import type { Group, Wall } from "./wall";

/** A note where it lies: in a group, or loose (null). The same note may lie in two groups. */
export interface Lying {
  note: string;
  group: Group | null;
}

export type Moved = readonly [Lying, ...Lying[]];

/** Whether notes show a box to choose them by. In the list they always do. */
export const choosing = signal(false);
const cells = new Map<string, Signal<boolean>>();
const changes = signal(0);

/** The same note may lie in two groups: it is chosen where it lies. */
const keyOf = ({ note, group }: Lying) => `${group?.id ?? ""}/${note}`;

function cellOf(lying: Lying): Signal<boolean> {
  const key = keyOf(lying);
  const found = cells.get(key) ?? signal(false);
  cells.set(key, found);
  return found;
}

export function isChosen(lying: Lying): boolean {
  return cellOf(lying).value;
}

export function choose(lying: Lying, on: boolean): void {
  chooseAll([lying], on);
}

export function chooseAll(lying: readonly Lying[], on: boolean): void {
  for (const one of lying) cellOf(one).value = on;
  changes.value += 1;
}

export function chooseNone(): void {
  for (const cell of cells.values()) cell.value = false;
  changes.value += 1;
}

export function stopChoosing(): void {
  chooseNone();
  choosing.value = false;
}

/** Whether anything is chosen, there or gone. */
export const anyChosen = computed(() => {
  changes.value;
  return [...cells.values()].some((cell) => cell.peek());
});

/** What is chosen and still lies where it was chosen: others move notes too. */
export function chosenOn({ groups, loose }: Wall): Lying[] {
  changes.value;
  if (!anyChosen.value) return [];
  const is = (lying: Lying) => cells.get(keyOf(lying))?.peek() === true;
  return [
    ...loose.map(({ id }): Lying => ({ note: id, group: null })).filter(is),
    ...groups.flatMap((group) => group.notes.map((note): Lying => ({ note, group })).filter(is)),
  ];
}
