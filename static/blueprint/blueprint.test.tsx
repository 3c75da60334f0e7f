// A group writes its blueprint: what each person sees of it, and what they can do.
import { cleanup, fireEvent, render, screen, within } from "@testing-library/preact";
import { afterEach, beforeAll, expect, test } from "vitest";
import { ann, cafe, closed, open, sent, setOut, slot, step } from "../cafe/cast";
import { Cafe } from "../cafe/index";
import { blueprints } from "../cafe/later";
import { forget } from "../cafe/undo";
import { happen } from "../engine/stage";
import type { BlueprintDoc, ExperimentDoc, StepDoc } from "../wire/documents";

beforeAll(async () => {
  blueprints.value = await import("./index");
});
afterEach(() => {
  cleanup();
  forget();
});

const NEEDED = ["barrier", "owner", "measures", "prediction", "review_on"];

function experiment(id: string, words: Record<string, string>, more: Partial<ExperimentDoc> = {}) {
  const fields = Object.fromEntries(
    Object.entries(words).map(([name, value]) => [name, { value, version: 1 }]),
  );
  const missing = NEEDED.filter((name) => !words[name]);
  const doc: ExperimentDoc = {
    ...{
      id,
      kind: "experiment",
      note: null,
      place: Number(id.slice(1)),
      fields,
      missing,
      removed: false,
      at: 1,
    },
    status: missing.length > 0 ? "idea" : "ready",
    ...more,
  };
  return { [`experiment/${id}`]: doc };
}

function whole(more: Partial<BlueprintDoc> = {}): Record<string, BlueprintDoc> {
  const coverage = [{ entry: "It builds on strengths", experiments: [] }];
  return {
    blueprint: {
      ...{ context: "", version: 0, issued: [], coverage, open: true, writers: "everyone", touched: true },
      themes: [{ id: "t1", name: "Hours lost to recording" }],
      ...more,
    },
  };
}

const settings = { activity: "blueprint", title: "Our blueprint", minutes: 40 } as const;
const READY = {
  ...{ idea: "Thursdays for families", barrier: "Forms", owner: "Team manager", measures: "Hours" },
  ...{ prediction: "More time", review_on: "2026-10-01" },
};

function on(docs: Record<string, unknown>, more: Partial<StepDoc["settings"]> = {}): void {
  const blueprint = step("s1", 0, { ...settings, ...more } as StepDoc["settings"], open());
  setOut({ hall: { ...cafe("s1"), ...blueprint, ...whole(), ...docs } });
  render(<Cafe />);
}

const button = (name: string | RegExp) => screen.getByRole("button", { name });
const stage = (name: string) =>
  within(screen.getByRole("list", { name })).getByRole("listitem", { current: "step" });

test("what is missing is said in words, and what is ready can start", () => {
  on({ ...experiment("x1", READY), ...experiment("x2", { idea: "One worker", owner: "Practice lead" }) });
  expect(screen.getByText("Ready to start")).toBeTruthy();
  expect(screen.getByText("Cannot start yet: 4 things missing")).toBeTruthy();
  expect(screen.getByText("needs a date to look again")).toBeTruthy();
  expect(screen.getByText("1 October 2026")).toBeTruthy();
  expect(stage("Stage: Ready").textContent).toBe("Ready");
  expect(stage("Stage: Idea").textContent).toBe("Idea");
  fireEvent.click(button(/^Say that we are trying it/));
  expect(sent()).toMatchObject([{ type: "experiment.start", experiment: "x1", on: true }]);
  fireEvent.click(button("Undo"));
  expect(sent()[1]).toMatchObject({ type: "experiment.start", experiment: "x1", on: false });
});

test("one is added from an idea that a table chose, with its words", async () => {
  const brings = [{ note: "n1", kind: "solution", text: "A history written once", why: "", at: 1 }];
  on({ ...slot(4, "heard", { brings }) });
  fireEvent.click(button("Add an experiment"));
  fireEvent.change(screen.getByLabelText(/Begin with/), { target: { value: "note:n1" } });
  expect(screen.getByLabelText<HTMLTextAreaElement>(/What could we try/).value).toBe(
    "A history written once",
  );
  fireEvent.click(button("Add it"));
  await expect
    .poll(sent)
    .toMatchObject([
      { type: "experiment.add", kind: "experiment", idea: "A history written once", note: "n1", theme: null },
    ]);
  expect(screen.getByText("“A history written once” waits to be sent.")).toBeTruthy();
});

