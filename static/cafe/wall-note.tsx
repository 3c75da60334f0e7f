import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Menu } from "../parts/menu";
import { type MenuItem, MenuList } from "../parts/menu-list";
import { Note } from "../parts/note";
import type { WallNoteDoc } from "../wire/documents";
import { nt, t } from "../words";
import { type DragOptions, Grip } from "./drag";
import { stepAside } from "./focus";
import type { Group } from "./wall";
import { choose, choosing, isChosen } from "./wall-chosen";
import {
  alsoPut,
  groupWord,
  type Lying,
  leaveAlone,
  type Moved,
  moveTo,
  startGroup,
  takeOut,
} from "./wall-moves";
import { excerpt, tableName } from "./words";

interface WallNoteProps {
  note: WallNoteDoc;
  /** The group it lies in here; null: not grouped yet. */
  group: Group | null;
  groups: readonly Group[];
  step: string;
  /** Whether this person may move notes now. */
  moves: boolean;
}

/** A note on the wall: its words and the table they come from, never who wrote them. */
export function WallNote(props: WallNoteProps): JSX.Element {
  const { note, group, moves } = props;
  const lying: Lying = { note: note.id, group };
  const id = `wall-${group?.id ?? ""}-${note.id}`;
  const [list, show] = useState<"move" | "also" | null>(null);
  const targets = list && <Targets {...props} id={id} also={list === "also"} onClose={() => show(null)} />;
  return (
    <Note
      id={id}
      kind={note.kind}
      text={note.text}
      by={tableName(note.table)}
      state={isChosen(lying) || list !== null ? "picked" : "laid"}
      menu={
        moves && (
          <span class="note-tools">
            {choosing.value ? <Box lying={lying} note={note} /> : <Grip {...dragOf(props)} />}
            <Menu
              label={t("Choose what to do with this note: %(words)s", { words: excerpt(note.text, 25) })}
              items={group ? groupedItems(props, id, show) : looseItems(props, id)}
            />
          </span>
        )
      }
    >
      {targets}
    </Note>
  );
}

function Box({ lying, note }: { lying: Lying; note: WallNoteDoc }): JSX.Element {
  return (
    <label class="note-box">
      <input
        type="checkbox"
        checked={isChosen(lying)}
        onChange={(event) => choose(lying, event.currentTarget.checked)}
      />
      <span class="only-read">{t("Choose this note: %(words)s", { words: excerpt(note.text) })}</span>
    </label>
  );
}

/** For a loose note the menu is the list of places it can go. */
function looseItems({ note, groups, step }: WallNoteProps, id: string): MenuItem[] {
  const lying: Moved = [{ note: note.id, group: null }];
  const go = (act: () => void) => () => {
    stepAside(id);
    act();
  };
  return [
    ...groups.map((to) => ({ ...target(to), onChoose: go(() => moveTo(to, lying)) })),
    { label: t("A new group"), icon: "plus", onChoose: go(() => startGroup(step, lying)) },
    { label: t("Leave it on its own"), icon: "done", onChoose: go(() => leaveAlone(step, note.id)) },
  ];
}

type Show = (list: "move" | "also") => void;

function groupedItems({ note, group, groups, step }: WallNoteProps, id: string, show: Show): MenuItem[] {
  const lying: Moved = [{ note: note.id, group }];
  const only = groups.length < 2 ? t("There is no other group yet.") : undefined;
  const alone = group?.notes.length === 1 ? t("It is on its own already.") : undefined;
  return [
    { label: t("Move to another group…"), icon: "go", reason: only, onChoose: () => show("move") },
    { label: t("Put it in a second group too…"), icon: "copy", reason: only, onChoose: () => show("also") },
    {
      label: t("Start a new group with it"),
      icon: "plus",
      reason: alone,
      onChoose: () => startGroup(step, lying),
    },
    {
      label: t("Take it out of the group"),
      icon: "back",
      onChoose: () => {
        stepAside(id);
        takeOut(lying);
      },
    },
  ];
}

interface TargetsProps extends WallNoteProps {
  id: string;
  also: boolean;
  onClose: () => void;
}

/** "Move to…", unfolded below the note. */
function Targets({ note, group, groups, id, also, onClose }: TargetsProps): JSX.Element {
  const others = groups.filter((other) => other.id !== group?.id && !other.notes.includes(note.id));
  const go = (to: Group) => {
    if (also) return alsoPut(to, note.id);
    stepAside(id);
    moveTo(to, [{ note: note.id, group }]);
  };
  return (
    <MenuList
      inline
      heading
      label={also ? t("Put it also in…") : t("Move to…")}
      items={others.map((to) => ({ ...target(to), onChoose: () => go(to) }))}
      onClose={onClose}
    />
  );
}

export function target(to: Group): Pick<MenuItem, "label" | "icon" | "hint"> {
  return { label: groupWord(to), icon: "go", hint: nt("%(n)s note", "%(n)s notes", to.notes.length) };
}

/** Dropped on a group, on "a new group", or back among the loose ones. */
function dragOf({ note, group, groups, step }: WallNoteProps): DragOptions {
  const lying: Moved = [{ note: note.id, group }];
  return {
    aimAt(under) {
      const aim = under.closest<HTMLElement>("[data-drop]");
      return aim && aim.dataset["drop"] !== (group?.id ?? "loose") ? aim : null;
    },
    onDrop(aim) {
      const to = aim.dataset["drop"];
      const theme = groups.find(({ id }) => id === to);
      if (theme) moveTo(theme, lying);
      else if (to === "new") startGroup(step, lying);
      else if (group) takeOut(lying);
    },
  };
}
