import type { JSX } from "preact";
import { now } from "../engine";
import { Clock } from "../parts/clock";
import type { StepDoc } from "../wire/documents";
import { deadlineOf, isLive } from "./on";

const MINUTE = 60_000;

interface StepHeadProps {
  step: StepDoc;
  /** What to do, larger than the step's own title. */
  title?: string | undefined;
  /** Instead of the step's words. */
  lead?: string | undefined;
  /** Without the step's words: they stand elsewhere. */
  bare?: boolean | undefined;
}

/** What is on, in words, and how long it still is. For steps away from the tables. */
export function StepHead({ step, title, lead, bare }: StepHeadProps): JSX.Element {
  const words = bare ? "" : (lead ?? step.settings.words ?? "");
  return (
    <header class="split step-head">
      <div>
        <h1 dir="auto">{title ?? step.settings.title}</h1>
        {words && (
          <p class="lead measure" dir="auto">
            {words}
          </p>
        )}
      </div>
      {isLive(step) && (
        <Clock
          flat
          deadline={deadlineOf(step)}
          now={now}
          total={step.settings.minutes * MINUTE}
          held={step.held_left ?? undefined}
        />
      )}
    </header>
  );
}
