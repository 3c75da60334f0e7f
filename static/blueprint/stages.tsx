import type { JSX } from "preact";
import { t } from "../words";
import type { Experiment } from "./experiments";

const ORDER = ["idea", "ready", "trying"] as const;

/** How far an experiment is: the same thread as in the documents. */
export function Stages({ status }: { status: Experiment["status"] }): JSX.Element {
  const now = ORDER.indexOf(status);
  const words = [t("Idea"), t("Ready"), t("Trying it"), t("What we learnt")];
  return (
    <ol class="ex-stages" aria-label={t("Stage: %(stage)s", { stage: words[now] ?? "" })}>
      {words.map((word, at) => (
        <li
          key={word}
          data-at={at < now ? "done" : at === now ? "now" : "next"}
          aria-current={at === now ? "step" : undefined}
        >
          {word}
        </li>
      ))}
    </ol>
  );
}
