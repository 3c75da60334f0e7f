import type { JSX } from "preact";
import { all, cafe, one } from "../engine";
import { Button } from "../parts/button";
import { Say } from "../parts/say";
import { decisionOn } from "../votes/decide";
import { Decided } from "../votes/decided";
import { CloseVote, KeepVote } from "../votes/keep";
import { Outcome, type Pair, pairOf } from "../votes/outcome";
import { headline, turnout } from "../votes/result";
import type { VotesDoc } from "../wire/documents";
import { nt, t } from "../words";
import type { Step } from "./day";
import { open } from "./opened";
import { tablesNamed } from "./words";

/** From so many choices on, similar ones split the dots. */
const TOO_MANY = 20;

/** While the vote is open nobody sees a tally, hosts included; then all see the result at the same moment. */
export function VotePanel({ step }: { step: Step }): JSX.Element {
  const votes = one("desk:votes", step.id);
  const vote = pairOf(all("hall:ballot"), step.id);
  const running = [vote?.second, vote?.first].find((ballot) => ballot?.open);
  return (
    <section class="stack" aria-label={t("The vote")}>
      {votes && <Lacking votes={votes} step={step} />}
      {votes && votes.tables.length > 0 && <AtTables votes={votes} />}
      {running && <Choices n={running.options.length} />}
      {running && <CloseVote ballot={running} />}
      {vote && !running && <VoteResult {...vote} />}
      {!running && <MissingLines step={step.id} />}
    </section>
  );
}

/** What came of a vote in the hall, and what hosts do with it. */
export function VoteResult({ first, second, level = 2 }: Pair & { level?: 2 | 4 }): JSX.Element {
  const decision = decisionOn(first);
  const Heading = `h${level}` as const;
  return (
    <section class="stack" aria-label={t("Result of the vote")}>
      <p class="small soft">{turnout(first)}</p>
      <Heading class="lead">{headline(first)}</Heading>
      <Outcome first={first} second={second} seed={cafe.person} level={3} />
      <KeepVote first={first} second={second} />
      {decision && <Decided decision={decision} level={3} />}
      <p class="small soft">{t("Dots are a guide. They do not decide.")}</p>
    </section>
  );
}

function Choices({ n }: { n: number }): JSX.Element {
  return (
    <>
      <p class="small soft">
        {nt("%(n)s choice is on the ballot.", "%(n)s choices are on the ballot.", n)}{" "}
        {t("Nobody sees the result before the vote closes.")}
      </p>
      {n === 1 && (
        <Say icon="warning" level={3} title={t("There is only one choice")}>
          <p class="small">{t("Its dots say how many care, and nothing more.")}</p>
        </Say>
      )}
      {n > TOO_MANY && (
        <Say icon="warning" level={3} title={t("These are many choices")}>
          <p class="small">
            {t("Above %(n)s, similar ones split the dots. You can go back and group them first.", {
              n: TOO_MANY,
            })}
          </p>
        </Say>
      )}
    </>
  );
}

/** No vote could open: why, and what to do. */
function Lacking({ votes, step }: { votes: VotesDoc; step: Step }): JSX.Element | null {
  const { lacking, tables } = votes;
  if (lacking === null) return null;
  const nowhere = tables.every(({ state }) => state === "nothing");
  if (!nowhere) return null;
  const title =
    lacking === 0 ? t("There is nothing to vote on") : t("There are too many choices: %(n)s", { n: lacking });
  return (
    <Say icon="warning" now level={3} title={title}>
      <p class="small">
        {lacking === 0
          ? needsWords(step)
          : t("A vote has at most 200. Group the notes first, then vote on the themes.")}
      </p>
      <p class="small">{t("Open the step before this one again, or go on without a vote.")}</p>
    </Say>
  );
}

function needsWords({ settings }: Step): string {
  const over = settings.activity === "dot_voting" ? settings.over : "themes";
  if (over === "notes") return t("No note of the last round lies on a table.");
  return over === "priorities" ? t("No table has chosen an idea.") : t("Nobody has put notes into a theme.");
}

function AtTables({ votes }: { votes: VotesDoc }): JSX.Element {
  const inState = (state: string) =>
    votes.tables.filter((vote) => vote.state === state).map(({ table }) => table);
  const lines: [number[], string][] = [
    [inState("open"), t("vote now")],
    [inState("again"), t("vote once more on what was level")],
    [inState("tied"), t("level at the line: whoever leads the table settles it")],
    [inState("closed"), t("closed")],
    [inState("nothing"), t("nothing to vote on, or too much")],
  ];
  return (
    <ul class="dotlist small">
      {lines
        .filter(([tables]) => tables.length > 0)
        .map(([tables, words]) => (
          <li key={words}>{t("%(tables)s: %(words)s", { tables: tablesNamed(tables), words })}</li>
        ))}
    </ul>
  );
}

/** What people found missing among the choices, without their names. */
export function MissingLines({ step }: { step?: string }): JSX.Element | null {
  const lines = all("desk:missing").filter((line) => step === undefined || line.step === step);
  if (lines.length === 0) return null;
  return (
    <section aria-label={t("Missing among the choices")}>
      <h3>{t("Missing among the choices")}</h3>
      <ul class="dotlist">
        {lines.map(({ id, text, table }) => (
          <li key={id} dir="auto">
            {table === null ? text : t("%(text)s (table %(no)s)", { text, no: table })}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Later in the day: what was voted and decided stays in reach until the café closes. */
export function VotesButton({ step }: { step: Step }): JSX.Element | null {
  const before = all("hall:ballot").some((ballot) => !ballot.open && ballot.step !== step.id);
  const decided = all("desk:decision").length > 0 || all("desk:missing").length > 0;
  if (!before && !decided) return null;
  return (
    <div>
      <Button dense look="quiet" icon="priority" onPress={() => open({ what: "votes" })}>
        {t("Votes and decisions")}
      </Button>
    </div>
  );
}
