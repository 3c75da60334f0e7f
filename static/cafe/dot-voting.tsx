import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { all, cafe, one } from "../engine";
import { Dots } from "../parts/dots";
import { Field } from "../parts/field";
import { Loading } from "../parts/loading";
import { Say } from "../parts/say";
import { type Pair, pairOf } from "../votes/outcome";
import { capital, inWords, type Option, placesWords } from "../votes/result";
import type { BallotDoc } from "../wire/documents";
import { nt, t } from "../words";
import { NeedsTable } from "./between";
import { Choice } from "./choice";
import { DotResult } from "./dot-result";
import { leading, useLeadingIf } from "./leading";
import { looksAfter, me, type StepOf } from "./on";
import { ownOrder } from "./own-order";
import { dotsOn, isOnTheWay, type Placed, total, useSending } from "./paper";
import { StepHead } from "./step-head";

type Step = StepOf<"dot_voting">;

/** The vote of this step that is mine: the hall's, or my table's. */
function voteOf(step: Step): Pair | undefined {
  return pairOf(all("hall:ballot"), step.id) ?? pairOf(all("table:ballot"), step.id);
}

/** Whoever looks after my table looks after its vote. */
function keepsVote(vote: Pair | undefined): boolean {
  const [who, table] = [me(), one("table:table")];
  return vote !== undefined && vote.first.table !== null && !!who && !!table && looksAfter(who, table);
}

/** Dots on what matters. Nobody sees a count before the close; then everybody sees all of them. */
export function Voting({ step }: { step: Step }): JSX.Element {
  const vote = voteOf(step);
  const keeps = keepsVote(vote);
  useLeadingIf(keeps);
  if (step.settings.where === "table" && me()?.table === null) return <NeedsTable step={step} />;
  if (!vote) return <NothingToVoteOn step={step} />;
  const open = [vote.second, vote.first].find((ballot) => ballot?.open);
  if (!open) return <DotResult step={step} keeps={keeps} {...vote} />;
  return <Ballot key={open.id} step={step} ballot={open} keeps={keeps} />;
}

function NothingToVoteOn({ step }: { step: Step }): JSX.Element {
  if (!one("hall:cafe")) return <Loading text={t("Fetching the vote…")} />;
  return (
    <div class="narrow stack">
      <StepHead step={step} />
      <p>{t("There is nothing to vote on here. You need not do anything. The host goes on in a moment.")}</p>
    </div>
  );
}

/** From so many choices on there is a field to find one. */
const MANY = 20;

interface BallotProps {
  step: Step;
  ballot: BallotDoc;
  keeps: boolean;
}

function Ballot({ step, ballot, keeps }: BallotProps): JSX.Element {
  const [wanted, setWanted] = useState("");
  const dots = dotsOn(ballot.id);
  const votes = ballot.voters === "everyone" || cafe.role === "participant";
  const options = ownOrder(ballot.options, `${cafe.person}/${ballot.id}`);
  const shown = options.filter((option) => matches(option, wanted) || (dots[option.id] ?? 0) > 0);
  const { VoteFor = undefined, CloseVote = undefined } = leading.value ?? {};
  useSending(ballot.id);
  return (
    <div class="narrow stack stack--wide vote">
      <BallotHead step={step} ballot={ballot} />
      {votes ? <DotsLeft ballot={ballot} dots={dots} /> : <NoVote />}
      {options.length > MANY && <Field label={t("Find a word")} value={wanted} onChange={setWanted} />}
      <ul class="opts">
        {shown.map((option) => (
          <Choice key={option.id} option={option} ballot={ballot} dots={dots} votes={votes} />
        ))}
      </ul>
      <p class="small soft">
        {t("Nobody sees the counts until the vote closes, not even the host.")}{" "}
        {nt(
          "%(n)s idea. It was fixed when the vote opened.",
          "%(n)s ideas, in a different order for each person. They were fixed when the vote opened.",
          options.length,
        )}
      </p>
      {VoteFor && <VoteFor ballot={ballot} />}
      {keeps && CloseVote && <CloseVote ballot={ballot} />}
    </div>
  );
}

function BallotHead({ step, ballot }: Omit<BallotProps, "keeps">): JSX.Element {
  if (ballot.runoff_of === null) {
    return (
      <StepHead
        step={step}
        title={step.settings.prompt || step.settings.title}
        lead={step.settings.words || t("Put your dots on what would change most.")}
      />
    );
  }
  const level = { number: inWords(ballot.options.length), places: placesWords(ballot.take ?? 1) };
  return (
    <StepHead
      step={step}
      title={t("Vote once more, on what is level")}
      lead={capital(t("%(number)s are level for %(places)s. This vote is among them alone.", level))}
    />
  );
}

function matches(option: Option, wanted: string): boolean {
  const words = `${option.label} ${option.statement}`.toLocaleLowerCase();
  return words.includes(wanted.trim().toLocaleLowerCase());
}

function NoVote(): JSX.Element {
  return (
    <Say icon="people" level={2} title={t("Only participants place dots here")}>
      <p class="small">{t("You see what they choose from.")}</p>
    </Say>
  );
}

function DotsLeft({ ballot, dots }: { ballot: BallotDoc; dots: Placed }): JSX.Element {
  const left = ballot.allowance - total(dots);
  return (
    <div class="vote-left">
      <p>
        <b>
          {t("%(left)s of %(all)s left", {
            left,
            all: nt("%(n)s dot", "%(n)s dots", ballot.allowance),
          })}
        </b>
      </p>
      <Dots placed={ballot.allowance - left} free={left} big />
      <p class="small soft count">{receiptWords(ballot, dots)}</p>
    </div>
  );
}

function receiptWords(ballot: BallotDoc, dots: Placed): string {
  if (isOnTheWay(ballot.id)) return t("On the way to the server.");
  if (total(dots) === 0) return t("You can change them until the vote closes.");
  const by = one("person:receipt", ballot.id)?.entered_by;
  if (by) {
    return nt(
      "%(name)s placed %(n)s dot for you. You can change it until the vote closes.",
      "%(name)s placed %(n)s dots for you. You can change them until the vote closes.",
      total(dots),
      { name: by },
    );
  }
  return nt(
    "Your %(n)s dot is recorded. You can change it until the vote closes.",
    "Your %(n)s dots are recorded. You can change them until the vote closes.",
    total(dots),
  );
}
