// The wall as this person has left it: what the server shows, with what is still on its way laid over.
import type { ThemeDoc, WallNoteDoc } from "../wire/documents";
import { ownOrder } from "./own-order";
import type { AnyCommand } from "./sending";

export interface Group extends ThemeDoc {
  /** From 1, in the order the groups were made: what an unnamed one is called by. */
  no: number;
  /** The step whose wall this is. */
  step: string;
}

export interface Wall {
  groups: Group[];
  /** Notes in no group, in this person's own random order. */
  loose: WallNoteDoc[];
  notes: ReadonlyMap<string, WallNoteDoc>;
}

interface OnWall {
  step: string;
  notes: readonly WallNoteDoc[];
  themes: readonly ThemeDoc[];
  /** Not recorded yet, oldest first. */
  orders: readonly AnyCommand[];
  /** Gives the order of the loose notes. */
  seed: string;
}

export function wallOf({ step, notes, themes, orders, seed }: OnWall): Wall {
  const known = new Map(notes.map((note) => [note.id, note]));
  const held = new Map(themes.map((theme) => [theme.id, theme]));
  for (const order of orders) overlay(held, order);
  const groups = [...held.values()]
    .filter((theme) => theme.notes.length > 0)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((theme, at) => ({ ...theme, no: at + 1, step, tables: tablesOf(theme.notes, known) }));
  const inGroups = new Set(groups.flatMap((group) => group.notes));
  return {
    groups,
    notes: known,
    loose: ownOrder(
      notes.filter(({ id }) => !inGroups.has(id)),
      seed,
    ),
  };
}

function tablesOf(notes: readonly string[], known: ReadonlyMap<string, WallNoteDoc>): number[] {
  const tables = notes.flatMap((id) => known.get(id)?.table ?? []);
  return [...new Set(tables)].sort((a, b) => a - b);
}

function overlay(held: Map<string, ThemeDoc>, order: AnyCommand): void {
  const change = (id: string, part: (theme: ThemeDoc) => Partial<ThemeDoc>) => {
    const theme = held.get(id);
    if (theme) held.set(id, { ...theme, ...part(theme) });
  };
  const add = (notes: readonly string[]) => (theme: ThemeDoc) => ({
    notes: [...new Set([...theme.notes, ...notes])],
  });
  const without = (notes: readonly string[]) => (theme: ThemeDoc) => ({
    notes: theme.notes.filter((id) => !notes.includes(id)),
  });
  if (order.type === "theme.start" && !held.has(order.id)) {
    held.set(order.id, newTheme(order.id, order.notes, order.name));
  } else if (order.type === "theme.split" && !held.has(order.id)) {
    held.set(order.id, newTheme(order.id, order.notes, order.name));
    change(order.theme, without(order.notes));
  } else if (order.type === "theme.put") {
    change(order.theme, add(order.notes));
    if (order.out_of) change(order.out_of, without(order.notes));
  } else if (order.type === "theme.take") {
    change(order.theme, without(order.notes));
  } else if (order.type === "theme.name") {
    change(order.theme, () => ({ name: order.name, statement: order.statement ?? "" }));
  } else if (order.type === "theme.single-voice") {
    change(order.theme, () => ({ single_voice: order.on }));
  } else if (order.type === "theme.merge") {
    change(order.into, add(held.get(order.theme)?.notes ?? []));
    held.delete(order.theme);
  }
}

function newTheme(id: string, notes: readonly string[], name = ""): ThemeDoc {
  return { id, name, statement: "", notes: [...notes], tables: [], single_voice: false, at: 0 };
}

/** Whether one table wrote most of a group that looks larger: 12 notes from one table are not common ground. */
export function mostlyOneTable(group: Group, notes: ReadonlyMap<string, WallNoteDoc>): boolean {
  if (group.notes.length < 3) return false;
  const counts = new Map<number, number>();
  for (const id of group.notes) {
    const table = notes.get(id)?.table;
    if (table !== undefined) counts.set(table, (counts.get(table) ?? 0) + 1);
  }
  return Math.max(...counts.values()) * 3 >= group.notes.length * 2;
}
