import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { focusSoon } from "../cafe/focus";
import { Menu } from "../parts/menu";
import type { MenuItem } from "../parts/menu-list";
import { Picker } from "../parts/picker";
import type { WallNoteDoc } from "../wire/documents";
import { t } from "../words";
import type { Board, View } from "./board";
import { choosing } from "./chosen";
import { Lineage } from "./lineage";
import { More } from "./more";
import { markSingleVoice, merge } from "./moves";
import { lockedWords, NameGroup, NameIt } from "./naming";
import { Beside } from "./near";
import { BoardNote } from "./note";
import { GroupReach } from "./reach";
import { fits, targets } from "./targets";
import type { Group } from "./wall";
import { groupWord, quoted } from "./wording";

interface BoardGroupProps {
  board: Board;
  group: Group;
  /** Those of its notes that are shown. */
  notes: readonly WallNoteDoc[];
  view: View;
}

type Open = "name" | "merge" | "lineage" | null;

/** Notes that people put together: what it is called, how far it carries, and its notes. */
export function BoardGroup({ board, group, notes, view }: BoardGroupProps): JSX.Element {
  const [open, setOpen] = useState<Open>(null);
  const id = `group-${group.id}`;
  const moves = board.moves.value;
  const close = () => {
    setOpen(null);
    focusSoon(id);
  };
  return (
    <section class="theme" aria-labelledby={id} data-drop={moves ? group.id : undefined}>
      <Head board={board} group={group} id={id} setOpen={setOpen} />
      {open !== "name" && <Words group={group} />}
      {moves && open === null && <NameIt board={board} group={group} onPress={() => setOpen("name")} />}
      {open === "merge" && <MergeInto board={board} group={group} onClose={() => setOpen(null)} />}
      {open === "name" && <NameGroup group={group} onEnd={close} />}
      {open === "lineage" && <Lineage board={board} group={group} onClose={() => setOpen(null)} />}
      <GroupNotes board={board} group={group} notes={notes} view={view} />
      <Beside board={board} group={group} />
    </section>
  );
}

interface HeadProps {
  board: Board;
  group: Group;
  id: string;
  setOpen: (open: Open) => void;
}

function Head({ board, group, id, setOpen }: HeadProps): JSX.Element {
  return (
    <div class="theme-top">
      <div class="theme-head">
        <h3 id={id} tabIndex={-1} class={group.name ? undefined : "soft"} dir="auto">
          {groupWord(group)}
        </h3>
        <GroupReach board={board} group={group} />
      </div>
      <Menu
        label={t("Choose what to do with the group “%(group)s”", { group: groupWord(group) })}
        items={() => groupItems(board, group, setOpen)}
      />
    </div>
  );
}

function Words({ group: { statement, includes, excludes } }: { group: Group }): JSX.Element | null {
  if (!statement && !includes && !excludes) return null;
  return (
    <div class="theme-words small soft">
      {statement && <p dir="auto">{statement}</p>}
      {includes && (
        <p dir="auto">
          <b>{t("Belongs here:")}</b> {includes}
        </p>
      )}
      {excludes && (
        <p dir="auto">
          <b>{t("Does not:")}</b> {excludes}
        </p>
      )}
    </div>
  );
}

interface MergeIntoProps {
  board: Board;
  group: Group;
  onClose: () => void;
}

function MergeInto({ board, group, onClose }: MergeIntoProps): JSX.Element {
  const others = board.wall.value.groups.filter(({ id }) => id !== group.id);
  return (
    <Picker
      label={t("Move the whole group into…")}
      items={targets(board, others, (to) => merge(group, to))}
      fits={fits}
      onClose={onClose}
    />
  );
}

function groupItems(board: Board, group: Group, setOpen: (open: Open) => void): MenuItem[] {
  const lineage: MenuItem = {
    label: t("How it came to be"),
    icon: "clock",
    onChoose: () => setOpen("lineage"),
  };
  if (!board.moves.peek()) return [lineage];
  const others = board.wall.peek().groups.length > 1;
  return [
    {
      label: group.name ? t("Change its name and words") : t("Name the group"),
      icon: "pen",
      reason: nameReason(board, group),
      onChoose: () => setOpen("name"),
    },
    {
      label: t("Move the whole group into…"),
      icon: "go",
      reason: others ? undefined : t("There is no other group yet."),
      onChoose: () => setOpen("merge"),
    },
    {
      label: t("Split it: choose what goes"),
      icon: "copy",
      reason: group.notes.length < 2 ? t("There is one thing in it only.") : undefined,
      onChoose: () => split(group),
    },
    {
      label: group.single_voice ? t("It is not a single voice") : t("Keep it as a single voice"),
      icon: "voice",
      onChoose: () => markSingleVoice(group),
    },
    lineage,
  ];
}

function nameReason(board: Board, group: Group): string | undefined {
  if (!board.names.peek()) return lockedWords();
  const early = group.notes.length < 2 && !group.name && !group.single_voice;
  return early ? t("Names come last: put another one in first.") : undefined;
}

/** Boxes appear on everything; the first of this group has the focus. */
function split(group: Group): void {
  choosing.value = true;
  setTimeout(() => {
    document.querySelector<HTMLElement>(`input[data-group="${CSS.escape(group.id)}"]`)?.focus();
  });
}

/** So many notes of a group are shown at first; then page by page. */
const FIRST = { wall: 2, list: 3 };
const PAGE = { wall: 20, list: 50 };

function GroupNotes({ board, group, notes, view }: BoardGroupProps): JSX.Element {
  const [more, setMore] = useState(0);
  const drawn = notes.slice(0, FIRST[view] + more * PAGE[view]);
  return (
    <>
      <ul class={view === "list" ? "lines" : "notes"}>
        {drawn.map((note) => (
          <BoardNote
            key={note.id}
            {...{ board, note, group, view }}
            also={alsoWords(board, group, note.id)}
          />
        ))}
      </ul>
      <More
        rest={notes.length - drawn.length}
        page={PAGE[view]}
        of={t("“%(group)s”", { group: groupWord(group) })}
        onPress={() => setMore(more + 1)}
      />
    </>
  );
}

function alsoWords({ wall }: Board, group: Group, note: string): string {
  const others = wall.value.held.get(note)?.filter(({ id }) => id !== group.id) ?? [];
  return quoted(others.map(groupWord));
}
