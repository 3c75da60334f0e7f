// What goes out, what was found in it, and how it reads as hosts have decided so far. Places are counted in
// characters, as the server counts them, and not in what a string of the browser is made of.
import { cafe } from "../../engine";
import type { CheckDoc } from "../../wire/documents";

export interface FoundWords {
  at: number;
  to: number;
  /** What stands there in brackets until somebody has looked. */
  words: string;
}

export interface Quote {
  of: string;
  mark: string;
  where: string;
  text: string;
  /** Whether one person wrote it, and it can be redacted. */
  own: boolean;
  found: readonly FoundWords[];
}

/** One thing to look at. */
export interface Finding {
  quote: Quote;
  found: FoundWords;
}

/** What hosts decided, by the name of the words. */
export type Checks = ReadonlyMap<string, CheckDoc>;

export interface Piece {
  text: string;
  /** Which finding it is, from 0; undefined for what stands between them. */
  no?: number;
}

export async function fetchQuotes(): Promise<Quote[]> {
  const answer = await fetch(`/w/${cafe.code}/check.json`);
  if (!answer.ok) throw new Error(String(answer.status));
  return ((await answer.json()) as { quotes: Quote[] }).quotes;
}

/** Takes the words out of the record itself. Throws what the server says, in words. */
export async function redact(quote: Quote): Promise<void> {
  const body = new URLSearchParams({ of: quote.of, was: quote.mark, sure: "yes" });
  const answer = await fetch(`/w/${cafe.code}/check/redact`, { method: "POST", body });
  if (!answer.ok) throw new Error(String(answer.status));
}

export function findings(quotes: readonly Quote[]): Finding[] {
  return quotes.flatMap((quote) => quote.found.map((found) => ({ quote, found })));
}

/** What was decided about these words as they are; nothing where they have changed since. */
export function checkOf(quote: Quote, checks: Checks): CheckDoc | undefined {
  const check = checks.get(quote.of);
  return check?.mark === quote.mark ? check : undefined;
}

export function lookedAt({ quote, found }: Finding, checks: Checks): boolean {
  const check = checkOf(quote, checks);
  if (check === undefined) return false;
  return check.out || check.stretches.some(({ at, to }) => at <= found.at && found.to <= to);
}

/** The place of the first that nobody has looked at, from `begin` on and then from the start; -1 if there is none. */
export function nextOpen(all: readonly Finding[], checks: Checks, begin: number): number {
  const open = (_: Finding, place: number) => !lookedAt(all[place] as Finding, checks);
  const places = all.map((_, place) => place).filter((place) => open(all[place] as Finding, place));
  return places.find((place) => place >= begin) ?? places[0] ?? -1;
}

/** The quote with what was found in it apart. */
export function pieces(quote: Quote): Piece[] {
  const signs = Array.from(quote.text);
  const cut = (at: number, to: number) => signs.slice(at, to).join("");
  const made: Piece[] = [];
  let done = 0;
  quote.found.forEach(({ at, to }, no) => {
    made.push({ text: cut(done, at) }, { text: cut(at, to), no });
    done = to;
  });
  return [...made, { text: cut(done, signs.length) }].filter(({ text }) => text !== "");
}

export function wordsOf({ quote, found }: Finding): string {
  return Array.from(quote.text).slice(found.at, found.to).join("");
}

/** Where these very words stand in the quote, in characters; undefined where they do not. */
export function placeOf(words: string, quote: Quote): { at: number; to: number } | undefined {
  const begin = quote.text.indexOf(words);
  if (words === "" || begin < 0) return undefined;
  const at = Array.from(quote.text.slice(0, begin)).length;
  return { at, to: at + Array.from(words).length };
}

/** How it goes out now; null where it does not. */
export function readsNow(quote: Quote, checks: Checks): string | null {
  const check = checkOf(quote, checks);
  if (check?.out) return null;
  const open = quote.found.filter((found) => !lookedAt({ quote, found }, checks));
  const said = (check?.stretches ?? []).filter((each) => each.words !== null);
  const signs = Array.from(quote.text);
  let text = "";
  let done = 0;
  for (const { at, to, words } of [...open, ...said].sort((a, b) => a.at - b.at)) {
    if (at >= done) text += `${signs.slice(done, at).join("")}[${words}]`;
    done = Math.max(done, to);
  }
  return text + signs.slice(done).join("");
}
