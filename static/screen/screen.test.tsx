// What a room sees, and what it does not.
import { cleanup, render, screen } from "@testing-library/preact";
import { afterEach, describe, expect, test } from "vitest";
import { engine } from "../engine/live";
import { stage } from "../engine/stage";
import { dayOf, MINUTE, type Step } from "../host/day";
import {
  byKey,
  calling,
  closed,
  open,
  sampleCafe,
  sampleRound,
  sampleSlot,
  sampleStep,
} from "../host/sample";
import { sampleBallot, sampleOption, sampleOutcome } from "../votes/sample";
import { Screen } from "./index";
import { viewOf } from "./view";
import { fitting, shownOf } from "./vote-walls";

const now = Date.now();
afterEach(cleanup);

function show(step: Step, hall: Record<string, unknown> = {}, wall: Record<string, unknown> = {}): string {
  stage(
    { person: "wall", role: "screen", title: "Our stories", join_link: "https://c.example/j/PLMKTW" },
    {
      hall: { cafe: sampleCafe({ current: step.id }), ...byKey("step", [step]), ...hall },
      [`wall/${step.id}`]: wall,
    },
  );
  engine.listeners.weather({ stream: "hall", here: { wall: true, ann: true, bo: true }, writing: {} });
  return render(<Screen />).container.textContent ?? "";
}

const dots = sampleStep(
  "s2",
  { activity: "dot_voting", title: "Dots", prompt: "What matters most?" },
  open(now, 8),
);
const options = ["Thursdays", "One worker", "A car"].map((label, at) => sampleOption(label, `o${at}`));
const ballot = sampleBallot({ id: "b", step: "s2", options, allowance: 5 });

describe("which view", () => {
  const steps = (step: Step) => dayOf(sampleCafe({ current: step.id }), [step, sampleStep("s3", {})]);
  const view = (step: Step, at = now, status: "running" | "closed" = "running") =>
    viewOf(sampleCafe({ current: step.id, status }), steps(step), at).view;

  test("people are sent to their own screens for a while after a round has opened", () => {
    const round = sampleRound("s2", open(now, 30));
    expect([view(round, now + 44_000), view(round, now + 45_000)]).toEqual(["moving", "step"]);
  });

  test("nobody moves in a round that keeps its seats, or that was opened again", () => {
    expect(view(sampleRound("s2", open(now, 30), { seating: "stay" }))).toBe("step");
    expect(view(sampleRound("s2", { ...open(now, 30), spent: 5 * MINUTE }))).toBe("step");
  });

  test("the closing call, the time between, a result, the end", () => {
    expect(view(sampleRound("s2", { ...open(now, 1), ...calling(now, "s3") }))).toBe("closing");
    expect(view(sampleRound("s2", closed(now - 9, 1)))).toBe("between");
    expect(view({ ...dots, ...closed(now - 9, 1) })).toBe("result");
    expect(view(dots, now, "closed")).toBe("ended");
  });
});

test("before the start: where to go, what to type, who is here", () => {
  const words = show(sampleStep("s2", {}), { cafe: sampleCafe({ status: "lobby", current: null }) });
  expect(words).toContain("Go to c.example");
  expect(words).toContain("PLM KTW");
  expect(words).toContain("2 people are here");
});

test("a round shows its question, and how we talk", () => {
  const words = show(sampleRound("s2", open(now - 5 * MINUTE, 30), { title: "Our stories" }));
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("What helped?");
  expect(words).toContain("Our stories · round 1 of 1");
  expect(words).toContain("Hear everyone once before anyone twice");
});

test("while people move, no name and no table is on the wall", () => {
  const words = show(sampleRound("s2", open(now, 30)));
  expect(words).toContain("Look at your own screen for your table");
  expect(words).not.toMatch(/table \d/i);
});

test("an open vote shows its question, and nothing about where dots lie", () => {
  const words = show(dots, { "ballot/b": ballot });
  expect(words).toContain("Place your dots");
  expect(words).toContain("5 dots each");
  expect(words).not.toMatch(/Thursdays|voted/);
});

test("a closed vote shows ties as ties", () => {
  const result = { o0: 7, o1: 3, o2: 3 };
  const over = { ...dots, ...closed(now - 8 * MINUTE, 8) };
  const more = [...options, sampleOption("Rings first", "o3")];
  const outcome = sampleOutcome({ ahead: ["o0"], level: ["o1", "o2", "o3"], places: 2 });
  const words = show(over, {
    "ballot/b": { ...ballot, options: more, open: false, result: { ...result, o3: 3 }, voted: 6, outcome },
  });
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe(
    "One is clear. Three are level for two places.",
  );
  expect(words).toContain("16 dots from 6 people.");
});

