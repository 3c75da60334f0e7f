import type { JSX } from "preact";
import { all } from "../engine";
import { Dialog } from "../parts/dialog";
import { Decided } from "../votes/decided";
import { pairOf } from "../votes/outcome";
import { t } from "../words";
import type { House } from "./house";
import { close } from "./opened";
import { MissingLines, VoteResult } from "./vote-panel";

/** Every vote that has closed, what was decided on it, and what people missed. */
export function VotesDialog({ house }: { house: House }): JSX.Element {
  const voted = house.day.steps.filter(({ settings }) => settings.activity === "dot_voting");
  return (
    <Dialog title={t("Votes and decisions")} look="drawer" onClose={close}>
      <div class="stack stack--wide">
        {voted.map((step) => {
          const vote = pairOf(all("hall:ballot"), step.id);
          const atTables = all("desk:decision")
            .filter((decision) => decision.step === step.id)
            .sort((a, b) => (a.table ?? 0) - (b.table ?? 0));
          return (
            <section key={step.id} class="stack" aria-label={step.settings.title}>
              <h3 dir="auto">{step.settings.title}</h3>
              {vote && !vote.first.open && <VoteResult {...vote} level={4} />}
              {atTables.map((decision) => (
                <div key={decision.id}>
                  <p class="eyebrow">{t("Table %(no)s", { no: decision.table ?? 0 })}</p>
                  <Decided decision={decision} level={3} />
                </div>
              ))}
              <MissingLines step={step.id} />
            </section>
          );
        })}
      </div>
    </Dialog>
  );
}
