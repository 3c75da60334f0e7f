import type { JSX } from "preact";
import { jot, jotFor } from "../cafe/jot";
import { t } from "../words";
import { Whom } from "./whom";

/** Whose idea the note in the composer is. */
export function WriteFor({ step }: { step: string }): JSX.Element {
  return (
    <Whom
      label={t("Whose idea is it?")}
      hint={t("Write for someone who cannot type, or is on the phone.")}
      none={t("Mine")}
      chosen={jotFor(step).onBehalfOf}
      onChoose={(person) => jot(step, { onBehalfOf: person })}
    />
  );
}
