import type { JSX } from "preact";
import { headline, PLACES, resultsOf, turnout } from "../cafe/dot-result";
import { all } from "../engine";
import type { Step } from "../host/day";
import { Bars, standings } from "../parts/bars";
import type { BallotDoc } from "../wire/documents";
import { nt, t } from "../words";
import { hereWords } from "./people";
import { Wall, WallClock } from "./wall";

export function ballotOf(step: Step): BallotDoc | undefined {
  return all("hall:ballot").find((ballot) => ballot.step === step.id);
}

/** The vote is open: what it is about, and not a word about where the dots lie. */
export function VotingWall({ step }: { step: Step }): JSX.Element {
  const { settings } = step;
  const ballot = ballotOf(step);
  const dots = ballot && nt("%(n)s dot each", "%(n)s dots each", ballot.allowance);
  const choices = ballot && nt("%(n)s choice", "%(n)s choices", ballot.options.length);
  const signs = [...(dots ? [dots] : []), ...(choices ? [choices] : []), hereWords()];
  return (
    <Wall step={settings.title} title={t("Place your dots")} signs={signs}>
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
  const ballot = ballotOf(step);
  if (ballot === undefined || ballot.result === null) {
    return (
      <Wall step={step.settings.title} title={t("The vote is closed")}>
        <p class="wall-words">{t("Look at your own screen for the result of your table.")}</p>
      </Wall>
    );
  }
  const results = resultsOf(ballot);
  const shown = [...results]
    .sort((a, b) => b.dots - a.dots)
    .slice(0, shownOf(results.map((one) => one.dots)));
  const rest = results.length - shown.length;
  return (
    <div class="wall-result">
      <p class="wall-turnout">{turnout(ballot)}</p>
      <h1>{headline(standings(results, PLACES))}</h1>
      <Bars results={shown} places={PLACES} />
      <p class="wall-turnout">
        {t("Dots are a guide. People decide.")}{" "}
        {rest > 0 && nt("%(n)s more stays on record.", "%(n)s more stay on record.", rest)}
      </p>
    </div>
  );
}

/** The limit never cuts between equals: those level with the first that is left out are left out too. */
export function shownOf(dots: readonly number[]): number {
  const sorted = [...dots].sort((a, b) => b - a);
  if (sorted.length <= SHOWN) return sorted.length;
  const cut = sorted.indexOf(sorted[SHOWN] ?? 0);
  return cut < PLACES ? sorted.lastIndexOf(sorted[PLACES - 1] ?? 0) + 1 : cut;
}
