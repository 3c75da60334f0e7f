import type { JSX } from "preact";
import type { House } from "./house";
import { PlenaryPanel } from "./plenary-panel";
import { QuestionsPanel } from "./questions-panel";
import { ResultPanel } from "./result-panel";
import { TryoutPanel } from "./tryout-panel";

/** What a host does or sees in some kinds of step beyond the figures. */
export function StepPanel({ house }: { house: House }): JSX.Element | null {
  const step = house.day.current;
  if (step === undefined || house.cafe.status === "closed") return null;
  const { activity } = step.settings;
  if (activity === "arrival") return <TryoutPanel house={house} />;
  if (activity === "plenary") return <PlenaryPanel step={step} house={house} />;
  if (activity === "dot_voting") return <ResultPanel step={step} />;
  return activity === "closing_questions" ? <QuestionsPanel step={step} /> : null;
}
