// What statements can rest on, and what can be quoted: themes, notes, answers and lines of the chat, from the harvest.
import { signal } from "@preact/signals";
import { folded, wordsOf } from "../../board/find";
import { cafe } from "../../engine";
import type { Harvest, NoteLine } from "../../wire/harvest";
import { nt, t } from "../../words";

export interface Theme {
  id: string;
  name: string;
  /** "12 notes · 5 tables" */
  reach: string;
  notes: readonly string[];
}

export interface Source {
  /** `note-…`, `answer-…`, `chat-…` */
  anchor: string;
  /** Of a note alone: what statements cite. */
  note: string | null;
  kind: string;
  text: string;
  /** "Table 3, round 1" */
  where: string;
  /** Without accents and case. */
  folded: string;
  /** Whether everyone may read these words. */
  open: boolean;
}

export interface Evidence {
  themes: readonly Theme[];
  sources: readonly Source[];
  theme: ReadonlyMap<string, Theme>;
  note: ReadonlyMap<string, Source>;
  source: ReadonlyMap<string, Source>;
}

/** What stands for the words of people who have not said that they may be quoted, and for what hosts left out. */
const SILENT: readonly string[] = ["(words not for quoting)", "(words left out)"];
/** So long what was fetched is good enough, in milliseconds. */
const FRESH = 30_000;

/** `null`: on its way. */
export const evidence = signal<Evidence | "failed" | null>(null);
let fetchedAt = 0;

/** Fetches it unless it was just fetched; what is there stays in view meanwhile. */
export async function look(anyway = false): Promise<void> {
  if (!anyway && Date.now() - fetchedAt < FRESH) return;
  fetchedAt = Date.now();
  if (evidence.peek() === "failed") evidence.value = null;
  try {
    const [full, told] = await Promise.all([harvest(""), harvest("as=readers")]);
    evidence.value = evidenceOf(full, told);
  } catch {
    fetchedAt = 0;
    if (evidence.peek() === null) evidence.value = "failed";
  }
}

async function harvest(how: string): Promise<Harvest> {
  // A browser without cookies shows the readers' key; what it may read is less.
  const key = cafe.carried ? `key=${cafe.report_link?.split("/").pop() ?? ""}` : "";
  const asked = [key, how].filter(Boolean).join("&");
  const answer = await fetch(`/w/${cafe.code}/report.json${asked && `?${asked}`}`);
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json() as Promise<Harvest>;
}

/** `told`: the same as everyone else reads it. */
export function evidenceOf(full: Harvest, told: Harvest): Evidence {
  const open = new Set(linesOf(told).flatMap(({ anchor, text }) => (SILENT.includes(text) ? [] : [anchor])));
  const sources = linesOf(full).map((line) => ({
    ...line,
    folded: folded(line.text),
    open: open.has(line.anchor),
  }));
  const themes = full.themes.map(({ id, name, notes, tables }) => ({
    ...{ id, name, notes },
    reach: [
      nt("%(n)s note", "%(n)s notes", notes.length),
      nt("%(n)s table", "%(n)s tables", tables.length),
    ].join(" · "),
  }));
  return {
    ...{ themes, sources },
    theme: new Map(themes.map((theme) => [theme.id, theme])),
    note: new Map(sources.flatMap((source) => (source.note === null ? [] : [[source.note, source]]))),
    source: new Map(sources.map((source) => [source.anchor, source])),
  };
}

type Line = Omit<Source, "folded" | "open">;

function linesOf({ rounds, questions, plenaries }: Harvest): Line[] {
  return [
    ...rounds.flatMap(({ notes }) => notes.map(noteLine)),
    ...questions.flatMap(({ no, answers }) =>
      answers.map(({ anchor, text }) => ({
        ...{ anchor, text, note: null, kind: "answer" },
        where: t("Answer to question %(no)s", { no }),
      })),
    ),
    ...plenaries.flatMap(({ chat }) =>
      chat.map(({ anchor, text, kind }) => ({
        ...{ anchor, text, kind, note: null },
        where: t("From the chat"),
      })),
    ),
  ];
}

function noteLine({ anchor, id, kind, text, table, round }: NoteLine): Line {
  return {
    ...{ anchor, kind, text, note: id },
    where: t("Table %(table)s, round %(round)s", { table, round }),
  };
}

/** Those with all of these words in them; of the chosen first, the others as they come. */
export function withWords(sources: readonly Source[], words: string): Source[] {
  const parts = wordsOf(words);
  return sources.filter((source) => parts.every((part) => source.folded.includes(part)));
}
