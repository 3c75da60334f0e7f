import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { hand } from "../cafe/sending";
import { all, draft, send } from "../engine";
import { Button } from "../parts/button";
import { Field } from "../parts/field";
import type { MissingDoc } from "../wire/documents";
import { t } from "../words";

interface MissingProps {
  step: string;
  /** Where the vote was at tables, the table reads it too. */
  atTable: boolean;
}

/** "Is anything missing that should be a priority?" Asked when the vote is closed. */
export function SayMissing({ step, atTable }: MissingProps): JSX.Element {
  const mine = all("person:missing").filter((line) => line.step === step);
  const others = atTable
    ? all("table:missing").filter(({ id, step: of }) => of === step && !mine.some((own) => own.id === id))
    : [];
  return (
    <section class="stack" aria-labelledby="missing">
      <h2 id="missing">{t("Is anything missing that should be a priority?")}</h2>
      <MissingForm step={step} atTable={atTable} />
      <Lines lines={mine} mine />
      <Lines lines={others} />
    </section>
  );
}

function MissingForm({ step, atTable }: MissingProps): JSX.Element {
  const kept = draft<string>(`missing/${step}`, "");
  const [wrong, setWrong] = useState<string>();
  const save = async (event: Event) => {
    event.preventDefault();
    try {
      await hand("missing.say", { step, text: kept.text.value });
      kept.clear();
      setWrong(undefined);
    } catch (refusal) {
      setWrong((refusal as Error).message);
    }
  };
  return (
    <form class="stack stack--tight" onSubmit={save}>
      <Field
        label={t("In one short line")}
        hint={
          atTable
            ? t("Your table and the hosts read it, without your name.")
            : t("The hosts read it, without your name.")
        }
        value={kept.text.value}
        wrong={wrong}
        onChange={(text) => {
          kept.text.value = text;
        }}
      />
      <Button type="submit">{t("Say that it is missing")}</Button>
    </form>
  );
}

function Lines({ lines, mine }: { lines: readonly MissingDoc[]; mine?: boolean }): JSX.Element | null {
  if (lines.length === 0) return null;
  return (
    <ul class="stack stack--tight">
      {lines.map(({ id, text }) => (
        <li key={id} class="split">
          <p dir="auto">{text}</p>
          {mine && (
            <Button
              dense
              look="quiet"
              onPress={() => send("missing.take-back", { missing: id })}
              label={t("Take it back: %(text)s", { text })}
            >
              {t("Take it back")}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
