import type { JSX } from "preact";
import { Button } from "../../parts/button";
import { Check } from "../../parts/check";
import { Dialog } from "../../parts/dialog";
import { t } from "../../words";
import type { Evidence } from "./evidence";
import { Finder, WithEvidence } from "./finder";
import type { Content } from "./statements";

interface CiteProps {
  content: Content;
  onChange: (part: Partial<Content>) => void;
  onClose: () => void;
}

/** Themes and notes to rest on: each tick counts at once. */
export function CiteDialog({ content, onChange, onClose }: CiteProps): JSX.Element {
  return (
    <Dialog look="drawer" title={t("What it rests on")} onClose={onClose}>
      <WithEvidence>{(known) => <Choices {...{ known, content, onChange }} />}</WithEvidence>
      <Button look="do" onPress={onClose}>
        {t("Done")}
      </Button>
    </Dialog>
  );
}

type ChoicesProps = Omit<CiteProps, "onClose"> & { known: Evidence };

function Choices({ known, content, onChange }: ChoicesProps): JSX.Element {
  const { themes, notes } = content;
  return (
    <>
      <fieldset class="wr-group">
        <legend>{t("Themes")}</legend>
        {known.themes.length === 0 && <p class="soft">{t("There are no themes in this café.")}</p>}
        {known.themes.map(({ id, name, reach }) => (
          <Check
            key={id}
            label={name}
            hint={reach}
            checked={themes.includes(id)}
            onChange={(on) => onChange({ themes: ticked(themes, id, on) })}
          />
        ))}
      </fieldset>
      <fieldset class="wr-group">
        <legend>{t("Single notes")}</legend>
        <Finder
          label={t("Find notes by word")}
          sources={known.sources.filter(({ note }) => note !== null)}
          first={firstOf(known, content)}
          draw={({ anchor, note, text, where }) => (
            <li key={anchor}>
              <Check
                label={text}
                hint={where}
                checked={note !== null && notes.includes(note)}
                onChange={(on) => onChange({ notes: ticked(notes, note ?? "", on) })}
              />
            </li>
          )}
        />
      </fieldset>
    </>
  );
}

function ticked(all: readonly string[], id: string, on: boolean): string[] {
  const others = all.filter((one) => one !== id);
  return on ? [...others, id] : others;
}

/** What is chosen, and then the notes of chosen themes. */
export function firstOf({ theme }: Evidence, { themes, notes }: Content): ReadonlySet<string> {
  const near = themes.flatMap((id) => theme.get(id)?.notes ?? []);
  return new Set([...notes, ...near].map((note) => `note-${note}`));
}
