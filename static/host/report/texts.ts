// How long words may be, and how the server keeps them. It has the last word.
import { nt } from "../../words";

export const PASSAGE = 4000;
export const HEADING = 120;
export const STATEMENT = 2000;

/** Paragraphs stay; blanks around them go. */
export function tidyPassage(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

export function tidyLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** What is wrong with a length, if anything. Whole characters count, as on the server. */
export function tooLong(text: string, most: number): string | undefined {
  const over = [...text].length - most;
  if (over <= 0) return undefined;
  return nt(
    "This is too long by %(n)s character. It is kept on this device; shorten it, and it is saved.",
    "This is too long by %(n)s characters. It is kept on this device; shorten it, and it is saved.",
    over,
  );
}