test("an idea that is taken up is offered to nobody else, and says where it is from", () => {
  const brings = [{ note: "n1", kind: "solution", text: "A history written once", why: "", at: 1 }];
  on({ ...slot(4, "heard", { brings }), ...experiment("x1", { idea: "One history" }, { note: "n1" }) });
  expect(screen.getByText("Takes up an idea of table 4")).toBeTruthy();
  fireEvent.click(button("Add a small change"));
  expect(screen.queryByRole("option", { name: /A history written once/ })).toBeNull();
  expect(screen.getByRole("option", { name: "Hours lost to recording" })).toBeTruthy();
});

test("small changes stand apart, with their three checks", () => {
  on({ ...experiment("x1", { idea: "Phones in a drawer", own_power: "yes" }, { kind: "small-change" }) });
  const apart = screen.getByRole("region", { name: "Small changes" });
  expect(within(apart).getByText("Is it within our own power?")).toBeTruthy();
  fireEvent.click(button("Work on it: Phones in a drawer"));
  expect(screen.getByLabelText<HTMLSelectElement>("Is it within our own power?").value).toBe("yes");
});

test("it is moved and taken out by the menu, and back again", async () => {
  on({ ...experiment("x1", { idea: "First" }), ...experiment("x2", { idea: "Second" }) });
  fireEvent.click(button("Choose what to do with this: Second"));
  fireEvent.click(screen.getByRole("menuitem", { name: "Move it up" }));
  fireEvent.click(button("Choose what to do with this: First"));
  fireEvent.click(screen.getByRole("menuitem", { name: "Take it out" }));
  fireEvent.click(button("Undo"));
  expect(sent()).toMatchObject([
    { type: "experiment.move", experiment: "x2", before: "x1" },
    { type: "experiment.remove", experiment: "x1", on: true },
    { type: "experiment.remove", experiment: "x1", on: false },
  ]);
});

test("what is written stays when somebody else has changed it, until one of the two is chosen", async () => {
  on(experiment("x1", { idea: "First", owner: "Team manager" }));
  fireEvent.click(button("Work on it: First"));
  const owner = screen.getByLabelText<HTMLInputElement>(/Who looks after it/);
  fireEvent.input(owner, { target: { value: "Practice lead" } });
  const theirs = experiment("x1", { idea: "First", owner: "Dilys" });
  (theirs["experiment/x1"] as ExperimentDoc).fields["owner"] = { value: "Dilys", version: 2 };
  happen("hall", { put: theirs });
  expect(await screen.findByText("It says now: “Dilys”")).toBeTruthy();
  expect(owner.value).toBe("Practice lead");
  expect(screen.getByText("Say above which of the two stays.")).toBeTruthy();
  fireEvent.click(button("Take theirs: Who looks after it"));
  await expect.poll(() => owner.value).toBe("Dilys");
  expect(screen.getByText("Theirs stands. Yours was left out.")).toBeTruthy();
});

test("who may not write reads along, and is told why", () => {
  on({ ...experiment("x1", READY) }, { who: "facilitators" } as Partial<StepDoc["settings"]>);
  expect(screen.getByText("You read along")).toBeTruthy();
  expect(screen.getByText("The facilitators write. Tell one of them what to put down.")).toBeTruthy();
  expect(screen.getByText("Thursdays for families", { exact: false })).toBeTruthy();
  for (const name of [/^Add/, /^Work on it/, /^Say that/])
    expect(screen.queryByRole("button", { name })).toBeNull();
});

test("when its time is over it can be read, and no longer written in", () => {
  const over = step("s1", 0, settings, closed());
  setOut({ hall: { ...cafe("s1"), ...over, ...whole({ open: false }), ...experiment("x1", READY) } });
  render(<Cafe />);
  expect(screen.getByText(/The time for it is over/)).toBeTruthy();
  expect(screen.getByText("Team manager")).toBeTruthy();
  expect(screen.queryByRole("button", { name: /^Work on it/ })).toBeNull();
});

test("a facilitator writes where facilitators do", () => {
  const blueprint = step("s1", 0, { ...settings, who: "facilitators" }, open());
  setOut(
    { hall: { ...cafe("s1"), ...blueprint, ...whole() }, person: ann({ role: "facilitator" }) },
    "facilitator",
  );
  render(<Cafe />);
  expect(screen.getAllByText("Nothing here yet")).toHaveLength(2);
  expect(button("Add an experiment")).toBeTruthy();
});

test("what was taken out can be put back later", () => {
  on(experiment("x1", { idea: "Gone" }, { removed: true }));
  fireEvent.click(button(/Taken out/));
  fireEvent.click(button("Put it back: Gone"));
  expect(sent()).toMatchObject([{ type: "experiment.remove", experiment: "x1", on: false }]);
});
