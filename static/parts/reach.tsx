import type { JSX } from "preact";
import { nt } from "../words";
import { Icon } from "./icons";

interface ReachProps {
  notes: number;
  tables: number;
  /** What else there is to say: "3 groups", "mostly one table". */
  more?: readonly string[] | undefined;
  /** Where the evidence is; makes it a link. */
  href?: string | undefined;
}

/** How far a claim carries: notes and tables, always both. */
export function Reach({ notes, tables, more = [], href }: ReachProps): JSX.Element {
  const counts = [nt("%(n)s note", "%(n)s notes", notes), nt("%(n)s table", "%(n)s tables", tables)];
  if (href === undefined) {
    return (
      <p class="reach">
        <b>{counts.join(" · ")}</b>
        {more.length > 0 && <span>{`· ${more.join(" · ")}`}</span>}
      </p>
    );
  }
  return (
    <p class="reach">
      <Icon name="linked" />
      <a href={href}>{[...counts, ...more].join(" · ")}</a>
    </p>
  );
}
