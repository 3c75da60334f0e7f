import type { JSX } from "preact";
import { nt, t } from "../words";
import { Dots } from "./dots";

export interface Result {
  id: string;
  title: string;
  dots: number;
  /** What else there is to say of it. */
  remark?: string | undefined;
}

/** Ahead of the line; level at it, for `left` places; stays on record. `all`: no line was drawn. */
export interface Standing {
  place: "forward" | "level" | "record" | "all";
  left: number;
  results: readonly Result[];
}

interface BarsProps {
  groups: readonly Standing[];
  level?: 2 | 3 | 4 | undefined;
}

/** Beyond so many dots on one idea, a bar is drawn instead. */
const MOST_DOTS = 40;

/** What the dots say. Equal results stand in one group, or say that they are level: no order among equals. */
export function Bars({ groups, level = 2 }: BarsProps): JSX.Element {
  const most = Math.max(1, ...groups.flatMap(({ results }) => results.map(({ dots }) => dots)));
  return (
    <ol class="bars">
      {groups.map((group) => (
        <Group key={group.place} group={group} most={most} level={level} />
      ))}
    </ol>
  );
}

interface GroupProps {
  group: Standing;
  most: number;
  level: 2 | 3 | 4;
}

function Group({ group, most, level }: GroupProps): JSX.Element {
  const Heading = `h${level}` as const;
  return (
    <li class="bars-group" data-place={group.place}>
      <Heading>{groupWords(group)}</Heading>
      <ul>
        {group.results.map((result) => (
          <li key={result.id} class="bars-row">
            <p dir="auto">{result.title}</p>
            <p class="count">{nt("%(n)s dot", "%(n)s dots", result.dots)}</p>
            <Drawing dots={result.dots} most={most} />
            <Remarks result={result} group={group} />
          </li>
        ))}
      </ul>
    </li>
  );
}

/** In the group of those at the line the heading says that they are level. */
function Remarks({ result, group }: { result: Result; group: Standing }): JSX.Element | null {
  const same = group.results.filter(({ dots }) => dots === result.dots).length - 1;
  const level =
    same > 0 && result.dots > 0 && group.place !== "level"
      ? nt("level with %(n)s other", "level with %(n)s others", same)
      : "";
  if (!level && !result.remark) return null;
  return (
    <p class="bars-remark small soft" dir="auto">
      {[level, result.remark].filter(Boolean).join(" · ")}
    </p>
  );
}

function Drawing({ dots, most }: { dots: number; most: number }): JSX.Element {
  if (most <= MOST_DOTS || dots === 0) return <Dots placed={dots} />;
  return (
    <span class="bars-bar" aria-hidden="true" style={{ width: `${((dots / most) * 100).toFixed(1)}%` }} />
  );
}

function groupWords({ place, left }: Standing): string {
  if (place === "forward") return t("Goes forward");
  if (place === "record") return t("Stays on record");
  if (place === "all") return t("By their dots");
  return nt("Level, for %(n)s place", "Level, for %(n)s places", left);
}
