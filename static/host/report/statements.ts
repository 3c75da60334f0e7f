// What hosts conclude: key themes, conclusions and recommendations, and what each of them rests on.
import { offerUndo } from "../../cafe/undo";
import { all, discard, one, type Refused, send } from "../../engine";
import type { Documents } from "../../wire/documents";
import { t } from "../../words";
import { type Pen, penOf } from "./pen";
import { HEADING, STATEMENT, tidyLine, tidyPassage, tooLong } from "./texts";

export type Statement = Documents["desk:statement"];
export type Kind = Statement["kind"];

export interface Quote {
  /** What is quoted: `note-…`, `answer-…` or `chat-…`. */
  source: string;
  words: string;
  readonly [key: string]: string;
}

/** What is written of a statement: all of it is saved together. */
export type Content = {
  heading: string;
  text: string;
  themes: readonly string[];
  notes: readonly string[];
  quote: Quote | null;
};

/** The same as the server has it: a quote may have lost its source. */
export type Written = Pick<Statement, keyof Content>;

export const EMPTY: Content = { heading: "", text: "", themes: [], notes: [], quote: null };

/** Those that stand, in their order. */
export function statementsOf(kind: Kind): Statement[] {
  return all("desk:statement")
    .filter((each) => each.kind === kind && !each.removed)
    .sort((a, b) => a.place - b.place || (a.id < b.id ? -1 : 1));
}

export function contentOf({ heading, text, themes, notes, quote }: Written): Content {
  const stands = quote !== null && !quote.gone;
  return {
    ...{ heading, text, themes, notes },
    quote: stands ? { source: quote.source, words: quote.words } : null,
  };
}

/** Whether words that it quoted were taken back, or say something else now. */
export function hasLostQuote({ quote }: Statement): boolean {
  return quote?.gone === true;
}

export function penOfStatement(id: string): Pen<Content> {
  return penOf<Content>({
    key: id,
    read: () => read(id),
    write: (content, was) => send("statement.write", { statement: id, ...fieldsOf(content), was }),
    tidy,
    fault: faultOf,
  });
}

function read(id: string): { value: Content; version: number } {
  const found = one("desk:statement", id);
  return found ? { value: contentOf(found), version: found.version } : { value: EMPTY, version: 0 };
}

/** As the wire wants it. */
function fieldsOf({ themes, notes, quote, ...words }: Content) {
  return {
    ...words,
    themes: [...themes],
    notes: [...notes],
    quote: quote && { source: quote.source, words: quote.words },
  };
}

function tidy({ heading, text, themes, notes, quote }: Content): Content {
  return {
    ...{ heading: tidyLine(heading), text: tidyPassage(text) },
    ...{ themes: [...new Set(themes)], notes: [...new Set(notes)] },
    quote: quote && { source: quote.source, words: tidyPassage(quote.words) },
  };
}

export function faultOf({ heading, text }: Content): string | undefined {
  if (!heading.trim() && !text.trim()) return t("Write a heading or a sentence, or take this one out.");
  return tooLong(heading.trim(), HEADING) ?? tooLong(text.trim(), STATEMENT);
}

/** Resolves to what was refused, in a sentence; nothing if it stands. */
export async function add(kind: Kind, content: Content): Promise<string | undefined> {
  const sent = send("statement.add", { kind, ...fieldsOf(tidy(content)) });
  try {
    await sent.done;
    return undefined;
  } catch (refusal) {
    discard(sent.id);
    return (refusal as Refused).message;
  }
}

export function takeOut({ id, heading, kind }: Statement): void {
  send("statement.remove", { statement: id, on: true });
  offerUndo(t("“%(name)s” is taken out.", { name: heading || kindWord(kind) }), () =>
    send("statement.remove", { statement: id, on: false }),
  );
}

/** Before the one that stands at `place` (from 0, as if this one were not there), or behind all. */
export function moveTo(statement: Statement, place: number): void {
  const others = statementsOf(statement.kind).filter(({ id }) => id !== statement.id);
  const was = statementsOf(statement.kind).findIndex(({ id }) => id === statement.id);
  if (place === was) return;
  const put = (at: number) =>
    send("statement.move", { statement: statement.id, before: others[at]?.id ?? null });
  put(place);
  const name = statement.heading || kindWord(statement.kind);
  offerUndo(t("“%(name)s” stands at place %(no)s now.", { name, no: place + 1 }), () => put(was));
}

export function kindWord(kind: Kind): string {
  if (kind === "key-theme") return t("Key theme");
  return kind === "conclusion" ? t("Conclusion") : t("Recommendation");
}

export interface Words {
  title: string;
  hint: string;
  add: string;
}

export function wordsOf(kind: Kind): Words {
  if (kind === "key-theme")
    return {
      title: t("Key themes and emerging ideas for change"),
      hint: t("Four to six short statements. Each rests on themes or notes."),
      add: t("Add a key theme"),
    };
  if (kind === "conclusion")
    return {
      title: t("Conclusions"),
      hint: t("The broad areas that ask for change, with a paragraph each. They are counted by themselves."),
      add: t("Add a conclusion"),
    };
  return {
    title: t("Recommendations"),
    hint: t("What should be done, and by whom. Each rests on themes or notes."),
    add: t("Add a recommendation"),
  };
}
