import type { JSX } from "preact";
import { t } from "../words";
import { CHECKS } from "./figures";
import { type House, participantsHere } from "./house";
import { listed } from "./words";

/** Who may need a hand: those who have not tried all three things yet. */
export function TryoutPanel({ house }: { house: House }): JSX.Element | null {
  const open = participantsHere(house).filter((person) => person.checks.length < CHECKS);
  if (open.length === 0) return null;
  return (
    <section aria-labelledby="tryout">
      <h2 id="tryout">{t("Still trying out")}</h2>
      <p>
        <bdi>{listed(open.map((person) => person.name))}</bdi>
      </p>
    </section>
  );
}
