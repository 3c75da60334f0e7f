import type { JSX } from "preact";
import { IconButton } from "../parts/icon-button";
import { Icon } from "../parts/icons";
import { Menu } from "../parts/menu";
import type { NoteDoc } from "../wire/documents";
import { t } from "../words";
import { knownNote } from "./jot";
import { excerpt } from "./words";

/** The server takes no more. */
const MOST = 10;

interface BuildsOnProps {
  /** What there is to build on. */
  notes: readonly NoteDoc[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
}

/** Which notes these words build on: choose, see, take back. */
export function BuildsOn({ notes, chosen, onChange }: BuildsOnProps): JSX.Element | null {
  const open = notes.filter((note) => !chosen.includes(note.id));
  if (open.length === 0 && chosen.length === 0) return null;
  return (
    <div class="builds-on">
      {chosen.length > 0 && (
        <ul aria-label={t("Builds on")}>
          {chosen.map((id) => (
            <Link key={id} id={id} onDrop={() => onChange(chosen.filter((other) => other !== id))} />
          ))}
        </ul>
      )}
      {open.length > 0 && chosen.length < MOST && (
        <Menu
          label={t("Builds on a note…")}
          text={t("Builds on a note…")}
          icon="build"
          items={open.map((note) => ({
            label: excerpt(note.text, 60),
            onChoose: () => onChange([...chosen, note.id]),
          }))}
        />
      )}
    </div>
  );
}

function Link({ id, onDrop }: { id: string; onDrop: () => void }): JSX.Element {
  const words = excerpt(knownNote(id)?.text ?? t("a note that is not here any more"));
  return (
    <li class="note-line">
      <Icon name="build" />
      <span dir="auto">{t("Builds on “%(words)s”", { words })}</span>
      <IconButton icon="close" label={t("Does not build on “%(words)s”", { words })} onPress={onDrop} />
    </li>
  );
}
