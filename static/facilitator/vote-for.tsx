import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Fold } from "../cafe/fold";
import { changed, type Placed, total } from "../cafe/paper";
import { send } from "../engine";
import { announce } from "../parts/announce";
import { Button } from "../parts/button";
import type { BallotDoc } from "../wire/documents";
import { nt, t } from "../words";
import { nameOf, othersAtMyTable, Whom } from "./whom";

/** Dots for somebody at my table who cannot place them. What they placed before is not shown: it is theirs. */
export function VoteFor({ ballot }: { ballot: BallotDoc }): JSX.Element | null {
  const [person, choose] = useState<string | null>(null);
  if (othersAtMyTable().length === 0) return null;
  return (
    <Fold title={t("Place dots for someone")}>
      <Whom
        label={t("Who is it?")}
        hint={t("Someone at your table who is on the phone, or cannot place them.")}
        none={t("Choose somebody")}
        chosen={person}
        onChoose={choose}
      />
      {person && <TheirPaper key={person} ballot={ballot} person={person} />}
    </Fold>
  );
}

function TheirPaper({ ballot, person }: { ballot: BallotDoc; person: string }): JSX.Element {
  const [dots, setDots] = useState<Placed>({});
  const left = ballot.allowance - total(dots);
  const name = nameOf(person);
  const hand = () => {
    send("dots.place", { ballot: ballot.id, dots: { ...dots }, on_behalf_of: person });
    announce(t("The dots of %(name)s are on their way", { name }));
  };
  return (
    <div class="stack stack--tight">
      <p>{nt("%(n)s dot left", "%(n)s dots left", left)}</p>
      <ul class="opts">
        {ballot.options.map(({ id, label }) => (
          <li key={id} class="opt">
            <div>
              <p dir="auto">{label}</p>
            </div>
            <Count ballot={ballot} dots={dots} option={id} label={label} onChange={setDots} />
          </li>
        ))}
      </ul>
      <p class="small soft">{t("This replaces what %(name)s placed before.", { name })}</p>
      <Button look="do" onPress={hand}>
        {t("Place these dots for %(name)s", { name })}
      </Button>
    </div>
  );
}

interface CountProps {
  ballot: BallotDoc;
  dots: Placed;
  option: string;
  label: string;
  onChange: (dots: Placed) => void;
}

function Count({ ballot, dots, option, label, onChange }: CountProps): JSX.Element {
  const put = (by: 1 | -1) => {
    const next = changed(ballot, dots, option, by);
    if (next) onChange(next);
  };
  return (
    <div class="opt-many">
      <Button onPress={() => put(-1)} label={t("− one dot from %(label)s", { label })}>
        −
      </Button>
      <b>{dots[option] ?? 0}</b>
      <Button onPress={() => put(1)} label={t("+ one dot on %(label)s", { label })}>
        +
      </Button>
    </div>
  );
}
