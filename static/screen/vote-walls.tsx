import type { JSX } from "preact";
import { all, one } from "../engine";
import type { Step } from "../host/day";
import { Bars, type Standing } from "../parts/bars";
import { Decided } from "../votes/decided";
import { type Pair, pairOf, Talk, tiedTitle } from "../votes/outcome";
import { groupsOf, headline, namesOf, turnout } from "../votes/result";
import type { BallotDoc } from "../wire/documents";
import { nt, t } from "../words";
import { hereWords } from "./people";
import { Wall, WallClock } from "./wall";

function voteOf(step: Step): Pair | undefined {
  return pairOf(all("hall:ballot"), step.id);
}

/** A vote of everyone that is on, or its result. At tables each has its own. */
export function VoteWall({ step }: { step: Step }): JSX.Element {
  const vote = voteOf(step);
  const running = [vote?.second, vote?.first].find((ballot) => ballot?.open);
  const over = vote !== undefined && running === undefined;
  return over ? <ResultWall step={step} /> : <VotingWall step={step} ballot={running} />;
}

/** The vote is open: what it is about, and not a word about where the dots lie. */
function VotingWall({ step, ballot }: { step: Step; ballot: BallotDoc | undefined }): JSX.Element {
  const { settings } = step;
  const again = ballot !== undefined && ballot.runoff_of !== null;
  const dots = ballot && nt("%(n)s dot each", "%(n)s dots each", ballot.allowance);
  const choices = ballot && nt("%(n)s choice", "%(n)s choices", ballot.options.length);
  const signs = [...(dots ? [dots] : []), ...(choices ? [choices] : []), hereWords()];
  return (
    <Wall
      step={settings.title}
      title={again ? t("Vote once more, on what is level") : t("Place your dots")}
      signs={signs}
    >
      {settings.activity === "dot_voting" && settings.prompt && (
        <p class="wall-words" dir="auto">
          {settings.prompt}
        </p>
      )}
      <div class="wall-foot">
        <WallClock step={step} />
        <p class="wall-step">{t("Nobody sees the result before the vote closes.")}</p>
      </div>
    </Wall>
  );
}

/** As many as fit one screen: what stays on record beyond that is on everyone's own screen. */
const SHOWN = 8;

/** The vote is closed: the same for everyone, at the same moment. A tie is a tie. */
export function ResultWall({ step }: { step: Step }): JSX.Element {
  const vote = voteOf(step);
  if (vote === undefined || vote.first.open) {
    return (
      <Wall step={step.settings.title} title={t("The vote is closed")}>
        <p class="wall-words">{t("Look at your own screen for the result of your table.")}</p>
      </Wall>
    );
  }
  const { first } = vote;
  const decision = one("hall:decision", first.id);
  const done = decision !== undefined || first.outcome?.settled !== null;
  const shown = fitting(groupsOf(first, "wall").filter(({ place }) => !(done && place === "record")));
  const rest = first.options.length - shown.reduce((sum, { results }) => sum + results.length, 0);
  return (
    <div class="wall-result">
      <p class="wall-turnout">{turnout(first)}</p>
      <h1>{headline(first)}</h1>
      <Bars groups={shown} />
      <Settling vote={vote} />
      {decision && <Decided decision={decision} />}
      <p class="wall-turnout">
        {t("Dots are a guide. They do not decide.")}{" "}
        {rest > 0 && nt("%(n)s more stays on record.", "%(n)s more stay on record.", rest)}
      </p>
    </div>
  );
}

function Settling({ vote: { first } }: { vote: Pair }): JSX.Element | null {
  const { tied = [], left = 0, settled = null, goes_on = [], level = [] } = first.outcome ?? {};
  if (settled || (level.length > 0 && tied.length === 0)) {
    return <p class="wall-words">{t("Goes on: %(names)s", { names: namesOf(first, goes_on) })}</p>;
  }
  if (tied.length === 0) return null;
  return (
    <div>
      <p class="wall-words">{tiedTitle(tied.length, left)}</p>
      <Talk ballot={first} />
    </div>
  );
}

/** What is on record gives way first, and never so that some of those who are level are left out. */
export function fitting(groups: readonly Standing[]): Standing[] {
  const fixed = groups.filter(({ place }) => place !== "record" && place !== "all");
  const room = SHOWN - fixed.reduce((sum, { results }) => sum + results.length, 0);
  return groups.flatMap((group) => {
    if (fixed.includes(group)) return [group];
    const results = group.results.slice(
      0,
      shownOf(
        group.results.map(({ dots }) => dots),
        room,
      ),
    );
    return results.length > 0 ? [{ ...group, results }] : [];
  });
}

/** The limit never cuts between equals: those level with the first that is left out are left out too. */
export function shownOf(dots: readonly number[], room = SHOWN): number {
  const sorted = [...dots].sort((a, b) => b - a);
  if (sorted.length <= room) return sorted.length;
  return room <= 0 ? 0 : sorted.indexOf(sorted[room] ?? 0);
}
