// The words of people on the page of a report, read once.
import { folded } from "../board/find";
import { nt, t } from "../words";
import { isNote, type Line, LOOSE } from "./find";

/** A value of a filter, and what it is called. */
export type Choice = readonly [value: string, words: string];

export interface Lines {
  all: readonly Line[];
  /** What can be chosen; only where there is more than one. */
  round: readonly Choice[];
  table: readonly Choice[];
  theme: readonly Choice[];
  kind: readonly Choice[];
}

export function linesOn(page: Document): Lines {
  const themes = themesOn(page);
  const holders = new Map<string, string[]>();
  for (const { id, notes } of themes)
    for (const note of notes) holders.set(note, [...(holders.get(note) ?? []), id]);
  const all = [...page.querySelectorAll<HTMLElement>(".rp-main .quote[data-kind]")].map((paper) =>
    lineOf(paper, holders.get(paper.id) ?? []),
  );
  return { all, ...choicesOf(page, all, themes) };
}

function lineOf(paper: HTMLElement, themes: readonly string[]): Line {
  const { round = "", table = "", kind = "" } = paper.dataset;
  return {
    ...{ of: paper.id, round, table, kind, themes },
    words: folded(paper.querySelector("p")?.textContent ?? ""),
  };
}

interface Theme {
  id: string;
  name: string;
  notes: readonly string[];
}

/** From the part that says where each theme comes from. */
function themesOn(page: Document): Theme[] {
  return [...page.querySelectorAll<HTMLElement>("[id^='from-theme-']")].map((source) => ({
    id: source.id.slice("from-".length),
    name: source.querySelector("h3")?.textContent.trim() ?? "",
    notes: [...source.querySelectorAll<HTMLElement>("[data-note]")].map((link) => link.dataset["note"] ?? ""),
  }));
}

function choicesOf(page: Document, all: readonly Line[], themes: readonly Theme[]): Omit<Lines, "all"> {
  const rounds = titlesOfRounds(page);
  const loose = all.some(({ of, themes: held }) => isNote(of) && held.length === 0);
  const named: Choice[] = themes.map(({ id, name }) => [id, name]);
  return {
    round: several(valuesOf(all, "round").map((no) => [no, rounds.get(no) ?? t("Round %(no)s", { no })])),
    table: several(valuesOf(all, "table").map((no) => [no, t("Table %(no)s", { no })])),
    kind: several(kindsOf(all).map((kind) => [kind, kindWord(kind)])),
    theme: named.length > 0 && loose ? [...named, [LOOSE, t("In no theme")]] : several(named),
  };
}

/** To choose from one is no choice. */
function several(choices: Choice[]): Choice[] {
  return choices.length > 1 ? choices : [];
}

/** Numbers, in their order. */
function valuesOf(all: readonly Line[], name: "round" | "table"): string[] {
  const values = new Set(all.map((line) => line[name]).filter(Boolean));
  return [...values].sort((a, b) => Number(a) - Number(b));
}

/** As they come on the page. */
function kindsOf(all: readonly Line[]): string[] {
  return [...new Set(all.map(({ kind }) => kind))];
}

function titlesOfRounds(page: Document): Map<string, string> {
  const titles = [...page.querySelectorAll("section[id^='round-'] > h2")].map((head) => head.textContent);
  return new Map(titles.flatMap((title) => [[/\d+/.exec(title)?.[0] ?? "", title] as const]));
}

/** As the server says it: `open-end` is Open end. */
function kindWord(kind: string): string {
  const words = kind.replace(/[-_]/g, " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** "23 of 92 notes"; and of other words only where there are any. */
export function countWords(all: readonly Line[], found: ReadonlySet<string>): string {
  const notes = all.filter(({ of }) => isNote(of));
  const some = notes.filter(({ of }) => found.has(of)).length;
  const others = all.length - notes.length;
  const said = nt("%(some)s of %(n)s note", "%(some)s of %(n)s notes", notes.length, { some });
  if (found.size === some) return said;
  return t("%(notes)s, %(some)s of %(n)s answers and comments", {
    ...{ notes: said, some: found.size - some, n: others },
  });
}
