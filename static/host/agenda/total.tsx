import type { JSX } from "preact";
import { nt, t } from "../../words";
import { minutesIn, totalMinutes } from "./edits";
import type { AgendaDraft } from "./model";

/** What the steps add up to, against the planned length, in words. */
export function Total({ draft }: { draft: AgendaDraft }): JSX.Element {
  const total = totalMinutes(draft);
  return (
    <p class="agenda-total" role="status">
      <b class="count">{nt("%(n)s minute in all.", "%(n)s minutes in all.", total)}</b>{" "}
      {differenceWords(total - minutesIn(draft.planned.trim()))}
    </p>
  );
}

export function differenceWords(over: number): string {
  if (over === 0) return t("Just as planned.");
  return over > 0
    ? nt("%(n)s minute more than planned.", "%(n)s minutes more than planned.", over)
    : nt("%(n)s minute less than planned.", "%(n)s minutes less than planned.", -over);
}
