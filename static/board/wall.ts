// What stands where: the groups, what lies loose, and what the computer would put together.

import { ownOrder } from "../cafe/own-order";
import type { GuessDoc, NearDoc, ThemeDoc, WallNoteDoc } from "../wire/documents";
import type { Standing } from "./overlay";

export interface Group extends ThemeDoc {
  /** From 1, in the order the groups were made: what an unnamed one is called by. */
  no: number;
}

export interface Wall {
  groups: readonly Group[];
  /** In no group, in this person's own random order. */
  loose: readonly WallNoteDoc[];
  notes: ReadonlyMap<string, WallNoteDoc>;
  /** The groups that hold a note; none has no entry. */
  held: ReadonlyMap<string, readonly Group[]>;
  /** Of loose notes alone, the largest first. */
  guesses: readonly GuessDoc[];
  /** By loose note: the groups it may belong to, the nearest first. */
  near: ReadonlyMap<string, NearDoc>;
}

/** The notes, once more: by id, and in the order that belongs to one person. */
export interface Notes {
  byId: ReadonlyMap<string, WallNoteDoc>;
  ordered: readonly WallNoteDoc[];
}

export function notesOf(notes: readonly WallNoteDoc[], seed: string): Notes {
  return { byId: new Map(notes.map((note) => [note.id, note])), ordered: ownOrder(notes, seed) };
}

/** Draws walls one after the other. A group that is as it was stays the same object: it is not drawn again. */
export function createWalls(): (notes: Notes, standing: Standing) => Wall {
  let before = new Map<string, { theme: ThemeDoc; notes: Notes; group: Group }>();
  return (notes, standing) => {
    const now: typeof before = new Map();
    const groups = inOrder(standing.themes, notes.byId).map((theme, at) => {
      const old = before.get(theme.id);
      const same = old?.theme === theme && old.notes === notes && old.group.no === at + 1;
      const group = same ? old.group : groupOf(theme, at + 1, notes.byId);
      now.set(theme.id, { theme, notes, group });
      return group;
    });
    before = now;
    return wallOf(groups, notes, standing);
  };
}

function inOrder(themes: ReadonlyMap<string, ThemeDoc>, known: Notes["byId"]): ThemeDoc[] {
  return [...themes.values()]
    .filter((theme) => theme.notes.some((id) => known.has(id)))
    .sort((a, b) => begun(a) - begun(b) || (a.id < b.id ? -1 : 1));
}

/** When it was begun; one that is not recorded yet comes last, where it will stay. */
function begun({ at }: ThemeDoc): number {
  return at || Number.MAX_SAFE_INTEGER;
}

function groupOf(theme: ThemeDoc, no: number, known: Notes["byId"]): Group {
  const notes = theme.notes.filter((id) => known.has(id));
  return { ...theme, no, notes, tables: tablesOf(notes, known) };
}

function wallOf(groups: readonly Group[], notes: Notes, { guesses, near }: Standing): Wall {
  const held = new Map<string, Group[]>();
  for (const group of groups) for (const id of group.notes) held.set(id, [...(held.get(id) ?? []), group]);
  return {
    ...{ groups, held, near, notes: notes.byId },
    loose: notes.ordered.filter(({ id }) => !held.has(id)),
    guesses: [...guesses.values()]
      .flatMap((guess) => stillLoose(guess, (id) => notes.byId.has(id) && !held.has(id)))
      .sort((a, b) => b.notes.length - a.notes.length || (a.id < b.id ? -1 : 1)),
  };
}

/** The part of a guess that lies loose, if it is a group still. */
function stillLoose(guess: GuessDoc, isLoose: (note: string) => boolean): GuessDoc[] {
  if (guess.notes.every(isLoose)) return [guess];
  const notes = guess.notes.filter(isLoose);
  const likeness = guess.likeness.filter((_, at) => isLoose(guess.notes[at] ?? ""));
  const example = notes.includes(guess.example) ? guess.example : (notes[0] ?? "");
  return notes.length > 1 ? [{ ...guess, notes, likeness, example }] : [];
}

export function tablesOf(notes: readonly string[], known: Notes["byId"]): number[] {
  const tables = notes.flatMap((id) => known.get(id)?.table ?? []);
  return [...new Set(tables)].sort((a, b) => a - b);
}

/** Whether one table wrote most of a group that looks larger: 12 notes from one table are not common ground. */
export function mostlyOneTable(group: Group, known: Notes["byId"]): boolean {
  if (group.notes.length < 3 || group.tables.length < 2) return false;
  const counts = new Map<number, number>();
  for (const id of group.notes) {
    const table = known.get(id)?.table;
    if (typeof table === "number") counts.set(table, (counts.get(table) ?? 0) + 1);
  }
  return Math.max(...counts.values()) * 3 >= group.notes.length * 2;
}

/** By group: the loose notes whose nearest group it is. */
export function besideOf({ loose, near, groups }: Wall): Map<string, string[]> {
  const standing = new Set(groups.map(({ id }) => id));
  const beside = new Map<string, string[]>();
  for (const { id } of loose) {
    const nearest = near.get(id)?.themes.find(({ theme }) => standing.has(theme))?.theme;
    if (nearest !== undefined) beside.set(nearest, [...(beside.get(nearest) ?? []), id]);
  }
  return beside;
}
