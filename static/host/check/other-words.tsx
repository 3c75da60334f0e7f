import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Fold } from "../../cafe/fold";
import { Button } from "../../parts/button";
import { Field } from "../../parts/field";
import { t } from "../../words";
import { perform } from "../perform";
import { writeVaguer } from "./deeds";
import { type Checks, checkOf, placeOf, type Quote } from "./quotes";

/** What no program finds: a host names the words, and what stands there instead. */
export function OtherWords({ quote, checks }: { quote: Quote; checks: Checks }): JSX.Element {
  const [which, setWhich] = useState("");
  const [instead, setInstead] = useState("");
  const [wrong, setWrong] = useState<string>();
  const save = async () => {
    const part = placeOf(which, quote);
    if (part === undefined)
      return setWrong(t("These words are not in the quote. Copy them as they stand there."));
    if (await perform(writeVaguer(quote, part, instead.trim(), checkOf(quote, checks)))) {
      setWhich("");
      setInstead("");
    }
  };
  return (
    <Fold title={t("Write other words of it vaguer")}>
      <form
        class="stack stack--tight"
        onSubmit={(event) => {
          event.preventDefault();
          setWrong(undefined);
          save();
        }}
      >
        <Field label={t("Which words, as they stand")} value={which} onChange={setWhich} wrong={wrong} />
        <Field label={t("What stands there instead")} value={instead} onChange={setInstead} />
        <Button type="submit" dense>
          {t("Write it vaguer")}
        </Button>
      </form>
    </Fold>
  );
}
