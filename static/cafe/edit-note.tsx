import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import { draft, send } from "../engine";
import { Button } from "../parts/button";
import { Composer } from "../parts/composer";
import type { Draft } from "../parts/use-draft";
import { t } from "../words";
import { BuildsOn } from "./builds-on";
import type { StepOf } from "./on";
import { hand } from "./sending";
import type { Laid } from "./table-notes";

type Edit = { kind: string | null; text: string };

/** What someone is changing in a note; null while nobody does. It survives a reload. */
export const editOf = (note: string) => draft<Edit | null>(`edit/${note}`, null);

interface EditNoteProps {
  note: Laid;
  step: StepOf<"story_round">;
  /** What there is to build on. */
  others: readonly Laid[];
  onEnd: () => void;
}

/** The words and the kind of a note, open for changes. */
export function EditNote({ note, step, others, onEnd }: EditNoteProps): JSX.Element {
  const kept = editOf(note.id);
  const [links, setLinks] = useState(note.builds_on);
  const saved = useRef(false);
  const save = async ({ kind, text }: Draft) => {
    await hand("note.edit", { note: note.id, text, kind: kind ?? note.kind });
    saved.current = true;
    if (links.join() !== note.builds_on.join()) send("note.link", { note: note.id, builds_on: links });
    onEnd();
  };
  return (
    <div class="note-edit">
      <Composer
        id={`edit-${note.id}`}
        kinds={step.settings.note_kinds}
        draft={kept.text.value ?? { kind: note.kind, text: note.text }}
        onDraft={(edit) => {
          // Once saved, the form empties itself: that is no change of the note.
          if (!saved.current) kept.text.value = edit;
        }}
        onSend={save}
        max={step.settings.note_length ?? 500}
        label={t("The words of this note")}
        submit={t("Save the change")}
      >
        <BuildsOn notes={others} chosen={links} onChange={setLinks} />
      </Composer>
      <Button look="quiet" dense onPress={onEnd}>
        {t("Leave it as it was")}
      </Button>
    </div>
  );
}
