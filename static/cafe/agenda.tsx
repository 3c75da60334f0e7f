import type { JSX } from "preact";
import { Knot, Thread } from "../parts/thread";
import type { StepDoc } from "../wire/documents";
import { t, timeOfDay } from "../words";
import { deadlineOf, isLive, stepNow, steps } from "./on";
import { minutes } from "./words";

const MINUTE = 60_000;

/** The day as one thread: what was, what is on, what comes, and how long each is. */
export function Agenda({ heading = t("What we do today") }: { heading?: string }): JSX.Element {
  const on = stepNow();
  const place = on?.place ?? -1;
  const begins = beginnings(on);
  return (
    <section aria-labelledby="agenda">
      <h2 id="agenda">{heading}</h2>
      <Thread>
        {steps().map((step) => (
          <Knot key={step.id} at={atOf(step, place)}>
            <b>{step.settings.title}</b>{" "}
            <span class="soft small agenda-length">{lengthWords(step, begins.get(step.id))}</span>
          </Knot>
        ))}
      </Thread>
    </section>
  );
}

function atOf(step: StepDoc, place: number): "done" | "now" | "next" {
  if (isLive(step)) return "now";
  return step.place <= place ? "done" : "next";
}

/** When each coming step begins, if all keep their minutes; empty before the first, or while the clock is held. */
function beginnings(on: StepDoc | undefined): Map<string, number> {
  const times = new Map<string, number>();
  let at = on && isLive(on) ? deadlineOf(on) : null;
  for (const step of steps()) {
    if (at === null || !on || step.place <= on.place) continue;
    times.set(step.id, at);
    at += step.settings.minutes * MINUTE;
  }
  return times;
}

function lengthWords(step: StepDoc, begins: number | undefined): string {
  const length = minutes(step.settings.minutes * MINUTE);
  return begins === undefined ? length : t("about %(time)s, %(length)s", { time: timeOfDay(begins), length });
}
