import type { JSX } from "preact";
import { one } from "../engine";
import { nt } from "../words";
import type { Step } from "./day";

/** How many have answered each question; what they wrote is in the report. */
export function QuestionsPanel({ step }: { step: Step }): JSX.Element | null {
  const { settings } = step;
  const counts = one("desk:answers", step.id)?.counts ?? [];
  if (settings.activity !== "closing_questions") return null;
  return (
    <ol class="desk-questions">
      {settings.questions.map((question, at) => (
        <li key={question} class="split">
          <span dir="auto">{question}</span>
          <b class="count">{nt("%(n)s answer", "%(n)s answers", counts[at] ?? 0)}</b>
        </li>
      ))}
    </ol>
  );
}
