import type { JSX } from "preact";
import { now } from "../engine";
import { Bars } from "../parts/bars";
import { useBeat } from "../parts/beat";
import { numerals } from "../parts/clock";
import { Say } from "../parts/say";
import type { BallotDoc } from "../wire/documents";
import { t } from "../words";
import { capital, groupsOf, inWords, namesOf, placesWords } from "./result";

/** The first vote of a place, and the second one about its tie, if there was any. */
export interface Pair {
  first: BallotDoc;
  second: BallotDoc | undefined;
}

/** The vote of a step at one place, among all ballots that somebody hears. */
export function pairOf(ballots: readonly BallotDoc[], step: string): Pair | undefined {
  const here = ballots.filter((ballot) => ballot.step === step);
  const first = here.find(({ runoff_of }) => runoff_of === null);
  return first && { first, second: here.find(({ runoff_of }) => runoff_of === first.id) };
}

interface OutcomeProps extends Pair {
  /** Whose order it is in which equals lie. */
  seed: string;
  level?: 2 | 3 | undefined;
}

/** The bars, and how a tie at the line was settled, or that it waits. */
export function Outcome({ first, second, seed, level = 2 }: OutcomeProps): JSX.Element {
  const again = second && !second.open ? second : undefined;
  const Heading = `h${level}` as const;
  return (
    <>
      <Bars groups={groupsOf(first, seed)} level={level} />
      {again && (
        <section class="stack">
          <Heading>{t("The second vote, on what was level")}</Heading>
          <Bars groups={groupsOf(again, seed)} level={level === 2 ? 3 : 4} />
        </section>
      )}
      <Tie ballot={first} level={level} />
      {Object.keys(first.became).length > 0 && (
        <p class="small soft">
          {t(
            "Dots stay with a theme as it stood when people voted. Dots of themes that were put together later are not added up: one person may have placed dots on both. What was split off later has none.",
          )}
        </p>
      )}
    </>
  );
}

function Tie({ ballot, level }: { ballot: BallotDoc; level: 2 | 3 }): JSX.Element | null {
  const { tied = [], left = 0, settled = null } = ballot.outcome ?? {};
  if (settled) {
    return (
      <Say icon="level" level={level} title={settledTitle(ballot)}>
        <p class="small" dir="auto">
          {settledWords(ballot)}
        </p>
        {settled.seed && (
          <p class="small soft">{t("Seed of the lot, to draw it again: %(seed)s", { seed: settled.seed })}</p>
        )}
      </Say>
    );
  }
  if (tied.length === 0) return null;
  return (
    <Say icon="level" now level={level} title={tiedTitle(tied.length, left)}>
      <p class="small">{t("The order in this list means nothing. You decide what goes on.")}</p>
      <Talk ballot={ballot} />
    </Say>
  );
}

export function tiedTitle(tied: number, left: number): string {
  return capital(
    t("%(number)s are level for %(places)s", { number: inWords(tied), places: placesWords(left) }),
  );
}

/** The clock of a talk: the server's, and nothing happens at its end. */
export function Talk({ ballot }: { ballot: BallotDoc }): JSX.Element | null {
  const until = ballot.outcome?.talk_until ?? null;
  useBeat(until !== null);
  if (until === null) return null;
  const left = until - now();
  return (
    <p class="time" role="timer">
      <b>
        {left > 0
          ? t("Talk it over: %(time)s left", { time: numerals(left) })
          : t("The time to talk is over. Take what you need.")}
      </b>
    </p>
  );
}

function settledTitle(ballot: BallotDoc): string {
  const { settled } = ballot.outcome ?? {};
  const names = namesOf(ballot, settled?.options ?? []);
  if (settled?.how === "lot") return t("A lot was drawn for %(names)s", { names });
  return settled?.how === "all"
    ? t("All of them go on: %(names)s", { names })
    : t("Decided: %(names)s", { names });
}

function settledWords(ballot: BallotDoc): string {
  const { settled } = ballot.outcome ?? {};
  const why = t("Why: %(why)s", { why: settled?.why ?? "" });
  return settled?.how === "chosen" ? t("By %(who)s. %(why)s", { who: settled.decided_by, why }) : why;
}
