// The groups as places to go to.
import type { MenuItem } from "../parts/menu-list";
import type { Board } from "./board";
import { folded } from "./find";
import type { Group } from "./wall";
import { count, groupWord } from "./wording";

export function target(board: Board, to: Group): Pick<MenuItem, "label" | "icon" | "hint"> {
  return { label: groupWord(to), icon: "go", hint: count(board, to.notes.length) };
}

export function targets(board: Board, groups: readonly Group[], go: (to: Group) => void): MenuItem[] {
  return groups.map((to) => ({ ...target(board, to), onChoose: () => go(to) }));
}

export function fits({ label }: MenuItem, words: string): boolean {
  return folded(label).includes(folded(words.trim()));
}
