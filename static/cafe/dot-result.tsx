import type { JSX } from "preact";
import { all, cafe, one } from "../engine";
import { Decided } from "../votes/decided";
import { SayMissing } from "../votes/missing";
import { Outcome, type Pair } from "../votes/outcome";
import { headline, turnout } from "../votes/result";
import type { ReceiptDoc } from "../wire/documents";
import { nt, t } from "../words";
import { leading } from "./leading";
import type { StepOf } from "./on";

interface DotResultProps extends Pair {
  step: StepOf<"dot_voting">;
  /** Whether this person looks after the vote of the table. */
  keeps: boolean;
}

/** What the dots say. Equal is equal: nothing breaks a tie but people. */
export function DotResult({ step, first, second, keeps }: DotResultProps): JSX.Element {
  const decision = one("table:decision", first.id) ?? one("hall:decision", first.id);
  const KeepVote = keeps ? leading.value?.KeepVote : undefined;
  return (
    <div class="narrow stack stack--wide vote">
      <header>
        <p class="eyebrow">{turnout(first)}</p>
        <h1>{headline(first)}</h1>
        <p class="lead">{t("Dots are a guide. They do not decide: people do, and say why.")}</p>
        {step.settings.prompt && (
          <p class="soft" dir="auto">
            {step.settings.prompt}
          </p>
        )}
      </header>
      <Outcome first={first} second={second} seed={cafe.person} />
      {KeepVote && <KeepVote first={first} second={second} />}
      {decision && <Decided decision={decision} />}
      <Receipts step={step.id} />
      <SayMissing step={step.id} atTable={first.table !== null} />
    </div>
  );
}

/** That this person's dots count; what they were is shown to nobody any more. */
function Receipts({ step }: { step: string }): JSX.Element | null {
  const mine = all("person:receipt").filter((receipt) => receipt.step === step);
  if (mine.length === 0) return null;
  return (
    <p class="small soft" role="note">
      {t("The vote is closed.")} {mine.map(receiptWords).join(" ")}{" "}
      {t("Nobody can see any more where they lie, not even you.")}
    </p>
  );
}

function receiptWords({ ballot, dots, entered_by: name }: ReceiptDoc): string {
  const counts = nt("Your %(n)s dot counts.", "Your %(n)s dots count.", dots);
  const by = name ? t("%(name)s placed them for you.", { name }) : "";
  const again = one("hall:ballot", ballot)?.runoff_of ?? one("table:ballot", ballot)?.runoff_of;
  return [again ? t("In the second vote:") : "", counts, by].filter(Boolean).join(" ");
}
