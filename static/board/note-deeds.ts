// What can be done with one note: the items of its menu, and where it can be dropped.
import type { DragOptions } from "../cafe/drag";
import { stepAside } from "../cafe/focus";
import type { MenuItem } from "../parts/menu-list";
import { FEW } from "../parts/picker";
import type { WallNoteDoc } from "../wire/documents";
import { t } from "../words";
import type { Board } from "./board";
import { chosenOn, type Lying, type Moved } from "./chosen";
import { putSuggested } from "./guess-moves";
import { leaveAlone, markDiffering, moveTo, startGroup, takeOut } from "./moves";
import { targets } from "./targets";
import type { Group } from "./wall";
import { count, groupWord } from "./wording";

export interface OnBoard {
  board: Board;
  note: WallNoteDoc;
  /** The group it lies in here; null: not grouped yet. */
  group: Group | null;
  /** The element that holds it. */
  id: string;
}

export type List = "move" | "also";
type Show = (list: List) => void;

export function itemsOf(on: OnBoard, show: Show): MenuItem[] {
  return on.group ? groupedItems(on, on.group, show) : looseItems(on, show);
}

/** For a loose note the menu is the list of places it can go; where there are many, one of them finds the others. */
function looseItems({ board, note, id }: OnBoard, show: Show): MenuItem[] {
  const { groups } = board.wall.peek();
  const lying: Moved = [{ note: note.id, group: null }];
  const go = (act: () => void) => () => {
    stepAside(id);
    act();
  };
  const many: MenuItem = { label: t("Move to…"), icon: "go", onChoose: () => show("move") };
  const few = () => targets(board, groups, (to) => go(() => moveTo(board, to, lying))());
  return [
    ...nearItems(board, note, id),
    ...(groups.length > FEW ? [many] : few()),
    { label: t("A new group"), icon: "plus", onChoose: go(() => startGroup(board, lying)) },
    { label: t("Leave it on its own"), icon: "done", onChoose: go(() => leaveAlone(board, note.id)) },
  ];
}

/** Where the computer thinks it may belong, first, in the words of the chips. */
function nearItems(board: Board, note: WallNoteDoc, id: string): MenuItem[] {
  const { groups } = board.wall.peek();
  if (groups.length <= FEW) return [];
  return nearGroups(board, note.id).map((to) => ({
    label: t("It may belong to “%(group)s”", { group: groupWord(to) }),
    icon: "alike",
    onChoose() {
      stepAside(id);
      putSuggested(board, to, [note.id]);
    },
  }));
}

/** The groups a loose note may belong to, the nearest first. */
export function nearGroups({ wall }: Board, note: string): Group[] {
  const { groups, near } = wall.value;
  const found = near.get(note)?.themes ?? [];
  return found.flatMap(({ theme }) => groups.find(({ id }) => id === theme) ?? []);
}

function groupedItems({ board, note, id }: OnBoard, group: Group, show: Show): MenuItem[] {
  const lying: Moved = [{ note: note.id, group }];
  const only = board.wall.peek().groups.length < 2 ? t("There is no other group yet.") : undefined;
  const alone = group.notes.length === 1 ? t("It is on its own already.") : undefined;
  const differs = group.differing.includes(note.id);
  return [
    { label: t("Move to another group…"), icon: "go", reason: only, onChoose: () => show("move") },
    { label: t("Put it in a second group too…"), icon: "copy", reason: only, onChoose: () => show("also") },
    {
      label: t("Start a new group with it"),
      icon: "plus",
      reason: alone,
      onChoose: () => startGroup(board, lying),
    },
    {
      label: differs ? t("It does not see it the other way round") : t("It sees it the other way round"),
      icon: "other",
      onChoose: () => markDiffering(board, group, note.id),
    },
    {
      label: t("Take it out of the group"),
      icon: "back",
      onChoose() {
        stepAside(id);
        takeOut(board, lying);
      },
    },
  ];
}

/** Dropped on a group, on "a new group", or back among the loose ones. A chosen note takes the others along. */
export function dragOf({ board, note, group }: OnBoard): DragOptions {
  const own: Lying = { note: note.id, group };
  const lying = (): Moved => withOthers(board, own);
  return {
    what: () => (lying().length > 1 ? count(board, lying().length) : undefined),
    aimAt(under) {
      const aim = under.closest<HTMLElement>("[data-drop]");
      const home = aim?.dataset["drop"] === (group?.id ?? "loose");
      return home && lying().length === 1 ? null : aim;
    },
    onDrop(aim) {
      const to = aim.dataset["drop"];
      const theme = board.wall.peek().groups.find(({ id }) => id === to);
      if (theme) moveTo(board, theme, lying());
      else if (to === "new") startGroup(board, lying());
      else takeOut(board, lying());
    },
  };
}

function withOthers({ wall }: Board, own: Lying): Moved {
  const chosen = chosenOn(wall.peek());
  const is = ({ note, group }: Lying) => note === own.note && group?.id === own.group?.id;
  return chosen.some(is) ? [own, ...chosen.filter((one) => !is(one))] : [own];
}
