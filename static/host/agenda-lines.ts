// The agenda as a host reads it: when each step was, is, or will be, against the plan.
import type { At } from "../parts/thread";
import { nt, t, timeOfDay } from "../words";
import { type Cafe, type Day, isLive, lengthOf, MINUTE, roundOf, type Step } from "./day";
import { inMinutes } from "./words";

export interface AgendaLine {
  step: Step;
  at: At;
  /** "10:12 · took 5 of 5 min". */
  words: string;
}

export interface Agenda {
  lines: AgendaLine[];
  /** When the last step is likely to end, ms. */
  end: number;
  /** Beyond the plan, ms; negative when under it. */
  over: number;
}

/** `tables`: how many there are, for the seconds each gets in the plenary. */
export function agendaOf(cafe: Cafe, day: Day, now: number, tables: number): Agenda {
  const lines: AgendaLine[] = [];
  let cursor = now;
  for (const step of day.steps) {
    const at = placeOf(step, day);
    if (at === "next") {
      lines.push({ step, at, words: [timeOfDay(cursor), ...comingWords(step, tables)].join(" · ") });
      cursor += lengthOf(step);
    } else {
      lines.push({ step, at, words: at === "now" ? nowWords(step, day) : doneWords(step) });
      if (at === "now") cursor = Math.max(now, step.deadline ?? now + (step.held_left ?? 0));
    }
  }
  const end = cafe.status === "closed" ? (cafe.closed_at ?? now) : cursor;
  return { lines, end, over: end - ((cafe.started_at ?? now) + cafe.planned_minutes * MINUTE) };
}

function placeOf(step: Step, day: Day): At {
  if (step.phase === "planned") return "next";
  return step.id === day.current?.id && isLive(step) ? "now" : "done";
}

function doneWords(step: Step): string {
  const took = t("took %(took)s of %(planned)s min", {
    took: inMinutes(step.spent),
    planned: step.settings.minutes,
  });
  return step.opened_at === null ? took : `${timeOfDay(step.opened_at)} · ${took}`;
}

function nowWords(step: Step, day: Day): string {
  const round = roundOf(step, day.steps);
  return [
    round && t("round %(n)s of %(all)s", { n: round[0], all: round[1] }),
    step.deadline === null ? t("clock held") : t("until %(time)s", { time: timeOfDay(step.deadline) }),
  ]
    .filter(Boolean)
    .join(" · ");
}

function comingWords(step: Step, tables: number): string[] {
  const { settings } = step;
  const words = [nt("%(n)s min", "%(n)s min", settings.minutes)];
  if (settings.activity === "story_round") words.unshift(seatingWords(settings.seating ?? "mixed"));
  if (settings.activity === "plenary" && tables > 0) {
    words.push(t("%(time)s each", { time: briefTime(secondsEach(step, tables)) }));
  }
  return words;
}

function seatingWords(seating: string): string {
  if (seating === "stay") return t("same tables");
  return seating === "home" ? t("first tables") : t("new tables");
}

/** "91 s", or "4 min 36 s" from two minutes on. */
export function briefTime(seconds: number): string {
  const [n, s] = [Math.floor(seconds / 60), seconds % 60];
  if (n < 2) return t("%(seconds)s s", { seconds });
  return s === 0 ? t("%(n)s min", { n }) : t("%(n)s min %(s)s s", { n, s });
}

/** Seconds that each table gets in a plenary. */
export function secondsEach(step: Step, tables: number): number {
  const set = step.settings.activity === "plenary" ? step.settings.seconds_each : null;
  return set ?? Math.floor(lengthOf(step) / 1000 / Math.max(1, tables));
}

/** "Ends 13:04 · 1 min over plan". */
export function endWords({ end, over }: Agenda): string {
  const n = inMinutes(over);
  const time = timeOfDay(end);
  if (n === 0) return t("Ends %(time)s · as planned", { time });
  if (n > 0) return t("Ends %(time)s · %(n)s min over plan", { time, n });
  return t("Ends %(time)s · %(n)s min under plan", { time, n: -n });
}
