// What a closed ballot says, as the server counted it. Equal is equal: nothing here makes an order of equals.
import { ownOrder } from "../cafe/own-order";
import type { Result, Standing } from "../parts/bars";
import type { BallotDoc } from "../wire/documents";
import { nt, t } from "../words";

export type Option = BallotDoc["options"][number];

/** What an option is called; its own words may have been taken away. */
export function labelOf({ label }: Pick<Option, "label">): string {
  return label || t("A note that was taken away");
}

/** Most dots first; those that are level lie in an order that belongs to `seed` and means nothing. */
function resultsOf(ballot: BallotDoc, seed: string): Result[] {
  const results = ballot.options.map((option) => ({
    id: option.id,
    title: labelOf(option),
    dots: ballot.result?.[option.id] ?? 0,
    remark: becameWords(ballot.became[option.id]),
  }));
  return ownOrder(results, seed).sort((a, b) => b.dots - a.dots);
}

/** In groups: ahead of the line, level at it, on record; one group where no line was drawn. */
export function groupsOf(ballot: BallotDoc, seed: string): Standing[] {
  const results = resultsOf(ballot, `${seed}/${ballot.id}`);
  const { ahead = [], level = [], places = 0 } = ballot.outcome ?? {};
  if (ballot.take === null) return [{ place: "all", left: 0, results }];
  const among = (ids: readonly string[]) => results.filter(({ id }) => ids.includes(id));
  const groups: Standing[] = [
    { place: "forward", left: 0, results: among(ahead) },
    { place: "level", left: places, results: among(level) },
    {
      place: "record",
      left: 0,
      results: results.filter(({ id }) => !ahead.includes(id) && !level.includes(id)),
    },
  ];
  return groups.filter((group) => group.results.length > 0);
}

export function turnout(ballot: BallotDoc): string {
  const dots = Object.values(ballot.result ?? {}).reduce((sum, n) => sum + n, 0);
  const all = t("%(dots)s from %(people)s.", {
    dots: nt("%(n)s dot", "%(n)s dots", dots),
    people: nt("%(n)s person", "%(n)s people", ballot.voted ?? 0),
  });
  const entered = ballot.outcome?.entered ?? 0;
  const could =
    ballot.voters === "everyone"
      ? t("Facilitators and hosts could vote too.")
      : t("Facilitators and hosts did not vote.");
  const placed =
    entered > 0 &&
    nt("For %(n)s a facilitator placed them.", "For %(n)s a facilitator placed them.", entered);
  return [all, could, placed].filter(Boolean).join(" ");
}

export function inWords(n: number): string {
  const words = t("no one two three four five six seven eight nine ten").split(" ");
  return words[n] ?? String(n);
}

export function placesWords(n: number): string {
  return nt("one place", "%(places)s places", n, { places: inWords(n) });
}

/** "One is clear. Three are level for two places." */
export function headline(ballot: BallotDoc): string {
  const { ahead = [], level = [], places = 0 } = ballot.outcome ?? {};
  if (Object.values(ballot.result ?? {}).every((n) => n === 0)) return t("Nobody placed a dot");
  if (ballot.take === null) return t("What the dots say");
  const clear =
    ahead.length > 0 &&
    nt("%(number)s is clear.", "%(number)s are clear.", ahead.length, { number: inWords(ahead.length) });
  const tied =
    level.length > 0 &&
    t("%(number)s are level for %(places)s.", {
      number: inWords(level.length),
      places: placesWords(places),
    });
  return [clear, tied]
    .filter((words): words is string => Boolean(words))
    .map(capital)
    .join(" ");
}

export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function namesOf(ballot: BallotDoc, ids: readonly string[]): string {
  const names = ballot.options.filter(({ id }) => ids.includes(id)).map((option) => `“${labelOf(option)}”`);
  return names.sort((a, b) => a.localeCompare(b)).join(", ");
}

type Became = BallotDoc["became"][string];

/** What happened to a theme after people could vote on it. */
function becameWords(became: Became | undefined): string | undefined {
  if (!became) return undefined;
  const name = (given: string) => (given ? `“${given}”` : t("a group without a name"));
  const said = [
    became.into !== null && t("Later put together with %(name)s.", { name: name(became.into) }),
    became.parts.length > 0 &&
      t("Later split: %(names)s came out of it.", { names: became.parts.map(name).join(", ") }),
    became.gone && t("Later taken apart."),
  ];
  return said.filter(Boolean).join(" ");
}
