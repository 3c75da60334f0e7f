import type { JSX } from "preact";
import { link, one, send } from "../engine";
import { Menu } from "../parts/menu";
import type { MenuItem } from "../parts/menu-list";
import { Note, type NoteState } from "../parts/note";
import type { MeDoc } from "../wire/documents";
import { t } from "../words";
import { type DragOptions, Grip } from "./drag";
import { EditNote, editOf } from "./edit-note";
import { focusSoon, stepAside } from "./focus";
import { isNew } from "./fresh";
import { beginWith, jotFor, knownNote } from "./jot";
import { isMine, type StepOf } from "./on";
import { type Laid, placeBeside } from "./table-notes";
import { offerUndo } from "./undo";
import { excerpt } from "./words";

export interface AtTable {
  step: StepOf<"story_round">;
  who: MeDoc;
  /** Whether this person looks after the table. */
  leads: boolean;
  /** The round is on, and this person sits here: notes can be moved and built on. */
  live: boolean;
}

interface TableNoteProps extends AtTable {
  note: Laid;
  /** All notes of its kind, in their order. */
  column: readonly Laid[];
  /** All notes of the round. */
  others: readonly Laid[];
}

/** One note at the table, with what this person may do with it. */
export function TableNote(props: TableNoteProps): JSX.Element {
  const { note, step, others, live, who } = props;
  const mine = isMine(note, who);
  const edit = editOf(note.id);
  const begin = () => {
    edit.text.value = { kind: note.kind, text: note.text };
    focusSoon(`edit-${note.id}`);
  };
  const end = () => {
    edit.clear();
    focusSoon(`more-${note.id}`);
  };
  return (
    <Note
      id={`note-${note.id}`}
      kind={note.kind}
      text={note.text}
      by={authorOf(note, mine)}
      you={mine && note.name !== null}
      enteredBy={note.entered_by ?? undefined}
      state={stateOf(note)}
      buildsOn={note.builds_on.map((id) =>
        excerpt(knownNote(id)?.text ?? t("a note that is not here any more")),
      )}
      broughtFrom={note.brought_from ?? undefined}
      highlighted={note.highlighted || undefined}
      priority={one("table:priority", note.id) !== undefined}
      edited={note.edited > 0}
      menu={
        <span class="note-tools" id={`more-${note.id}`}>
          {live && <Grip {...dragOf(props)} />}
          <Menu
            label={t("Choose what to do with this note: %(words)s", { words: excerpt(note.text, 25) })}
            items={itemsFor(props, mine, begin)}
          />
        </span>
      }
    >
      {edit.text.value !== null && (
        <EditNote note={note} step={step} others={others.filter(({ id }) => id !== note.id)} onEnd={end} />
      )}
    </Note>
  );
}

function authorOf(note: Laid, mine: boolean): string | undefined {
  if (note.name !== null) return note.name;
  return mine ? t("you, without your name") : undefined;
}

function stateOf(note: Laid): NoteState {
  if (note.unsent && link.value !== "connected") return "waiting";
  return isNew(note.id) ? "new" : "laid";
}

function itemsFor(props: TableNoteProps, mine: boolean, begin: () => void): MenuItem[] {
  const { note, live, leads, who } = props;
  const changes = mine || note.entered_by === who.name || who.leads === note.table;
  return [
    ...(changes ? [{ label: t("Change the words or the kind"), icon: "pen" as const, onChoose: begin }] : []),
    ...(live ? moves(props) : []),
    ...(live ? [buildItem(props)] : []),
    ...(leads ? [highlightItem(note)] : []),
    ...(changes ? [takeAwayItem(note)] : []),
  ];
}

function moves({ note, column }: TableNoteProps): MenuItem[] {
  const move = (after: string | null) => send("note.move", { note: note.id, after });
  const [up, down] = [placeBeside(column, note.id, -1), placeBeside(column, note.id, 1)];
  const item = (label: string, icon: MenuItem["icon"], after: string | null | undefined): MenuItem => ({
    ...{ label, icon, onChoose: () => after !== undefined && move(after) },
    reason: after === undefined ? t("It is there already.") : undefined,
  });
  return [
    item(t("Move to the first place"), "level", up === undefined ? undefined : null),
    item(t("Move up"), "up", up),
    item(t("Move down"), "down", down),
  ];
}

function buildItem({ note, step }: TableNoteProps): MenuItem {
  const { buildsOn } = jotFor(step.id);
  const chosen = [...buildsOn.filter((id) => id !== note.id), note.id];
  return {
    label: t("Build on this"),
    icon: "build",
    onChoose: () => beginWith(step.id, { buildsOn: chosen }),
  };
}

export function highlightItem({ id, highlighted }: Laid): MenuItem {
  return {
    label: highlighted ? t("Do not highlight it any more") : t("Highlight it for the next round"),
    icon: "highlight",
    onChoose: () => send("note.highlight", { note: id, on: !highlighted }),
  };
}

function takeAwayItem({ id }: Laid): MenuItem {
  const take = () => {
    stepAside(`note-${id}`);
    send("note.delete", { note: id });
    offerUndo(t("The note was taken away."), () => send("note.restore", { note: id }));
  };
  return { label: t("Take it away"), icon: "bin", stop: true, onChoose: take };
}

/** Within its column a note can be dragged above or below another. */
function dragOf({ note, column }: TableNoteProps): DragOptions {
  const own = (under: Element) => under.closest<HTMLElement>(".board-col .note");
  const ids = column.map(({ id }) => id);
  return {
    aimAt(under) {
      const aim = own(under);
      const id = aim?.id.slice("note-".length);
      return aim && id !== note.id && ids.includes(id ?? "") ? aim : null;
    },
    onDrop(aim, below) {
      const others = ids.filter((id) => id !== note.id);
      const at = others.indexOf(aim.id.slice("note-".length));
      send("note.move", { note: note.id, after: (below ? others[at] : others[at - 1]) ?? null });
    },
  };
}
