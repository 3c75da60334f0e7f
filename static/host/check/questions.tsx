import type { JSX } from "preact";
import { Button } from "../../parts/button";
import { t } from "../../words";
import { perform } from "../perform";
import { pass } from "./deeds";
import { type Checks, checkOf, type Quote } from "./quotes";

interface QuestionsProps {
  quote: Quote;
  checks: Checks;
  /** Where whole quotes are looked through: on to the next. */
  onDone: (() => void) | undefined;
}

/** What to ask of a quote as a whole. Source: the three tests for whether somebody can be identified. */
export function Questions({ quote, checks, onDone }: QuestionsProps): JSX.Element {
  const passed = checkOf(quote, checks)?.passed === true;
  const press = async () => {
    if ((await perform(pass(quote, !passed))) && !passed) onDone?.();
  };
  return (
    <section class="well stack stack--tight" aria-labelledby="three">
      <h2 id="three" class="firm">
        {t("Three questions to this quote")}
      </h2>
      <ol class="numbers">
        <li>{t("Could somebody be singled out by it?")}</li>
        <li>{t("Could it be put together with something else that people know?")}</li>
        <li>{t("Could somebody guess who it is?")}</li>
      </ol>
      <p class="small">
        {t(
          "Imagine somebody who wants to know, was not there, and has an evening, a search engine and a colleague to ask.",
        )}
      </p>
      <div>
        <Button pressed={passed} onPress={press}>
          {t("Checked: three times no")}
        </Button>
      </div>
    </section>
  );
}
