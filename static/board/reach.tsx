import type { JSX } from "preact";
import { one } from "../engine";
import { nt, t } from "../words";
import type { Board } from "./board";
import { type Group, mostlyOneTable } from "./wall";
import { count, tableCount } from "./wording";

/** How far a group carries: notes and tables, always both; hosts see people and their groups too. */
export function GroupReach({ board, group }: { board: Board; group: Group }): JSX.Element {
  const { question } = board;
  const counts = [
    count(board, group.notes.length),
    ...(question === null ? [tableCount(group.tables.length)] : []),
    ...(board.hosts ? peopleWords(group) : []),
  ];
  const more = saidOf(group, board);
  return (
    <p class="reach">
      <b>{counts.join(" · ")}</b>
      {more.length > 0 && <span>{`· ${more.join(" · ")}`}</span>}
    </p>
  );
}

/** Counted by the server, and shown to hosts alone: else moving notes would tell who wrote them. */
function peopleWords({ id }: Group): string[] {
  const reach = one("desk:reach", id);
  if (!reach) return [];
  const { people, groups } = reach;
  return [
    nt("%(n)s person", "%(n)s people", people),
    ...(groups.length > 0 ? [nt("%(n)s group of people", "%(n)s groups of people", groups.length)] : []),
  ];
}

function saidOf(group: Group, { wall, question }: Board): string[] {
  const { notes, tables, differing } = group;
  const words = [
    group.single_voice && t("a single voice"),
    question === null && tables.length === 1 && notes.length > 1 && t("all from one table"),
    mostlyOneTable(group, wall.peek().notes) && t("mostly one table"),
    differing.length > 0 && nt("%(n)s opposite view", "%(n)s opposite views", differing.length),
  ];
  return words.filter((word): word is string => Boolean(word));
}
