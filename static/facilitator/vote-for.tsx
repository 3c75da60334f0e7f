import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Fold } from "../cafe/fold";
import { ownOrder } from "../cafe/own-order";
import { changed, type Placed, total } from "../cafe/paper";
import { hand as handIn } from "../cafe/sending";
import { announce } from "../parts/announce";
import { Button } from "../parts/button";
import { Dots } from "../parts/dots";
import { IconButton } from "../parts/icon-button";
import { Wrong } from "../parts/wrong";
import { labelOf } from "../votes/result";
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
  const [said, say] = useState<{ done: boolean; words: string }>();
  const left = ballot.allowance - total(dots);
  const name = nameOf(person);
  const hand = async () => {
    try {
      await handIn("dots.place", { ballot: ballot.id, dots: { ...dots }, on_behalf_of: person });
      const words = t("Placed. %(name)s has a receipt that says that you did it.", { name });
      say({ done: true, words });
      announce(words);
    } catch (refusal) {
      say({ done: false, words: (refusal as Error).message });
    }
  };
  return (
    <div class="stack stack--tight">
      <p>{nt("%(n)s dot left", "%(n)s dots left", left)}</p>
      <ul class="opts">
        {ownOrder(ballot.options, `${person}/${ballot.id}`).map((option) => (
          <li key={option.id} class="opt">
            <div>
              <p dir="auto">{labelOf(option)}</p>
            </div>
            <Count
              ballot={ballot}
              dots={dots}
              option={option.id}
              label={labelOf(option)}
              onChange={(next) => {
                say(undefined);
                setDots(next);
              }}
            />
          </li>
        ))}
      </ul>
      <p class="small soft">
        {t("This replaces what %(name)s placed before. It counts once, and is marked as placed by you.", {
          name,
        })}
      </p>
      {said && (said.done ? <p>{said.words}</p> : <Wrong id="vote-for-wrong">{said.words}</Wrong>)}
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

function Count({ ballot, dots, option, label: what, onChange }: CountProps): JSX.Element {
  const n = dots[option] ?? 0;
  const put = (by: 1 | -1) => {
    const next = changed(ballot, dots, option, by);
    if (next) onChange(next);
  };
  return (
    <div class="opt-many">
      <IconButton icon="minus" label={t("Take a dot back from %(what)s", { what })} onPress={() => put(-1)} />
      <Dots placed={n} free={Math.max(0, ballot.cap - n)} big words={nt("%(n)s dot", "%(n)s dots", n)} />
      <IconButton icon="plus" label={t("Put a dot on %(what)s", { what })} onPress={() => put(1)} />
    </div>
  );
}
