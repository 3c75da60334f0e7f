import type { JSX } from "preact";
import { one } from "../engine";
import { ButtonLink } from "../parts/button";
import { nt, t } from "../words";
import type { Step } from "./day";
import { boardLink } from "./pages";

/** How many have answered each question; what they wrote stands on a board of its own for each. */
export function QuestionsPanel({ step }: { step: Step }): JSX.Element | null {
  const { settings } = step;
  const counts = one("desk:answers", step.id)?.counts ?? [];
  if (settings.activity !== "closing_questions") return null;
  return (
    <ol class="desk-questions">
      {settings.questions.map((question, at) => (
        <li key={question} class="split">
          <span dir="auto">{question}</span>
          <span class="row">
            <b class="count">{nt("%(n)s answer", "%(n)s answers", counts[at] ?? 0)}</b>
            <ButtonLink
              dense
              icon="wall"
              href={boardLink(step.id, at)}
              label={t("Group the answers to question %(no)s", { no: at + 1 })}
            >
              {t("Group the answers")}
            </ButtonLink>
          </span>
        </li>
      ))}
    </ol>
  );
}
