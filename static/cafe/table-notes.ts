// The notes of a table as this person has left them: what the server shows, with what is still on its way laid over.
import type { AddNote, MoveNote } from "../wire/commands";
import type { NoteDoc } from "../wire/documents";
import type { AnyCommand } from "./sending";

/** A note as it lies here. `unsent`: something this person did with it has not been recorded yet. */
export interface Laid extends NoteDoc {
  unsent: boolean;
}

interface Here {
  person: string;
  name: string;
  table: number;
  /** The round whose notes lie on the table. */
  step: string;
}

/** Notes in their order. `orders` are not recorded yet, oldest first. */
export function laidOut(docs: readonly NoteDoc[], orders: readonly AnyCommand[], here: Here): Laid[] {
  const notes = new Map<string, Laid>(docs.map((doc) => [doc.id, { ...doc, unsent: false }]));
  for (const order of orders) overlay(notes, order, here);
  return inOrder([...notes.values()]);
}

export function inOrder<N extends NoteDoc>(notes: readonly N[]): N[] {
  return [...notes].sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1));
}

function overlay(notes: Map<string, Laid>, order: AnyCommand, here: Here): void {
  const change = (id: string, part: Partial<NoteDoc>) => {
    const note = notes.get(id);
    if (note) notes.set(id, { ...note, ...part, unsent: true });
  };
  if (order.type === "note.add" && order.step === here.step && !notes.has(order.id)) {
    notes.set(order.id, { ...newNote(order, here), rank: lastRank(notes) + 1 });
  } else if (order.type === "note.edit") {
    change(order.note, { text: order.text.trim(), kind: order.kind });
  } else if (order.type === "note.delete") {
    notes.delete(order.note);
  } else if (order.type === "note.move") {
    change(order.note, { rank: rankAfter(notes, order) });
  } else if (order.type === "note.highlight") {
    change(order.note, { highlighted: order.on });
  } else if (order.type === "note.link") {
    change(order.note, { builds_on: order.builds_on });
  }
}

function newNote(order: AddNote, here: Here): Laid {
  const { id, step, kind, text, anonymous = false, builds_on = [] } = order;
  const shown = !anonymous && !order.on_behalf_of;
  return {
    ...{ id, step, kind, anonymous, builds_on, text: text.trim(), table: here.table, unsent: true },
    ...{
      by: shown ? here.person : null,
      name: shown ? here.name : null,
      entered_by: null,
      brought_from: null,
    },
    ...{ highlighted: false, edited: 0, rank: 0, at: 0, late: false, earlier: false },
  };
}

function lastRank(notes: ReadonlyMap<string, NoteDoc>): number {
  return Math.max(0, ...[...notes.values()].map((note) => note.rank));
}

/** Between the note it goes after and the next one, among all the others of its round. */
function rankAfter(notes: ReadonlyMap<string, NoteDoc>, { note, after }: MoveNote): number {
  const others = inOrder([...notes.values()].filter((other) => other.id !== note && !other.earlier));
  const at = after === null ? -1 : others.findIndex((other) => other.id === after);
  const [before, behind] = [others[at]?.rank, others[at + 1]?.rank];
  if (before === undefined) return behind === undefined ? 1 : behind - 1;
  return behind === undefined ? before + 1 : (before + behind) / 2;
}

/** Whom a note goes after to stand one place higher or lower among its kind; undefined at the end. Null: first. */
export function placeBeside(column: readonly NoteDoc[], id: string, way: -1 | 1): string | null | undefined {
  const at = column.findIndex((note) => note.id === id);
  const aim = at + way;
  if (at < 0 || aim < 0 || aim >= column.length) return undefined;
  return way === 1 ? column[aim]?.id : (column[aim - 1]?.id ?? null);
}
