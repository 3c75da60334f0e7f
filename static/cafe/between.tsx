// Moments without a place: between steps, late arrivals, and waiting for a seat.
import type { JSX } from "preact";
import { now } from "../engine";
import { useBeat } from "../parts/beat";
import { Button } from "../parts/button";
import type { StepDoc } from "../wire/documents";
import { t } from "../words";
import { Agenda } from "./agenda";
import { helpOpen } from "./help";
import { leftOf, type StepOf, stepAfter } from "./on";
import { minutes } from "./words";

/** One step is over, the next has not begun. */
export function Between({ step }: { step: StepDoc }): JSX.Element {
  const next = stepAfter(step);
  return (
    <div class="page-pair">
      <div class="stack">
        <p class="eyebrow">{t("%(title)s is over", { title: step.settings.title })}</p>
        <h1>{next ? t("Next: %(title)s", { title: next.settings.title }) : t("That was the last part")}</h1>
        <p class="lead measure">
          {next
            ? t("It starts when the host says so. Stretch, drink something.")
            : t("The host will close the café. You need not do anything.")}
        </p>
      </div>
      <Agenda />
    </div>
  );
}

/** A round is on and this person has no seat: a late arrival, or someone who was away for long. */
export function NoSeat({ step }: { step: StepOf<"story_round"> }): JSX.Element {
  useBeat(true);
  const left = leftOf(step, now());
  const { title, prompt } = step.settings;
  return (
    <div class="page-pair">
      <div class="stack">
        <h1>{t("Come in")}</h1>
        <p class="lead measure">
          {left === null
            ? t("%(title)s is on. We are finding you a seat.", { title })
            : t("%(title)s is on, %(time)s are left. We are finding you a seat.", {
                title,
                time: minutes(left),
              })}
        </p>
        <p>{t("The question there:")}</p>
        <p class="lead" dir="auto">
          {prompt}
        </p>
        <p class="small soft">{t("Does it take long? A host can give you a seat.")}</p>
        <Button
          onPress={() => {
            helpOpen.value = true;
          }}
        >
          {t("Ask a host to come")}
        </Button>
      </div>
      <Agenda />
    </div>
  );
}

/** The step works at tables, and this person sits at none. */
export function NeedsTable({ step }: { step: StepDoc }): JSX.Element {
  return (
    <div class="stack narrow">
      <h1>{step.settings.title}</h1>
      <p class="lead">{t("The tables do this together. You have no seat at a table now.")}</p>
      <Button
        onPress={() => {
          helpOpen.value = true;
        }}
      >
        {t("Ask a host to come")}
      </Button>
    </div>
  );
}
