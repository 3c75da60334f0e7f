// What stands under each small table, and why it may be marked.

import type { Documents } from "../wire/documents";
import { nt, t } from "../words";
import { isHalfOver, type Step } from "./day";
import { isLonely, LEAD_AWAY, type TableView } from "./tables";
import { noteWords, peopleWords } from "./words";

type TableVote = Documents["desk:votes"]["tables"][number];

/** How long without a note before a table counts as quiet, ms. */
const QUIET = 6 * 60_000;

/** Why this table needs the host, in two or three words. */
export function alertOf(view: TableView, step: Step | undefined, now: number): string | undefined {
  if (view.calls.length > 0) return t("Asks for you");
  if ((view.leadAway ?? 0) >= LEAD_AWAY) return t("Facilitator away");
  if (isLonely(view)) return t("One person");
  return step && isHalfOver(step, now) && view.table.notes === 0 && view.here.length > 0
    ? t("No notes yet")
    : undefined;
}

/** What the table has done in this step. */
export function captionOf(
  view: TableView,
  step: Step | undefined,
  votes: readonly TableVote[],
  now: number,
): string {
  const { table } = view;
  const activity = step?.settings.activity;
  if (activity === "priorities") return nt("%(n)s chosen", "%(n)s chosen", table.priorities);
  if (activity === "dot_voting") {
    const own = votes.find((vote) => vote.table === view.no);
    if (own) return VOTES[own.state]();
  }
  if (activity !== "story_round") return peopleWords(view.table.people.length);
  return [noteWords(table.notes), quietWords(view, step, now)].filter(Boolean).join(", ");
}

/** How far a table is with its vote: never how many of its few people have voted. */
const VOTES: Record<TableVote["state"], () => string> = {
  open: () => t("votes now"),
  again: () => t("votes once more"),
  closed: () => t("vote closed"),
  tied: () => t("level at the line"),
  nothing: () => t("nothing to vote on"),
};

function quietWords({ table }: TableView, step: Step | undefined, now: number): string {
  if (table.notes === 0 || table.last_activity === null || step?.phase !== "open") return "";
  const still = now - table.last_activity;
  return still < QUIET ? "" : t("quiet %(n)s min", { n: Math.floor(still / 60_000) });
}
