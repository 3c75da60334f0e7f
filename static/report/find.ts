// Which of the words in a report are wanted: by round, table, theme and kind, and by what stands in them.
import { wordsOf } from "../board/find";

/** Somebody's words. What it does not have, such as the round of an answer, is empty. */
export interface Line {
  /** The id of the element that is this line; other places of the page quote it. */
  of: string;
  round: string;
  table: string;
  kind: string;
  themes: readonly string[];
  /** Without accents and case. */
  words: string;
}

export interface Wanted {
  words: string;
  round: string;
  table: string;
  theme: string;
  kind: string;
}

export type Filter = keyof Wanted;

export const EVERYTHING: Wanted = { words: "", round: "", table: "", theme: "", kind: "" };
/** Instead of a theme: notes that are in none. */
export const LOOSE = "none";

const FILTERS = Object.keys(EVERYTHING) as Filter[];

export function isFiltered(wanted: Wanted): boolean {
  return FILTERS.some((name) => wanted[name].trim() !== "");
}

/** The ids of the lines that fit. */
export function find(lines: readonly Line[], wanted: Wanted): Set<string> {
  const parts = wordsOf(wanted.words);
  const fits = (line: Line) =>
    (wanted.round === "" || line.round === wanted.round) &&
    (wanted.table === "" || line.table === wanted.table) &&
    (wanted.kind === "" || line.kind === wanted.kind) &&
    isIn(line, wanted.theme) &&
    parts.every((part) => line.words.includes(part));
  return new Set(lines.filter(fits).map(({ of }) => of));
}

function isIn(line: Line, theme: string): boolean {
  if (theme === LOOSE) return isNote(line.of) && line.themes.length === 0;
  return theme === "" || line.themes.includes(theme);
}

/** A note of a round; other words are answers, lines of the chat, feedback. */
export function isNote(of: string): boolean {
  return of.startsWith("note-");
}

/** What an address asks for. */
export function wantedIn(search: string): Wanted {
  const asked = new URLSearchParams(search);
  return Object.fromEntries(FILTERS.map((name) => [name, asked.get(name) ?? ""])) as unknown as Wanted;
}

/** The same address for what is wanted now; whatever else stands in it stays. */
export function searchOf(search: string, wanted: Wanted): string {
  const asked = new URLSearchParams(search);
  for (const name of FILTERS) {
    if (wanted[name].trim() === "") asked.delete(name);
    else asked.set(name, wanted[name].trim());
  }
  const said = asked.toString();
  return said === "" ? "" : `?${said}`;
}
