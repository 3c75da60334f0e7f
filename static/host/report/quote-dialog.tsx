import type { JSX } from "preact";
import { useId, useRef, useState } from "preact/hooks";
import { announce } from "../../parts/announce";
import { Button } from "../../parts/button";
import { Dialog } from "../../parts/dialog";
import { kindClass } from "../../parts/kinds";
import { Wrong } from "../../parts/wrong";
import { t } from "../../words";
import { firstOf } from "./cite-dialog";
import type { Evidence, Source } from "./evidence";
import { Finder, WithEvidence } from "./finder";
import { firstDifference, insert, leaveOut } from "./quoting";
import type { Content, Quote } from "./statements";

interface QuoteProps {
  content: Content;
  onChange: (part: Partial<Content>) => void;
  onClose: () => void;
}

/** Whose words, and which of them. */
export function QuoteDialog({ content, onChange, onClose }: QuoteProps): JSX.Element {
  const [quote, setQuote] = useState<Quote | null>(content.quote);
  const use = (words: string) => {
    if (quote) onChange({ quote: { source: quote.source, words }, ...withNote(quote.source, content) });
    onClose();
  };
  return (
    <Dialog look="drawer" title={t("Quote somebody")} onClose={onClose}>
      <WithEvidence>
        {(known) => {
          const source = quote && known.source.get(quote.source);
          return source ? (
            <Shorten key={source.anchor} {...{ source, quote, use }} onOther={() => setQuote(null)} />
          ) : (
            <Choose
              {...{ known, content }}
              onChoose={({ anchor, text }) => setQuote({ source: anchor, words: text })}
            />
          );
        }}
      </WithEvidence>
    </Dialog>
  );
}

/** A statement that quotes a note rests on it. */
function withNote(source: string, { notes }: Content): Partial<Content> {
  if (!source.startsWith("note-")) return {};
  return { notes: [...new Set([...notes, source.slice("note-".length)])] };
}

interface ChooseProps {
  known: Evidence;
  content: Content;
  onChoose: (source: Source) => void;
}

function Choose({ known, content, onChoose }: ChooseProps): JSX.Element {
  return (
    <Finder
      label={t("Find words to quote")}
      sources={known.sources}
      first={firstOf(known, content)}
      draw={(source) => (
        <li key={source.anchor} class={`quote ${kindClass(source.kind)}`}>
          <p dir="auto">{source.text}</p>
          <footer>
            {source.where}
            {!source.open && <span> · {t("only hosts would see these words")}</span>}
          </footer>
          <Button
            dense
            label={t("Quote this: %(text)s", { text: source.text })}
            onPress={() => onChoose(source)}
          >
            {t("Quote this")}
          </Button>
        </li>
      )}
    />
  );
}

interface ShortenProps {
  source: Source;
  quote: Quote;
  use: (words: string) => void;
  onOther: () => void;
}

/** The words as they will stand: parts can be left out, and words of an editor put in, in brackets. */
function Shorten({ source, quote, use, onOther }: ShortenProps): JSX.Element {
  const [words, setWords] = useState(quote.words);
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const differs = firstDifference(words, source.text);
  return (
    <div class="stack">
      <blockquote class={`quote ${kindClass(source.kind)}`}>
        <p dir="auto">{source.text}</p>
        <footer>{source.where}</footer>
      </blockquote>
      <div class="field">
        <label for={id}>
          {t("As it will stand in the report")}
          <span class="hint">
            {t("Word for word. Mark what you want to leave out; what you add stands in [ ].")}
          </span>
        </label>
        <textarea
          ref={field}
          id={id}
          class="input"
          rows={5}
          dir="auto"
          value={words}
          aria-invalid={differs !== undefined}
          aria-describedby={differs === undefined ? undefined : `${id}-w`}
          onInput={(event) => setWords(event.currentTarget.value)}
        />
        {differs !== undefined && <Wrong id={`${id}-w`}>{differsWords(differs)}</Wrong>}
      </div>
      <Tools field={field} whole={source.text} words={words} onChange={setWords} />
      <div class="row">
        <Button
          look="do"
          reason={differs === undefined ? undefined : t("not their words")}
          onPress={() => use(words)}
        >
          {t("Use this quote")}
        </Button>
        <Button onPress={onOther}>{t("Choose other words")}</Button>
      </div>
    </div>
  );
}

function differsWords(differs: string): string {
  if (differs === "") return t("Leave at least a few of their words.");
  return t("From “%(words)s” on, these are not their words. Words of yours stand in [ ].", {
    words: differs.slice(0, 40),
  });
}

interface ToolsProps {
  field: { current: HTMLTextAreaElement | null };
  whole: string;
  words: string;
  onChange: (words: string) => void;
}

function Tools({ field, whole, words, onChange }: ToolsProps): JSX.Element {
  const marked = () => ({ from: field.current?.selectionStart ?? 0, to: field.current?.selectionEnd ?? 0 });
  const leave = () => {
    const { from, to } = marked();
    if (from === to) announce(t("Mark the words to leave out first, in the field above."));
    else onChange(leaveOut(words, from, to));
    field.current?.focus();
  };
  const add = () => {
    const { to } = marked();
    onChange(insert(words, to, ""));
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(to + 1, to + 1);
    });
  };
  return (
    <div class="row">
      <Button dense onPress={leave}>
        {t("Leave out the marked words")}
      </Button>
      <Button dense onPress={add}>
        {t("Add words of yours in [ ]")}
      </Button>
      <Button dense look="quiet" onPress={() => onChange(whole)}>
        {t("All the words again")}
      </Button>
    </div>
  );
}
