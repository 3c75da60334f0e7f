import type { ComponentChildren, JSX } from "preact";
import { now } from "../engine";
import { type Step, stretchOf } from "../host/day";
import { Clock } from "../parts/clock";
import { SeatSign, Seats } from "../parts/seats";
import { t } from "../words";

interface WallProps {
  /** The line above: "Our stories · round 1 of 3". */
  step: string;
  title: string;
  /** At the table's edge: "104 people are here". */
  signs?: readonly string[] | undefined;
  /** In the corner above, where the middle is needed for other things. */
  clock?: ComponentChildren;
  children?: ComponentChildren;
}

/** Letters from which on a title is drawn smaller, so that it stays one screen. */
const LONG = 90;

/** The damson table, as large as the wall. */
export function Wall({ step, title, signs = [], clock, children }: WallProps): JSX.Element {
  return (
    <>
      <section class="table wall-table">
        <div class="wall-head">
          <div>
            <p class="wall-step" dir="auto">
              {step}
            </p>
            <h1 dir="auto" data-long={title.length > LONG || undefined}>
              {title}
            </h1>
          </div>
          {clock}
        </div>
        {children}
      </section>
      {signs.length > 0 && (
        <Seats edge class="wall-seats" label={t("In short")}>
          {signs.map((sign) => (
            <SeatSign key={sign}>{sign}</SeatSign>
          ))}
        </Seats>
      )}
    </>
  );
}

/** The big clock of a step that is on. It stays quiet: each person's own screen speaks. */
export function WallClock({ step }: { step: Step }): JSX.Element {
  return (
    <Clock
      deadline={step.deadline}
      now={now}
      total={stretchOf(step)}
      held={step.held_left ?? undefined}
      quiet
    />
  );
}
