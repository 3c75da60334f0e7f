import type { JSX } from "preact";
import { one } from "../engine";
import { Icon } from "../parts/icons";
import type { Documents } from "../wire/documents";
import { nt, t } from "../words";
import { listed } from "./words";

type Doc = Documents["hall:blueprint"];

/** Held against the lens: what each entry is touched by, those that nothing touches first to be seen. */
export function Coverage({ doc }: { doc: Doc }): JSX.Element {
  const open = doc.coverage.filter(({ experiments }) => experiments.length === 0).length;
  return (
    <section class="stack" aria-labelledby="coverage">
      <div>
        <h2 id="coverage">{t("What it touches, and what it leaves out")}</h2>
        <p class="soft measure">{openWords(open)}</p>
      </div>
      <ul class="bp-coverage">
        {doc.coverage.map(({ entry, experiments }) => (
          <li key={entry} data-open={experiments.length === 0 || undefined}>
            <Icon name={experiments.length === 0 ? "minus" : "done"} />
            <span>
              <b dir="auto">{entry}</b>
              <span class="small soft">
                {experiments.length === 0 ? t("Nothing touches it yet.") : listed(experiments.map(ideaWords))}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function openWords(open: number): string {
  if (open === 0) return t("Something touches each of these.");
  return nt(
    "Nothing touches %(n)s of these yet. That may be as it should be.",
    "Nothing touches %(n)s of these yet. That may be as it should be.",
    open,
  );
}

function ideaWords(experiment: string): string {
  const idea = one("hall:experiment", experiment)?.fields["idea"]?.value;
  return typeof idea === "string" ? t("“%(idea)s”", { idea }) : "";
}
