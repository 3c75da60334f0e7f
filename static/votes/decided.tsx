import type { JSX } from "preact";
import { Say } from "../parts/say";
import type { DecisionDoc } from "../wire/documents";
import { nt, t } from "../words";

/** What was decided, apart from what the dots say. */
export function Decided({ decision, level = 2 }: { decision: DecisionDoc; level?: 2 | 3 }): JSX.Element {
  const { chosen, set_aside, why, versions } = decision;
  return (
    <Say icon="done" level={level} title={t("What was decided")}>
      {chosen.length > 0 && <p dir="auto">{t("Chosen: %(names)s", { names: namesIn(chosen) })}</p>}
      {set_aside.length > 0 && <p dir="auto">{t("Set aside: %(names)s", { names: namesIn(set_aside) })}</p>}
      <p dir="auto">{t("By %(who)s. Why: %(why)s", { who: deciderWords(decision), why })}</p>
      {versions > 1 && (
        <p class="small soft">{nt("Changed %(n)s time.", "Changed %(n)s times.", versions - 1)}</p>
      )}
    </Say>
  );
}

function namesIn(options: DecisionDoc["chosen"]): string {
  const names = options.map(({ label }) => (label ? `“${label}”` : t("a note that was taken away")));
  return names.sort((a, b) => a.localeCompare(b)).join(", ");
}

function deciderWords({ decided_by, decider, table }: DecisionDoc): string {
  if (decided_by === "someone") return decider;
  if (decided_by === "hosts") return t("the hosts");
  if (decided_by === "hall") return t("everyone together");
  return table === null ? t("the tables") : t("table %(no)s", { no: table });
}
