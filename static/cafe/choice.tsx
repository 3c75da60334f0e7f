import type { JSX } from "preact";
import { one } from "../engine";
import { announce } from "../parts/announce";
import { Button } from "../parts/button";
import { Dots } from "../parts/dots";
import { IconButton } from "../parts/icon-button";
import { labelOf, type Option } from "../votes/result";
import type { BallotDoc } from "../wire/documents";
import { nt, t } from "../words";
import { changed, type Placed, place, total } from "./paper";

interface ChoiceProps {
  option: Option;
  ballot: BallotDoc;
  dots: Placed;
  votes: boolean;
}

/** One thing to put dots on. */
export function Choice({ option, ballot, dots, votes }: ChoiceProps): JSX.Element {
  const put = (by: 1 | -1) => {
    const next = changed(ballot, dots, option.id, by);
    if (!next) return announce(t("You have no dot left. Take one back first"));
    place(ballot.id, next);
    announce(nt("%(n)s dot left", "%(n)s dots left", ballot.allowance - total(next)));
  };
  return (
    <li class="opt">
      <div>
        <h2 dir="auto">{labelOf(option)}</h2>
        {option.statement && (
          <p class="small soft" dir="auto">
            {option.statement}
          </p>
        )}
      </div>
      {votes && isOwn(ballot, option) && <p class="small soft">{t("Your own note")}</p>}
      {votes &&
        !isOwn(ballot, option) &&
        (ballot.cap === 1 ? (
          <OneDot {...{ option, ballot, dots, put }} />
        ) : (
          <ManyDots {...{ option, ballot, dots, put }} />
        ))}
    </li>
  );
}

/** Where dots go on what others wrote: my own notes are known to me alone. */
function isOwn(ballot: BallotDoc, option: Option): boolean {
  return !ballot.own && one("person:note", option.id) !== undefined;
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
  const what = labelOf(option);
  return (
    <Button
      pressed={on}
      reason={none ? t("no dot left") : undefined}
      onPress={() => put(on ? -1 : 1)}
      label={dotLabel(what, on, none)}
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
  const what = labelOf(option);
  return (
    <div class="opt-many">
      <IconButton icon="minus" label={t("Take a dot back from %(what)s", { what })} onPress={() => put(-1)} />
      <Dots placed={n} free={ballot.cap - n} big words={nt("%(n)s dot", "%(n)s dots", n)} />
      <IconButton icon="plus" label={t("Put a dot on %(what)s", { what })} onPress={() => put(1)} />
    </div>
  );
}
