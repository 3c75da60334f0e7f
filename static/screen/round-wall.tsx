import type { JSX } from "preact";
import { now } from "../engine";
import { type Day, roundOf, type Step } from "../host/day";
import { Clock } from "../parts/clock";
import { Icon, type IconName } from "../parts/icons";
import { KindMark, kindClass } from "../parts/kinds";
import { t } from "../words";
import { hereWords } from "./people";
import { Wall, WallClock } from "./wall";

interface RoundProps {
  step: Step;
  day: Day;
}

export function stepLine(step: Step, day: Day): string {
  const { title } = step.settings;
  const round = roundOf(step, day.steps);
  return round ? t("%(title)s · round %(n)s of %(all)s", { title, n: round[0], all: round[1] }) : title;
}

/** The question, the time, and how we talk. */
export function RoundWall({ step, day }: RoundProps): JSX.Element {
  const prompt = step.settings.activity === "story_round" ? step.settings.prompt : step.settings.title;
  return (
    <Wall step={stepLine(step, day)} title={prompt} signs={[hereWords()]}>
      <div class="wall-foot">
        <WallClock step={step} />
        <ul class="wall-how">
          <li class={kindClass("comment")}>
            <KindMark kind="comment" />
            {t("One idea on each note")}
          </li>
          <How icon="ear">{t("Hear everyone once before anyone twice")}</How>
          <How icon="lock">{t("What you write stays at your table for now")}</How>
        </ul>
      </div>
    </Wall>
  );
}

function How({ icon, children }: { icon: IconName; children: string }): JSX.Element {
  return (
    <li>
      <Icon name={icon} />
      {children}
    </li>
  );
}

/** People are on their way. Who goes where is on each person's own screen. */
export function MovingWall({ step, day }: RoundProps): JSX.Element {
  return (
    <Wall
      step={stepLine(step, day)}
      title={t("Look at your own screen for your table")}
      signs={[t("Facilitators stay where they are"), hereWords()]}
    >
      <div class="wall-foot">
        <WallClock step={step} />
      </div>
    </Wall>
  );
}

/** The closing call of a round. */
export function ClosingWall({ step, day }: RoundProps): JSX.Element {
  const then = day.steps.find((other) => other.id === step.then);
  return (
    <Wall
      step={stepLine(step, day)}
      title={t("Finish your sentence")}
      signs={[t("Late notes are welcome for a moment")]}
    >
      <div class="wall-foot">
        <Clock
          deadline={step.closing_until}
          now={now}
          total={60_000}
          note={then ? t("Then: %(title)s", { title: then.settings.title }) : undefined}
          quiet
        />
      </div>
    </Wall>
  );
}
