import type { JSX } from "preact";
import { BlueprintPanel } from "./blueprint-panel";
import type { Step } from "./day";
import type { House } from "./house";
import { PlenaryPanel } from "./plenary-panel";
import { QuestionsPanel } from "./questions-panel";
import { ThemesPanel } from "./themes-panel";
import { TryoutPanel } from "./tryout-panel";
import { VotePanel, VotesButton } from "./vote-panel";

/** What a host does or sees in some kinds of step beyond the figures. */
export function StepPanel({ house }: { house: House }): JSX.Element | null {
  const step = house.day.current;
  if (step === undefined || house.cafe.status === "closed") return null;
  return (
    <>
      <OfThisKind house={house} step={step} />
      <VotesButton step={step} />
    </>
  );
}

function OfThisKind({ house, step }: { house: House; step: Step }): JSX.Element | null {
  const { activity } = step.settings;
  if (activity === "arrival") return <TryoutPanel house={house} />;
  if (activity === "plenary") return <PlenaryPanel step={step} house={house} />;
  if (activity === "blueprint") return <BlueprintPanel />;
  if (activity === "themes") return <ThemesPanel step={step} />;
  if (activity === "dot_voting") return <VotePanel step={step} />;
  return activity === "closing_questions" ? <QuestionsPanel step={step} /> : null;
}
