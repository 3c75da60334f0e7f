import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { hand } from "../cafe/sending";
import { Button } from "../parts/button";
import { Check } from "../parts/check";
import { Field } from "../parts/field";
import { Wrong } from "../parts/wrong";
import type { BallotDoc } from "../wire/documents";
import { t } from "../words";
import { labelOf, placesWords } from "./result";

export type Way = "chosen" | "lot" | "all";

interface SettleFormProps {
  ballot: BallotDoc;
  way: Way;
  onEnd: () => void;
}

/** No tie is settled without its reason, and none by the order of a list. */
export function SettleForm({ ballot, way, onEnd }: SettleFormProps): JSX.Element {
  const [who, setWho] = useState("");
  const [why, setWhy] = useState("");
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [wrong, setWrong] = useState<string>();
  const save = async (event: Event) => {
    event.preventDefault();
    try {
      const options = way === "chosen" ? [...chosen] : [];
      await hand("tie.settle", { ballot: ballot.id, how: way, options, decided_by: who, why });
      onEnd();
    } catch (refusal) {
      setWrong((refusal as Error).message);
    }
  };
  return (
    <form class="stack stack--tight" onSubmit={save}>
      {way === "lot" && (
        <p class="small">
          {t("The server draws. Its seed stands beside the result, so anyone can draw again.")}
        </p>
      )}
      {way === "chosen" && (
        <>
          <WhichOnes ballot={ballot} chosen={chosen} onChange={setChosen} />
          <Field label={t("Who decided?")} hint={t("Such as: the table.")} value={who} onChange={setWho} />
        </>
      )}
      <Field label={t("Why?")} hint={t("It stands beside the result.")} value={why} onChange={setWhy} />
      {wrong && <Wrong id="settle-form-wrong">{wrong}</Wrong>}
      <div class="row">
        <Button type="submit" look="do">
          {way === "lot" ? t("Draw the lot now") : t("Settle it so")}
        </Button>
        <Button look="quiet" onPress={onEnd}>
          {t("Leave it open")}
        </Button>
      </div>
    </form>
  );
}

interface WhichOnesProps {
  ballot: BallotDoc;
  chosen: readonly string[];
  onChange: (chosen: readonly string[]) => void;
}

function WhichOnes({ ballot, chosen, onChange }: WhichOnesProps): JSX.Element {
  const { tied = [], left = 0 } = ballot.outcome ?? {};
  const level = ballot.options.filter(({ id }) => tied.includes(id));
  return (
    <fieldset class="stack stack--tight">
      <legend>{t("Which of them go on? Choose %(places)s.", { places: placesWords(left) })}</legend>
      {level.map((option) => (
        <Check
          key={option.id}
          label={labelOf(option)}
          checked={chosen.includes(option.id)}
          onChange={(on) =>
            onChange(on ? [...chosen, option.id] : chosen.filter((other) => other !== option.id))
          }
        />
      ))}
    </fieldset>
  );
}
