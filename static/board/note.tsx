import type { JSX } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";
import { Grip } from "../cafe/drag";
import { stepAside } from "../cafe/focus";
import { excerpt, tableName } from "../cafe/words";
import type { IconName } from "../parts/icons";
import { Menu } from "../parts/menu";
import { Note } from "../parts/note";
import { Picker } from "../parts/picker";
import type { WallNoteDoc } from "../wire/documents";
import { t } from "../words";
import type { Board, View } from "./board";
import { Box } from "./box";
import { choosing, isChosen } from "./chosen";
import { Line } from "./line";
import { Marked } from "./marked";
import { alsoPut, moveTo } from "./moves";
import { Chips } from "./near";
import { dragOf, itemsOf, type List, type OnBoard } from "./note-deeds";
import { fits, targets } from "./targets";
import type { Group } from "./wall";

interface BoardNoteProps {
  board: Board;
  note: WallNoteDoc;
  /** The group it lies in here; null: not grouped yet. */
  group: Group | null;
  /** The other groups that hold it, by their words. */
  also: string;
  view: View;
}

/** A note on the board: its words and the table they come from, never who wrote them. */
export function BoardNote({ board, note, group, also, view }: BoardNoteProps): JSX.Element {
  const [list, show] = useState<List | null>(null);
  const id = `wall-${group?.id ?? ""}-${note.id}`;
  const on: OnBoard = { board, note, group, id };
  useHeir(id);
  const moves = board.moves.value;
  const picked = isChosen({ note: note.id, group }) || list !== null;
  const unfolded = list && <Places {...on} also={list === "also"} onClose={() => show(null)} />;
  const tools = moves && <Tools on={on} boxed={view === "list" || choosing.value} show={show} />;
  const Shape = view === "list" ? Line : Card;
  return (
    <Shape
      {...on}
      lines={linesOf(note, group, also)}
      words={board.wanted.value.words}
      picked={picked}
      tools={tools}
    >
      {moves && group === null && <Chips board={board} note={note} id={id} most={view === "list" ? 1 : 3} />}
      {unfolded}
    </Shape>
  );
}

/** Somebody else may move the note that the keyboard is on: then its neighbour has the focus, or the heading above. */
function useHeir(id: string): void {
  useLayoutEffect(
    () => () => {
      if (document.getElementById(id)?.contains(document.activeElement)) stepAside(id);
    },
    [id],
  );
}

type ShapeProps = Parameters<typeof Line>[0];

function Card({ note, id, lines, words, picked, tools, children }: ShapeProps): JSX.Element {
  return (
    <Note
      id={id}
      kind={note.kind}
      text={note.text}
      drawn={<Marked text={note.text} words={words} />}
      by={note.table === null ? "" : tableName(note.table)}
      state={picked ? "picked" : "laid"}
      lines={lines}
      menu={tools}
    >
      {children}
    </Note>
  );
}

interface ToolsProps {
  on: OnBoard;
  boxed: boolean;
  show: (list: List) => void;
}

function Tools({ on, boxed, show }: ToolsProps): JSX.Element {
  const { board, note, group } = on;
  return (
    <span class="note-tools">
      {boxed && <Box board={board} note={note} lying={{ note: note.id, group }} />}
      <Grip {...dragOf(on)} />
      <Menu
        label={t("Choose what to do with this: %(words)s", { words: excerpt(note.text, 25) })}
        items={() => itemsOf(on, show)}
      />
    </span>
  );
}

type Said = { icon: IconName; words: string };

/** What is said of a note in small print, by sign and word. */
function linesOf({ id }: WallNoteDoc, group: Group | null, also: string): Said[] {
  if (group === null) return [];
  const said: (Said | false)[] = [
    group.differing.includes(id) && { icon: "other", words: t("Sees it the other way round") },
    also !== "" && { icon: "copy", words: t("Also in %(groups)s", { groups: also }) },
    group.suggested.includes(id) && { icon: "alike", words: t("From a suggestion") },
  ];
  return said.filter((one): one is Said => one !== false);
}

interface PlacesProps extends OnBoard {
  also: boolean;
  onClose: () => void;
}

/** "Move to…", unfolded below the note. */
function Places({ board, note, group, id, also, onClose }: PlacesProps): JSX.Element {
  const { groups } = board.wall.value;
  const others = groups.filter((other) => other.id !== group?.id && !other.notes.includes(note.id));
  const go = (to: Group) => {
    if (also) return alsoPut(board, to, note.id);
    stepAside(id);
    moveTo(board, to, [{ note: note.id, group }]);
  };
  return (
    <Picker
      label={also ? t("Put it also in…") : t("Move to…")}
      items={targets(board, others, go)}
      fits={fits}
      onClose={onClose}
    />
  );
}
