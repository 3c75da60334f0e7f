import { expect, test } from "vitest";
import { timeOfDay } from "../words";
import { agendaOf, briefTime, endWords } from "./agenda-lines";
import { dayOf, isHalfOver, leftOf, MINUTE, reopenable, roundOf } from "./day";
import { closed, open, START, sampleCafe, sampleRound, sampleStep } from "./sample";

const steps = [
  sampleStep("s1", { activity: "arrival", title: "Welcome", minutes: 10 }, closed(START, 12)),
  sampleRound("s2", open(START + 12 * MINUTE, 30)),
  sampleStep("s3", { title: "Break" }),
  sampleRound("s4", {}, { seating: "stay" }),
];
const day = dayOf(sampleCafe(), [...steps].reverse());
const now = START + 20 * MINUTE;

test("the agenda says what a step took, until when one is on, and when the rest will be", () => {
  const agenda = agendaOf(sampleCafe(), day, now, 0);
  expect(agenda.lines.map(({ at, words }) => [at, words])).toEqual([
    ["done", `${timeOfDay(START)} · took 12 of 10 min`],
    ["now", `round 1 of 2 · until ${timeOfDay(START + 42 * MINUTE)}`],
    ["next", `${timeOfDay(START + 42 * MINUTE)} · 10 min`],
    ["next", `${timeOfDay(START + 52 * MINUTE)} · same tables · 30 min`],
  ]);
});

test("the running total is said against the plan", () => {
  const end = timeOfDay(START + 82 * MINUTE);
  expect(endWords(agendaOf(sampleCafe({ planned_minutes: 60 }), day, now, 0))).toBe(
    `Ends ${end} · 22 min over plan`,
  );
  expect(endWords(agendaOf(sampleCafe({ planned_minutes: 90 }), day, now, 0))).toBe(
    `Ends ${end} · 8 min under plan`,
  );
  expect(endWords(agendaOf(sampleCafe({ planned_minutes: 82 }), day, now, 0))).toBe(
    `Ends ${end} · as planned`,
  );
});

test("a step that runs over moves what follows by the minute", () => {
  const late = agendaOf(sampleCafe(), day, START + 50 * MINUTE, 0);
  expect(late.lines[2]?.words).toBe(`${timeOfDay(START + 50 * MINUTE)} · 10 min`);
});

test("a held clock has no end, and what is left counts from now", () => {
  const held = sampleRound("s2", { ...open(START, 30), deadline: null, held_left: 5 * MINUTE });
  const agenda = agendaOf(sampleCafe(), dayOf(sampleCafe(), [held, sampleStep("s3", {})]), now, 0);
  expect(agenda.lines[0]?.words).toContain("clock held");
  expect(agenda.lines[1]?.words).toContain(timeOfDay(now + 5 * MINUTE));
  expect(leftOf(held, now)).toBe(5 * MINUTE);
});

test("a plenary says how long each table has", () => {
  const plenary = sampleStep("s1", { activity: "plenary", minutes: 35 });
  const lobby = sampleCafe({ current: null, status: "lobby", started_at: null });
  expect(agendaOf(lobby, dayOf(lobby, [plenary]), now, 23).lines[0]?.words).toContain("91 s each");
  expect([briefTime(119), briefTime(120), briefTime(276)]).toEqual(["119 s", "2 min", "4 min 36 s"]);
});

test("only rounds are counted as rounds", () => {
  expect(day.steps.map((step) => roundOf(step, day.steps))).toEqual([undefined, [1, 2], undefined, [2, 2]]);
});

test("a round is half over at half its time, added minutes included; a held one never is", () => {
  const round = sampleRound("s2", { ...open(START, 30), deadline: START + 40 * MINUTE });
  expect(isHalfOver(round, START + 19 * MINUTE)).toBe(false);
  expect(isHalfOver(round, START + 20 * MINUTE)).toBe(true);
  expect(isHalfOver({ ...round, deadline: null, held_left: 1 }, START + 39 * MINUTE)).toBe(false);
});

test("what closed last can be opened again while its time runs, from between steps or from the next one", () => {
  const over = sampleStep("s1", {}, closed(START, 10));
  const next = sampleStep("s2", {}, open(START + 11 * MINUTE, 10));
  const between = dayOf(sampleCafe({ current: "s1" }), [over, sampleStep("s2", {})]);
  const after = dayOf(sampleCafe({ current: "s2" }), [over, next]);
  expect(reopenable(between, START + 12 * MINUTE)?.id).toBe("s1");
  expect(reopenable(after, START + 14 * MINUTE)?.id).toBe("s1");
  expect(reopenable(after, START + 15 * MINUTE)).toBeUndefined();
});

test("a step two places back stays closed", () => {
  const three = [
    sampleStep("s1", {}, closed(START, 10)),
    sampleStep("s2", {}, open(START + 10 * MINUTE, 1)),
    sampleStep("s3", {}, open(START + 11 * MINUTE, 10)),
  ];
  expect(reopenable(dayOf(sampleCafe({ current: "s3" }), three), START + 12 * MINUTE)).toBeUndefined();
});
