import type { JSX } from "preact";
import { all, cafe, one } from "../engine";
import { announce } from "../parts/announce";
import { Button } from "../parts/button";
import { Dots } from "../parts/dots";
import { IconButton } from "../parts/icon-button";
import { Loading } from "../parts/loading";
import { Say } from "../parts/say";
import type { BallotDoc } from "../wire/documents";
import { nt, t } from "../words";
import { NeedsTable } from "./between";
import { DotResult } from "./dot-result";
import { leading } from "./leading";
import { isLive, me, type StepOf } from "./on";
import { ownOrder } from "./own-order";
import { changed, dotsOn, isOnTheWay, type Placed, place, total, useSending } from "./paper";
import { StepHead } from "./step-head";

type Step = StepOf<"dot_voting">;
type Option = BallotDoc["options"][number];

/** The ballot of this step that is mine: the hall's, or my table's. */
export function ballotOf(step: Step): BallotDoc | undefined {
  const mine = (ballot: BallotDoc) => ballot.step === step.id;
  return all("hall:ballot").find(mine) ?? all("table:ballot").find(mine);
}

/** Dots on what matters. Nobody sees a count before the close; then everybody sees all of them. */
export function Voting({ step }: { step: Step }): JSX.Element {
  const ballot = ballotOf(step);
  const atTables = step.settings.where === "table";
  if (atTables && me()?.table === null) return <NeedsTable step={step} />;
  if (!ballot) return <NothingToVoteOn step={step} />;
  if (!ballot.open) return <DotResult step={step} ballot={ballot} />;
  return <Ballot step={step} ballot={ballot} />;
}

function NothingToVoteOn({ step }: { step: Step }): JSX.Element {
  if (!one("hall:cafe")) return <Loading text={t("Fetching the vote…")} />;
  return (
    <div class="narrow stack">
      <StepHead step={step} />
      <p>{t("There is nothing to vote on. The host goes on in a moment.")}</p>
    </div>
  );
}

function Ballot({ step, ballot }: { step: Step; ballot: BallotDoc }): JSX.Element {
  const dots = dotsOn(ballot.id);
  const votes = ballot.voters === "everyone" || cafe.role === "participant";
  const options = ownOrder(ballot.options, `${cafe.person}/${ballot.id}`);
  const VoteFor = leading.value?.VoteFor;
  useSending(ballot.id);
  return (
    <div class="narrow stack stack--wide vote">
      <StepHead
        step={step}
        title={step.settings.prompt || step.settings.title}
        lead={step.settings.words || t("Put your dots on what would change most.")}
      />
      {votes ? <DotsLeft ballot={ballot} dots={dots} /> : <NoVote />}
      <ul class="opts">
        {options.map((option) => (
          <Choice key={option.id} option={option} ballot={ballot} dots={dots} votes={votes && isLive(step)} />
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
    </div>
  );
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
      <p class="small soft count">{receipt(ballot, dots)}</p>
    </div>
  );
}

function receipt(ballot: BallotDoc, dots: Placed): string {
  if (isOnTheWay(ballot.id)) return t("On the way to the server.");
  if (total(dots) === 0) return t("You can change them until the vote closes.");
  return nt(
    "Your %(n)s dot is recorded. You can change it until the vote closes.",
    "Your %(n)s dots are recorded. You can change them until the vote closes.",
    total(dots),
  );
}

export interface ChoiceProps {
  option: Option;
  ballot: BallotDoc;
  dots: Placed;
  votes: boolean;
}

function Choice({ option, ballot, dots, votes }: ChoiceProps): JSX.Element {
  const put = (by: 1 | -1) => {
    const next = changed(ballot, dots, option.id, by);
    if (!next) return announce(t("You have no dot left. Take one back first"));
    place(ballot.id, next);
    announce(nt("%(n)s dot left", "%(n)s dots left", ballot.allowance - total(next)));
  };
  return (
    <li class="opt">
      <div>
        <h2 dir="auto">{option.label}</h2>
        {option.statement && (
          <p class="small soft" dir="auto">
            {option.statement}
          </p>
        )}
      </div>
      {votes &&
        (ballot.cap === 1 ? (
          <OneDot {...{ option, ballot, dots, put }} />
        ) : (
          <ManyDots {...{ option, ballot, dots, put }} />
        ))}
    </li>
  );
}

interface PutProps {
  option: Option;
  ballot: BallotDoc;
  dots: Placed;
  put: (by: 1 | -1) => void;
}

function OneDot({ option, ballot, dots, put }: PutProps): JSX.Element {
  const on = (dots[option.id] ?? 0) > 0;
  const none = !on && total(dots) >= ballot.allowance;
  return (
    <Button
      pressed={on}
      reason={none ? t("no dot left") : undefined}
      onPress={() => put(on ? -1 : 1)}
      label={dotLabel(option.label, on, none)}
    >
      <Dots placed={on ? 1 : 0} free={on ? 0 : 1} big />
      <span>{on ? t("Your dot") : t("Put a dot")}</span>
    </Button>
  );
}

function dotLabel(what: string, on: boolean, none: boolean): string {
  if (on) return t("Your dot on %(what)s. Press to take it back", { what });
  return none ? t("Put a dot on %(what)s (no dot left)", { what }) : t("Put a dot on %(what)s", { what });
}

function ManyDots({ option, ballot, dots, put }: PutProps): JSX.Element {
  const n = dots[option.id] ?? 0;
  const what = option.label;
  return (
    <div class="opt-many">
      <IconButton icon="minus" label={t("Take a dot back from %(what)s", { what })} onPress={() => put(-1)} />
      <Dots placed={n} free={ballot.cap - n} big words={nt("%(n)s dot", "%(n)s dots", n)} />
      <IconButton icon="plus" label={t("Put a dot on %(what)s", { what })} onPress={() => put(1)} />
    </div>
  );
}
