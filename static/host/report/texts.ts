// How long words may be, and how the server keeps them. It has the last word.
import { nt, timeOfDay } from "../../words";

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

const DAY_AND_TIME = new Intl.DateTimeFormat("en-GB", {
  ...{ day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" },
});

export function dayAndTime(at: number): string {
  return DAY_AND_TIME.format(at);
}

/** The time of day; with the day, if it was another one. Both in milliseconds since 1970. */
export function savedAt(at: number, now: number): string {
  const same = new Date(at).toDateString() === new Date(now).toDateString();
  return same ? timeOfDay(at) : dayAndTime(at);
}
