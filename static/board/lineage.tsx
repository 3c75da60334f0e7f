import type { JSX } from "preact";
import { one } from "../engine";
import { Dialog } from "../parts/dialog";
import { Knot, Thread } from "../parts/thread";
import type { LineageDeed } from "../wire/documents";
import { nt, t, timeOfDay } from "../words";
import type { Board } from "./board";
import type { Group } from "./wall";
import { count, groupWord } from "./wording";

interface LineageProps {
  board: Board;
  group: Group;
  onClose: () => void;
}

/** How a group came to be: who did what, when, and from what. */
export function Lineage({ board, group, onClose }: LineageProps): JSX.Element {
  const lineage = one("wall:lineage", group.id, board.at);
  const deeds = lineage?.deeds ?? [];
  const before = (lineage?.all ?? 0) - deeds.length;
  return (
    <Dialog
      title={t("How “%(group)s” came to be", { group: groupWord(group) })}
      look="drawer"
      onClose={onClose}
    >
      {before > 0 && (
        <p class="small soft">
          {nt("%(n)s earlier change is in the report.", "%(n)s earlier changes are in the report.", before)}
        </p>
      )}
      {deeds.length === 0 && <p>{t("Nothing is recorded yet.")}</p>}
      <Thread>
        {deeds.map((deed, no) => (
          <Knot key={`${deed.at} ${no}`} at="done" silent>
            <span>
              <span class="time">{timeOfDay(deed.at)}</span> {deedWords(board, deed)}
            </span>
          </Knot>
        ))}
      </Thread>
    </Dialog>
  );
}

/** "Leila put 3 notes in". Participants go without their names, here as everywhere on a board. */
export function deedWords(board: Board, deed: LineageDeed): string {
  const other = board.wall.value.groups.find(({ id }) => id === deed.other);
  const words = {
    who: deed.by ?? t("Someone"),
    things: count(board, deed.notes),
    group: other ? t("“%(group)s”", { group: groupWord(other) }) : t("another group"),
  };
  return (DEEDS[deed.did] ?? DEEDS["changed"] ?? ((said) => said.who))(words);
}

type Said = Record<"who" | "things" | "group", string>;

const DEEDS: Record<string, (said: Said) => string> = {
  started: (said) => t("%(who)s began it with %(things)s", said),
  "started from a suggestion": (said) => t("%(who)s made it of a suggestion, %(things)s", said),
  put: (said) => t("%(who)s put %(things)s in", said),
  "put as suggested": (said) => t("%(who)s put %(things)s in, as suggested", said),
  took: (said) => t("%(who)s took %(things)s out", said),
  named: (said) => t("%(who)s changed its words", said),
  "single voice": (said) => t("%(who)s kept it as a single voice", said),
  "several voices": (said) => t("%(who)s said it is not a single voice", said),
  "marked as differing": (said) => t("%(who)s marked an opposite view", said),
  "marked as agreeing": (said) => t("%(who)s said that a view is not opposite", said),
  "took in": (said) => t("%(who)s put %(group)s into it", said),
  "let go": (said) => t("%(who)s took %(group)s out again", said),
  "merged into": (said) => t("%(who)s put it into %(group)s", said),
  "taken out of": (said) => t("%(who)s took it out of %(group)s again", said),
  changed: (said) => t("%(who)s changed something", said),
};