test("what does not fit a screen is never cut between equals", () => {
  expect(shownOf([9, 8, 7, 6])).toBe(4);
  expect(shownOf([9, 8, 7, 6, 5, 4, 4, 4, 4, 1])).toBe(5);
  expect(shownOf([9, 5, 5, 5, 5, 5, 5, 5, 5, 5])).toBe(1);
  const row = (id: string, n: number) => ({ id, title: id, dots: n });
  const level = Array.from({ length: 9 }, (_, at) => row(`l${at}`, 5));
  const groups = [
    { place: "level", left: 2, results: level },
    { place: "record", left: 0, results: [row("r", 1)] },
  ] as const;
  expect(fitting(groups).map(({ results }) => results.length)).toEqual([9]);
});

test("what the group tries stands on the wall, and how far it is", () => {
  const one = { kind: "experiment", note: null, removed: false, at: 1, missing: [] };
  const idea = (value: string) => ({ idea: { value, version: 1 } });
  const words = show(
    sampleStep("s2", { activity: "blueprint", title: "Our blueprint", prompt: "What first?" }, open(now, 20)),
    {
      "experiment/b": { ...one, id: "b", place: 2, fields: idea("Second"), status: "trying" },
      "experiment/a": {
        ...one,
        id: "a",
        place: 1,
        fields: idea("First"),
        status: "idea",
        missing: ["owner"],
      },
      "experiment/c": { ...one, id: "c", place: 3, fields: idea("Gone"), status: "idea", removed: true },
    },
  );
  expect(words).toContain("What first?Our blueprint");
  expect(words).toMatch(/First.*1 thing is missing.*Second.*Being tried/);
  expect(words).toContain("1 of 2 ready or being tried");
  expect(words).not.toContain("Gone");
});

test("groups show how far they carry, how much is grouped, and when names come", () => {
  const note = { step: "s1", table: 1, kind: "helped", text: "A lift", at: 1 };
  const theme = { statement: "", single_voice: false };
  const words = show(
    sampleStep("s2", { activity: "themes", title: "Themes" }, open(now, 20)),
    {},
    {
      "note/a": { id: "a", ...note },
      "note/b": { id: "b", ...note },
      "note/c": { id: "c", ...note },
      "theme/t": { id: "t", name: "Being met", notes: ["a", "b"], tables: [1, 2], at: 1, ...theme },
      "theme/u": { id: "u", name: "", notes: ["a", "b"], tables: [1], at: 2, ...theme },
    },
  );
  expect(words).toContain("Being met2 notes · 2 tables");
  expect(words).toContain("Group 22 notes · all from one table");
  expect(words).toContain("2 of 3 notes are in a group");
  expect(words).toContain("Names come last");
});

test("in the plenary: who speaks and what the table brings; the chat without names", () => {
  const idea = { note: "n", kind: "solution", text: "Thursdays for families", why: "", at: 1 };
  const line = {
    id: "c1",
    step: "s3",
    kind: "question",
    text: "Who covers duty?",
    by: "grace",
    name: "Grace",
    table: 2,
    at: now,
  };
  const speaking = {
    ...sampleSlot(7, "speaking"),
    speaker: "Bethan",
    brings: [idea],
    started_at: now,
    deadline: now + MINUTE,
  };
  const words = show(sampleStep("s3", { activity: "plenary", title: "Hearing each table" }, open(now, 30)), {
    "slot/s3/7": speaking,
    "slot/s3/8": sampleSlot(8, "waiting"),
    "reactions/s3/7": { step: "s3", table: 7, counts: { thanks: 14 } },
    "chat/c1": line,
  });
  for (const part of [
    "Table 7",
    "Bethan speaks",
    "Thursdays for families",
    "Next: table 8",
    "14 thank you",
    "Who covers duty?",
  ]) {
    expect(words).toContain(part);
  }
  expect(words).not.toContain("Grace");
});

test("what a host says to all stands above everything", () => {
  show(sampleStep("s2", {}, open(now, 10)), { saying: { id: "m", text: "Five minutes to go", at: now } });
  expect(screen.getByRole("status").textContent).toBe("Five minutes to go");
});
