import type { JSX } from "preact";
import { nt, t } from "../words";
import { Dots } from "./dots";

export interface Result {
  id: string;
  title: string;
  dots: number;
}

interface BarsProps {
  results: readonly Result[];
  /** How many may go forward. */
  places: number;
  level?: 2 | 3 | undefined;
}

/** Beyond so many dots on one idea, a bar is drawn instead. */
const MOST_DOTS = 40;

/** What the dots say. Equal results stand in one group: no order among equals, no places made up. */
export function Bars({ results, places, level = 2 }: BarsProps): JSX.Element {
  const most = Math.max(1, ...results.map((result) => result.dots));
  return (
    <ol class="bars">
      {standings(results, places).map((group) => (
        <Group key={group.place} group={group} most={most} level={level} />
      ))}
    </ol>
  );
}

/** Goes forward; level for the places that are left; stays on record. */
export interface Standing {
  place: "forward" | "level" | "record";
  /** For `level`: how many places they share. */
  left: number;
  results: Result[];
}

/** Who goes forward for sure, who shares the last places, and the rest. An idea without a dot never goes forward. */
export function standings(results: readonly Result[], places: number): Standing[] {
  const sorted = [...results].sort((a, b) => b.dots - a.dots);
  const voted = sorted.filter((result) => result.dots > 0);
  const last = voted[places - 1]?.dots ?? 0;
  const contested = places > 0 && (voted[places]?.dots ?? -1) === last;
  const forward = voted.filter((r) => places > 0 && (r.dots > last || (r.dots === last && !contested)));
  const level = contested ? voted.filter((r) => r.dots === last) : [];
  const record = sorted.filter((r) => !forward.includes(r) && !level.includes(r));
  const groups: Standing[] = [
    { place: "forward", left: 0, results: forward },
    { place: "level", left: places - forward.length, results: level },
    { place: "record", left: 0, results: record },
  ];
  return groups.filter((group) => group.results.length > 0);
}

interface GroupProps {
  group: Standing;
  most: number;
  level: 2 | 3;
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
          </li>
        ))}
      </ul>
    </li>
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
  return nt("Level, for %(n)s place", "Level, for %(n)s places", left);
}
