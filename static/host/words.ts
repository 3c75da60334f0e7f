// Phrases that several parts of the host's console share.
import { listed } from "../cafe/words";
import { nt, t } from "../words";

export { listed };

const MINUTE = 60_000;

export const peopleWords = (n: number): string => nt("%(n)s person", "%(n)s people", n);
export const tableWords = (n: number): string => nt("%(n)s table", "%(n)s tables", n);
export const noteWords = (n: number): string => nt("%(n)s note", "%(n)s notes", n);
export const minuteWords = (n: number): string => nt("%(n)s minute", "%(n)s minutes", n);
export const secondWords = (n: number): string => nt("%(n)s second", "%(n)s seconds", n);

/** "Table 7", "Tables 7 and 9"; from four on only how many: "6 tables". */
export function tablesNamed(numbers: readonly number[]): string {
  if (numbers.length > 3) return tableWords(numbers.length);
  if (numbers.length === 1) return t("Table %(no)s", { no: numbers[0] ?? "" });
  return t("Tables %(nos)s", { nos: listed(numbers.map(String)) });
}

/** "48 seconds" below two minutes, then whole minutes. `ms` may not be negative. */
export function spanWords(ms: number): string {
  return ms < 2 * MINUTE ? secondWords(Math.round(ms / 1000)) : minuteWords(Math.floor(ms / MINUTE));
}

/** Whole minutes, rounded: what a plan speaks in. */
export function inMinutes(ms: number): number {
  return Math.round(ms / MINUTE);
}

const TIME_WITH_SECONDS = new Intl.DateTimeFormat("en-GB", {
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
});

/** 10:30:41, where the reader is. `at` is in milliseconds since 1970. */
export function clockTime(at: number): string {
  return TIME_WITH_SECONDS.format(at);
}

/** The word for a role, as it stands behind a name. */
export function roleWord(role: string): string {
  if (role === "host") return t("host");
  if (role === "facilitator") return t("facilitator");
  return role === "screen" ? t("screen") : t("participant");
}
