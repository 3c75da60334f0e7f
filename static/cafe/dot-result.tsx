import type { JSX } from "preact";
import { Bars, type Result, type Standing, standings } from "../parts/bars";
import type { BallotDoc } from "../wire/documents";
import { nt, t } from "../words";
import type { StepOf } from "./on";
import { dotsOn, total } from "./paper";

/** How many ideas a result lets stand out. Dots are a guide: the decision is people's, elsewhere. */
export const PLACES = 3;

interface DotResultProps {
  step: StepOf<"dot_voting">;
  ballot: BallotDoc;
}

/** What the dots say. Equal is equal: nothing breaks a tie. */
export function DotResult({ step, ballot }: DotResultProps): JSX.Element {
  const results = resultsOf(ballot);
  const mine = total(dotsOn(ballot.id));
  return (
    <div class="narrow stack stack--wide vote">
      <header>
        <p class="eyebrow">{turnout(ballot)}</p>
        <h1>{headline(standings(results, PLACES))}</h1>
        <p class="lead">{t("Dots are a guide. People decide.")}</p>
        {step.settings.prompt && (
          <p class="soft" dir="auto">
            {step.settings.prompt}
          </p>
        )}
      </header>
      <Bars results={results} places={PLACES} />
      <p class="small soft">
        {mine > 0 &&
          nt(
            "The vote is closed. Your %(n)s dot counts.",
            "The vote is closed. Your %(n)s dots count.",
            mine,
          )}{" "}
        {t("Ideas with equally many dots are level: their order means nothing.")}
      </p>
    </div>
  );
}

export function resultsOf(ballot: BallotDoc): Result[] {
  return ballot.options.map(({ id, label }) => ({ id, title: label, dots: ballot.result?.[id] ?? 0 }));
}

export function turnout(ballot: BallotDoc): string {
  const dots = Object.values(ballot.result ?? {}).reduce((sum, n) => sum + n, 0);
  return t("%(dots)s from %(people)s.", {
    dots: nt("%(n)s dot", "%(n)s dots", dots),
    people: nt("%(n)s person", "%(n)s people", ballot.voted ?? 0),
  });
}

function inWords(n: number): string {
  const words = t("no one two three four five six seven eight nine ten").split(" ");
  return words[n] ?? String(n);
}

/** "One is clear. Three are level for two places." */
export function headline(groups: readonly Standing[]): string {
  const forward = groups.find(({ place }) => place === "forward")?.results.length ?? 0;
  const level = groups.find(({ place }) => place === "level");
  const clear =
    forward > 0 && nt("%(number)s is clear.", "%(number)s are clear.", forward, { number: inWords(forward) });
  const tied =
    level &&
    nt("%(number)s are level for one place.", "%(number)s are level for %(places)s places.", level.left, {
      number: inWords(level.results.length),
      places: inWords(level.left),
    });
  const sentences = [clear, tied].filter((words): words is string => Boolean(words)).map(capital);
  return sentences.join(" ") || t("Nobody placed a dot");
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
