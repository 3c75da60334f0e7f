import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../../parts/button";
import { IconButton } from "../../parts/icon-button";
import { kindClass } from "../../parts/kinds";
import { t } from "../../words";
import { CiteDialog } from "./cite-dialog";
import { type Evidence, evidence } from "./evidence";
import { QuoteDialog } from "./quote-dialog";
import type { Content } from "./statements";

interface RestsOnProps {
  content: Content;
  onChange: (part: Partial<Content>) => void;
  /** Its quote was taken back by whoever wrote the words. */
  lost: boolean;
}

type Open = "cite" | "quote" | null;

/** What a statement rests on, and the words it quotes. */
export function RestsOn({ content, onChange, lost }: RestsOnProps): JSX.Element {
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const { themes, notes, quote } = content;
  return (
    <div class="wr-rests stack stack--tight">
      <Cited content={content} onChange={onChange} />
      {quote && <Quoted content={content} onChange={onChange} onEdit={() => setOpen("quote")} />}
      {lost && (
        <p class="small">
          {t("The words quoted here were taken back or changed by whoever wrote them. Choose others.")}
        </p>
      )}
      <div class="row">
        <Button dense icon="linked" onPress={() => setOpen("cite")}>
          {themes.length + notes.length > 0 ? t("Change what it rests on") : t("Say what it rests on")}
        </Button>
        {!quote && (
          <Button dense icon="voice" onPress={() => setOpen("quote")}>
            {t("Quote somebody")}
          </Button>
        )}
      </div>
      {open === "cite" && <CiteDialog content={content} onChange={onChange} onClose={close} />}
      {open === "quote" && <QuoteDialog content={content} onChange={onChange} onClose={close} />}
    </div>
  );
}

type PartProps = Pick<RestsOnProps, "content" | "onChange">;

function Cited({ content: { themes, notes }, onChange }: PartProps): JSX.Element {
  const known = evidence.value;
  if (themes.length + notes.length === 0)
    return (
      <p class="small soft">{t("It rests on nothing yet. A statement needs a theme or a note behind it.")}</p>
    );
  return (
    <div>
      <p class="small firm">{t("It rests on")}</p>
      <ul class="wr-cites">
        {themes.map((id) => (
          <Cite
            key={id}
            words={themeWords(known, id)}
            onRemove={() => onChange({ themes: themes.filter((one) => one !== id) })}
          />
        ))}
        {notes.map((id) => (
          <Cite
            key={id}
            words={noteWords(known, id)}
            onRemove={() => onChange({ notes: notes.filter((one) => one !== id) })}
          />
        ))}
      </ul>
    </div>
  );
}

function Cite({ words, onRemove }: { words: string; onRemove: () => void }): JSX.Element {
  return (
    <li class="wr-cite small">
      <span dir="auto">{words}</span>
      <IconButton icon="close" label={t("Take out: %(what)s", { what: words })} onPress={onRemove} />
    </li>
  );
}

type Known = Evidence | "failed" | null;

function themeWords(known: Known, id: string): string {
  if (known === null || known === "failed") return t("A theme");
  const theme = known.theme.get(id);
  return theme
    ? t("Theme “%(name)s”, %(reach)s", { name: theme.name, reach: theme.reach })
    : t("A theme that is not there any more");
}

function noteWords(known: Known, id: string): string {
  if (known === null || known === "failed") return t("A note");
  const note = known.note.get(id);
  return note
    ? t("%(where)s: “%(text)s”", { where: note.where, text: shortened(note.text) })
    : t("A note that is not there any more");
}

function shortened(text: string): string {
  return text.length > 70 ? `${text.slice(0, 69).replace(/\s+\S*$/, "")}…` : text;
}

function Quoted({
  content: { quote },
  onChange,
  onEdit,
}: PartProps & { onEdit: () => void }): JSX.Element | null {
  const known = evidence.value;
  if (!quote) return null;
  const source = known && known !== "failed" ? known.source.get(quote.source) : undefined;
  return (
    <div>
      <blockquote class={`quote ${kindClass(source?.kind ?? "comment")}`}>
        <p dir="auto">{quote.words}</p>
        <footer>{source?.where}</footer>
      </blockquote>
      {source && !source.open && (
        <p class="small">
          {t(
            "Only hosts see these words: whoever wrote them has not said that they may be quoted, or a host left them out.",
          )}
        </p>
      )}
      <div class="row">
        <Button dense look="quiet" icon="pen" onPress={onEdit}>
          {t("Change the quote")}
        </Button>
        <Button dense look="quiet" icon="bin" onPress={() => onChange({ quote: null })}>
          {t("Take the quote out")}
        </Button>
      </div>
    </div>
  );
}
