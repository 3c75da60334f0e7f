import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../../parts/button";
import { Field } from "../../parts/field";
import { t } from "../../words";
import { perform } from "../perform";
import { writeVaguer } from "./deeds";
import { type Checks, checkOf, type FoundWords, type Quote } from "./quotes";

interface VaguerProps {
  quote: Quote;
  found: FoundWords;
  checks: Checks;
  onDone: () => void;
  onClose: () => void;
}

/** Other words for what was found. They stand in brackets; the rest stays word for word. */
export function Vaguer({ quote, found, checks, onDone, onClose }: VaguerProps): JSX.Element {
  const [words, setWords] = useState(found.words);
  return (
    <form
      class="stack stack--tight"
      onSubmit={async (event) => {
        event.preventDefault();
        if (!(await perform(writeVaguer(quote, found, words.trim(), checkOf(quote, checks))))) return;
        onClose();
        onDone();
      }}
    >
      <Field
        id="vaguer"
        label={t("What stands there instead")}
        hint={t("Vaguer, and still true: a neighbour, a town in the north, a school.")}
        value={words}
        onChange={setWords}
      />
      <div class="row">
        <Button type="submit" look="do">
          {t("Write [%(words)s]", { words: words.trim() || "…" })}
        </Button>
        <Button onPress={onClose}>{t("Cancel")}</Button>
      </div>
    </form>
  );
}
