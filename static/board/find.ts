// Finding notes: by round, kind, table and group, and by words, whatever their case and accents.
import type { WallNoteDoc } from "../wire/documents";
import type { Wall } from "./wall";

export interface Wanted {
  words: string;
  /** A round, a kind, a table; empty: all. */
  step: string;
  kind: string;
  table: string;
  /** A group's id, {@link LOOSE}, or empty for all. */
  theme: string;
}

export const EVERYTHING: Wanted = { words: "", step: "", kind: "", table: "", theme: "" };
export const LOOSE = "loose";

export function isFiltered(wanted: Wanted): boolean {
  return Object.values(wanted).some((each) => each.trim() !== "");
}

const MARKS = /\p{M}/gu;

/** Without accents and case. */
export function folded(text: string): string {
  return text.normalize("NFD").replace(MARKS, "").toLowerCase();
}

const known = new WeakMap<WallNoteDoc, string>();

function foldedNote(note: WallNoteDoc): string {
  const found = known.get(note) ?? folded(note.text);
  known.set(note, found);
  return found;
}

export function wordsOf(words: string): string[] {
  return folded(words).split(/\s+/).filter(Boolean);
}

/** Whether a note is what is wanted, but for the group it lies in. */
function matcher({ words, step, kind, table }: Wanted): (note: WallNoteDoc) => boolean {
  const parts = wordsOf(words);
  return (note) =>
    (step === "" || note.step === step) &&
    (kind === "" || note.kind === kind) &&
    (table === "" || String(note.table) === table) &&
    parts.every((part) => foldedNote(note).includes(part));
}

/** What of a wall is to be shown: loose notes, and the notes of each group that has any. */
export interface Shown {
  loose: readonly WallNoteDoc[];
  groups: ReadonlyMap<string, readonly WallNoteDoc[]>;
  /** Different notes. */
  found: number;
}

export function shownOf(wall: Wall, wanted: Wanted): Shown {
  const isWanted = matcher(wanted);
  const takes = (place: string) => wanted.theme === "" || wanted.theme === place;
  const loose = takes(LOOSE) ? wall.loose.filter(isWanted) : [];
  const groups = new Map<string, readonly WallNoteDoc[]>();
  const found = new Set(loose);
  for (const group of wall.groups) {
    if (!takes(group.id)) continue;
    const notes = group.notes.flatMap((id) => wall.notes.get(id) ?? []).filter(isWanted);
    if (notes.length === 0) continue;
    groups.set(group.id, notes);
    for (const note of notes) found.add(note);
  }
  return { loose, groups, found: found.size };
}

/** A text in pieces, those to be marked being the odd ones: "the ", "bus", " is late". */
export function pieces(text: string, words: string): string[] {
  const parts = wordsOf(words);
  if (parts.length === 0) return [text];
  const { flat, from } = flattened(text);
  const cuts: number[] = [];
  let at = 0;
  while (at < flat.length) {
    const length = Math.max(
      0,
      ...parts.filter((part) => flat.startsWith(part, at)).map((part) => part.length),
    );
    if (length > 0) cuts.push(from[at] ?? 0, from[at + length] ?? text.length);
    at += Math.max(1, length);
  }
  return [0, ...cuts].map((start, no) => text.slice(start, cuts[no]));
}

/** The folded text, and where each of its letters began before. */
function flattened(text: string): { flat: string; from: number[] } {
  let flat = "";
  const from: number[] = [];
  let at = 0;
  for (const letter of text) {
    const plain = letter < "\u0080" ? letter.toLowerCase() : folded(letter);
    for (let no = 0; no < plain.length; no += 1) from.push(at);
    flat += plain;
    at += letter.length;
  }
  return { flat, from };
}
