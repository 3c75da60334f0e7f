import { signal } from "@preact/signals";
import type { JSX } from "preact";
import { Button } from "../parts/button";
import { Note } from "../parts/note";
import type { NoteDoc } from "../wire/documents";
import { nt, t } from "../words";
import { Fold } from "./fold";
import { beginWith, earlierNotes, jotFor } from "./jot";
import type { StepOf } from "./on";
import { excerpt, tableName } from "./words";

/** So many are shown at first, and with each "Show more". */
const PAGE = 6;
const shown = signal(PAGE);

interface BringInProps {
  step: StepOf<"story_round">;
}

/** Ideas from earlier tables, one's own first: chosen, they stand in the composer to be said anew. */
export function BringIn({ step }: BringInProps): JSX.Element | null {
  const { own, seen } = earlierNotes(step.id);
  const notes = [...own, ...seen];
  if (!step.settings.bring_in || notes.length === 0) return null;
  const rest = notes.length - shown.value;
  return (
    <Fold
      title={t("Ideas you bring")}
      count={nt("%(n)s to choose from", "%(n)s to choose from", notes.length)}
      class="tv-bring"
    >
      <p class="small soft">{t("From your tables before. Bring what speaks to the question here.")}</p>
      <ul class="notes notes--wide">
        {notes.slice(0, shown.value).map((note) => (
          <Idea key={note.id} note={note} step={step} own={own.includes(note)} />
        ))}
      </ul>
      {rest > 0 && (
        <Button look="quiet" icon="down" dense onPress={() => (shown.value += PAGE)}>
          {nt("Show %(n)s more", "Show %(n)s more", Math.min(PAGE, rest))}
        </Button>
      )}
    </Fold>
  );
}

function Idea({ note, step, own }: BringInProps & { note: NoteDoc; own: boolean }): JSX.Element {
  const { kind, text } = note;
  const chosen = jotFor(step.id).brings === note.id;
  const bring = () => beginWith(step.id, { text, kind: fitting(kind, step), brings: note.id });
  return (
    <Note
      kind={kind}
      text={text}
      by={own ? t("you, %(table)s", { table: tableName(note.table) }) : tableName(note.table)}
    >
      <div>
        <Button
          dense
          icon="go"
          onPress={bring}
          reason={chosen ? t("it is in the composer") : undefined}
          label={t("Bring this: %(words)s", { words: excerpt(text) })}
        >
          {t("Bring this")}
        </Button>
      </div>
    </Note>
  );
}

function fitting(kind: string, step: StepOf<"story_round">): string | null {
  return step.settings.note_kinds.includes(kind) ? kind : null;
}
