import type { JSX } from "preact";
import { all } from "../engine";
import { Bars } from "../parts/bars";
import { nt, t } from "../words";
import type { Step } from "./day";

/** While the vote is open nobody sees a tally, hosts included; then all see the result at the same moment. */
export function ResultPanel({ step }: { step: Step }): JSX.Element | null {
  const ballot = all("hall:ballot").find((other) => other.step === step.id);
  if (ballot === undefined) return null;
  const { result } = ballot;
  if (result === null) {
    return (
      <p class="small soft">
        {nt("%(n)s choice is on the ballot.", "%(n)s choices are on the ballot.", ballot.options.length)}{" "}
        {t("Nobody sees the result before the vote closes.")}
      </p>
    );
  }
  const results = ballot.options.map((option) => ({
    id: option.id,
    title: option.label,
    dots: result[option.id] ?? 0,
  }));
  return (
    <section aria-label={t("Result of the vote")}>
      <p class="small soft">{nt("%(n)s person voted.", "%(n)s people voted.", ballot.voted ?? 0)}</p>
      <Bars results={results} places={PLACES} />
    </section>
  );
}

/** How many go forward: as many as a table may bring to the plenary. */
const PLACES = 3;
