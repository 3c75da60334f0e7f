import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Fold } from "../cafe/fold";
import { hand } from "../cafe/sending";
import { one } from "../engine";
import { announce } from "../parts/announce";
import { Button } from "../parts/button";
import { Wrong } from "../parts/wrong";
import type { CafeDoc } from "../wire/documents";
import { t } from "../words";
import { nameOf, othersAtMyTable, Whom } from "./whom";

/** What to ask, word for word: people agree to no more than they were asked. */
function question(attribution: CafeDoc["attribution"] | undefined): string {
  if (attribution === "first-name")
    return t("Ask them: “May short sentences of yours be quoted in the report, with your first name?”");
  if (attribution === "role")
    return t(
      "Ask them: “May short sentences of yours be quoted in the report, with your group and without your name?”",
    );
  return t("Ask them: “May short sentences of yours be quoted in the report, without your name?”");
}

/** Says for somebody on the phone whether their words may be quoted. What they said before is not shown. */
export function QuotingFor(): JSX.Element | null {
  const [person, choose] = useState<string | null>(null);
  const [wrong, setWrong] = useState<string>();
  if (othersAtMyTable().length === 0) return null;
  const say = async (on: boolean) => {
    if (person === null) return;
    const name = nameOf(person);
    setWrong(undefined);
    try {
      await hand("person.quoting", { on, on_behalf_of: person });
      announce(on ? t("%(name)s may be quoted", { name }) : t("%(name)s is not quoted", { name }));
      choose(null);
    } catch (refusal) {
      setWrong((refusal as Error).message);
    }
  };
  return (
    <Fold title={t("Quoting somebody who is on the phone")}>
      <Whom
        label={t("Who is it?")}
        hint={question(one("hall:cafe")?.attribution)}
        none={t("Choose somebody")}
        chosen={person}
        onChoose={choose}
      />
      {person && (
        <div class="row">
          <Button dense onPress={() => say(true)}>
            {t("They say yes")}
          </Button>
          <Button dense onPress={() => say(false)}>
            {t("They say no")}
          </Button>
        </div>
      )}
      {wrong !== undefined && <Wrong id="quoting-for-wrong">{wrong}</Wrong>}
    </Fold>
  );
}
