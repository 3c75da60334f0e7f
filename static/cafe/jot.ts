// What someone is writing for a round and has not laid on the table yet. It survives a reload.
import { signal } from "@preact/signals";
import { all, draft, one } from "../engine";
import type { NoteDoc } from "../wire/documents";
import { focusSoon } from "./focus";

export type Jot = {
  kind: string | null;
  text: string;
  anonymous: boolean;
  buildsOn: string[];
  /** The earlier note that this one brings along. */
  brings: string | null;
  /** Whose idea it is, when a facilitator writes for someone. */
  onBehalfOf: string | null;
};

const CLEAN: Jot = {
  ...{ kind: null, text: "", anonymous: false, buildsOn: [], brings: null, onBehalfOf: null },
};

/** The id of the field where notes for this round are written. */
export const fieldOf = (step: string) => `note-words-${step}`;

/** Grows when the composer should begin anew with what has been put there. */
export const begun = signal(0);

const kept = (step: string) => draft<Jot>(`note/${step}`, CLEAN);

export function jotFor(step: string): Jot {
  return kept(step).text.value;
}

export function jot(step: string, part: Partial<Jot>): void {
  kept(step).text.value = { ...jotFor(step), ...part };
}

export function clearJot(step: string): void {
  kept(step).clear();
}

/** Puts something into the composer of this round, behind what stands there, and goes there. */
export function beginWith(step: string, { text = "", ...part }: Partial<Jot>): void {
  const before = jotFor(step).text.trim();
  jot(step, { ...part, text: [before, text].filter(Boolean).join("\n") });
  begun.value += 1;
  focusSoon(fieldOf(step));
}

/** A note that this person may know, wherever it is kept. */
export function knownNote(id: string): NoteDoc | undefined {
  return one("table:note", id) ?? one("person:note", id) ?? one("person:past", id);
}

/** Notes from earlier rounds that this person wrote, or saw at a table; one's own first, newest round first. */
export function earlierNotes(step: string): { own: NoteDoc[]; seen: NoteDoc[] } {
  const newest = (a: NoteDoc, b: NoteDoc) => b.at - a.at;
  const own = all("person:note").filter((note) => note.step !== step);
  return { own: [...own].sort(newest), seen: [...all("person:past")].sort(newest) };
}
