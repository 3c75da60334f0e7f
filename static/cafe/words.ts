// Turns of phrase that more than one screen of the café needs.
import { numerals } from "../parts/clock";
import { nt, t } from "../words";

const MINUTE = 60_000;

/** "Leila", "Leila and Sam", "Leila, Sam and Rhian". */
export function listed(words: readonly string[]): string {
  const last = words[words.length - 1] ?? "";
  if (words.length < 2) return last;
  return t("%(first)s and %(last)s", { first: words.slice(0, -1).join(", "), last });
}

/** The first words, to tell one note from another: at most `most` characters. */
export function excerpt(text: string, most = 40): string {
  const line = text.replace(/\s+/g, " ").trim();
  const letters = [...line];
  return letters.length <= most
    ? line
    : t("%(start)s…", {
        start: letters
          .slice(0, most - 1)
          .join("")
          .trimEnd(),
      });
}

/** "14 minutes", never less than one. `ms` is in milliseconds. */
export function minutes(ms: number): string {
  return nt("%(n)s minute", "%(n)s minutes", Math.max(1, Math.round(ms / MINUTE)));
}

/** 1:20, or 0:00 when it is over. */
export function shortTime(ms: number): string {
  return numerals(Math.max(0, ms));
}

export function tableName(no: number): string {
  return t("Table %(no)s", { no });
}

export function countNotes(n: number): string {
  return nt("%(n)s note", "%(n)s notes", n);
}

/** What a plan says in several paragraphs, parted by empty lines. */
export function paragraphs(words: string): string[] {
  return words
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter(Boolean);
}
