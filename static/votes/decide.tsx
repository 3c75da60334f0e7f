import type { JSX } from "preact";
import { useId, useState } from "preact/hooks";
import { ownOrder } from "../cafe/own-order";
import { hand } from "../cafe/sending";
import { cafe, one } from "../engine";
import { Button } from "../parts/button";
import { Field } from "../parts/field";
import { Wrong } from "../parts/wrong";
import type { BallotDoc, DecisionDoc } from "../wire/documents";
import { t } from "../words";
import { labelOf, type Option } from "./result";

type Place = "" | "chosen" | "set_aside";
type Decider = DecisionDoc["decided_by"];

/** The decision on a vote as it stands, wherever it is told. */
export function decisionOn(ballot: BallotDoc): DecisionDoc | undefined {
  return (
    one("table:decision", ballot.id) ?? one("hall:decision", ballot.id) ?? one("desk:decision", ballot.id)
  );
}

/** What goes on by dots is only where the form begins. */
function begin(ballot: BallotDoc): Record<string, Place> {
  const decision = decisionOn(ballot);
  const chosen = decision ? decision.chosen.map(({ id }) => id) : (ballot.outcome?.goes_on ?? []);
  const aside = decision?.set_aside.map(({ id }) => id) ?? [];
  const places = [...chosen.map((id) => [id, "chosen"]), ...aside.map((id) => [id, "set_aside"])];
  return Object.fromEntries(places) as Record<string, Place>;
}

/** Who decided what, why, and what was set aside. It can be written anew until the café closes. */
export function Decide({ first: ballot }: { first: BallotDoc }): JSX.Element {
  const before = decisionOn(ballot);
  const [places, setPlaces] = useState(() => begin(ballot));
  const [by, setBy] = useState<Decider>(before?.decided_by ?? (ballot.table === null ? "hosts" : "table"));
  const [who, setWho] = useState(before?.decider ?? "");
  const [why, setWhy] = useState(before?.why ?? "");
  const [wrong, setWrong] = useState<string>();
  const [saved, setSaved] = useState(false);
  const sorted = (place: Place) =>
    ballot.options.filter(({ id }) => places[id] === place).map(({ id }) => id);
  const save = async (event: Event) => {
    event.preventDefault();
    const words = { why, decided_by: by, decider: by === "someone" ? who : "" };
    const options = { chosen: sorted("chosen"), set_aside: sorted("set_aside") };
    try {
      await hand("decision.record", { step: ballot.step, ballot: ballot.id, ...options, ...words });
      setWrong(undefined);
      setSaved(true);
    } catch (refusal) {
      setWrong((refusal as Error).message);
    }
  };
  return (
    <form class="stack" onSubmit={save}>
      <p class="small soft">{t("Dots are a guide. You may decide otherwise, and say why.")}</p>
      <ul class="opts">
        {ownOrder(ballot.options, `${cafe.person}/${ballot.id}`).map((option) => (
          <Sorted
            key={option.id}
            option={option}
            place={places[option.id] ?? ""}
            onChange={(place) => setPlaces({ ...places, [option.id]: place })}
          />
        ))}
      </ul>
      <WhoDecided by={by} atTable={ballot.table !== null} onChange={setBy} />
      {by === "someone" && (
        <Field
          label={t("Who is it?")}
          hint={t("A role rather than a name, such as: the steering group.")}
          value={who}
          onChange={setWho}
        />
      )}
      <Field label={t("Why?")} value={why} onChange={setWhy} rows={2} />
      {wrong && <Wrong id="decide-wrong">{wrong}</Wrong>}
      <div class="row">
        <Button type="submit" look="do">
          {before ? t("Write the decision anew") : t("Write the decision down")}
        </Button>
        {saved && !wrong && <p role="status">{t("Written down. Everyone who voted sees it.")}</p>}
      </div>
    </form>
  );
}

interface SortedProps {
  option: Option;
  place: Place;
  onChange: (place: Place) => void;
}

function Sorted({ option, place, onChange }: SortedProps): JSX.Element {
  const id = useId();
  return (
    <li class="opt">
      <label for={id} dir="auto">
        {labelOf(option)}
      </label>
      <select
        id={id}
        class="input input--short"
        value={place}
        onChange={(event) => onChange(event.currentTarget.value as Place)}
      >
        <option value="">{t("not mentioned")}</option>
        <option value="chosen">{t("chosen")}</option>
        <option value="set_aside">{t("set aside")}</option>
      </select>
    </li>
  );
}

interface WhoDecidedProps {
  by: Decider;
  atTable: boolean;
  onChange: (by: Decider) => void;
}

function WhoDecided({ by, atTable, onChange }: WhoDecidedProps): JSX.Element {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{t("Who decided?")}</label>
      <select
        id={id}
        class="input"
        value={by}
        onChange={(event) => onChange(event.currentTarget.value as Decider)}
      >
        {atTable && <option value="table">{t("The table")}</option>}
        {!atTable && <option value="hall">{t("Everyone together")}</option>}
        <option value="hosts">{t("The hosts")}</option>
        <option value="someone">{t("Somebody else")}</option>
      </select>
    </div>
  );
}
