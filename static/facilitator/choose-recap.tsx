import type { JSX } from "preact";
import { Fold } from "../cafe/fold";
import { me } from "../cafe/on";
import { countNotes, excerpt } from "../cafe/words";
import { all, send } from "../engine";
import { Button } from "../parts/button";
import { Note } from "../parts/note";
import type { NoteDoc } from "../wire/documents";
import { t } from "../words";

/** Earlier notes of my table, to be highlighted for those who have just sat down. */
export function ChooseRecap(): JSX.Element | null {
  const table = me()?.leads;
  const notes = [...all("person:past"), ...all("person:note")]
    .filter((note) => note.table === table && note.earlier)
    .sort((a, b) => a.at - b.at);
  if (notes.length === 0) return null;
  return (
    <Fold title={t("Choose from the notes of this table")} count={countNotes(notes.length)} level={3}>
      <ul class="notes notes--wide">
        {notes.map((note) => (
          <Earlier key={note.id} note={note} />
        ))}
      </ul>
    </Fold>
  );
}

function Earlier({ note }: { note: NoteDoc }): JSX.Element {
  const { id, kind, text, highlighted } = note;
  return (
    <Note kind={kind} text={text} highlighted={highlighted || undefined}>
      <div>
        <Button
          dense
          icon="highlight"
          pressed={highlighted}
          onPress={() => send("note.highlight", { note: id, on: !highlighted })}
          label={t("Highlight: %(words)s", { words: excerpt(text, 25) })}
        >
          {t("Highlight")}
        </Button>
      </div>
    </Note>
  );
}
