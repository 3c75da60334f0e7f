// Writing the report, as a host does it while another writes too.
import { cleanup, fireEvent, render, screen, within } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { discard, draft, waiting } from "../../engine";
import { engine } from "../../engine/live";
import { happen, stage } from "../../engine/stage";
import { Host } from "../index";
import { byKey, closed, START, sampleCafe, sampleGuest, sampleRound, sampleStep } from "../sample";
import { evidence, evidenceOf } from "./evidence";
import { layDown, PAUSE } from "./pen";

const round = sampleRound("s1", closed(START, 30), { title: "Our stories" });
const asking = sampleStep("s2", {
  activity: "closing_questions",
  title: "Before you go",
  questions: ["What now?"],
});
const passage = (part: string, text: string, version = 1, by = "Rob") => ({
  [`passage/${part}`]: { part, text, version, versions: version, by, at: START },
});
const statement = (id: string, place: number, heading: string, more = {}) => ({
  [`statement/${id}`]: {
    ...{ id, kind: "conclusion", heading, text: "", themes: [], notes: [], quote: null, place },
    ...{ version: 1, by: "Rob", at: START, removed: false, ...more },
  },
});
const HARVEST = {
  themes: [{ id: "t1", name: "Time", notes: ["n1"], tables: [1, 2] }],
  rounds: [
    {
      notes: [
        {
          anchor: "note-n1",
          id: "n1",
          kind: "hindered",
          text: "Forms eat the evenings.",
          table: 1,
          round: 1,
        },
        { anchor: "note-n2", id: "n2", kind: "helped", text: "A café nearby.", table: 2, round: 1 },
      ],
    },
  ],
  questions: [],
  plenaries: [],
};

function open(desk: Record<string, unknown> = {}, cafe = {}): void {
  location.hash = "#report";
  dispatchEvent(new Event("hashchange"));
  const hosts = [sampleGuest("amina", { role: "host" }), sampleGuest("rob", { role: "host" })];
  stage(
    { person: "amina", role: "host" },
    {
      hall: { cafe: sampleCafe(cafe), ...byKey("step", [round, asking]) },
      desk: { ...byKey("person", hosts), ...desk },
    },
  );
  render(<Host />);
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("fetch", () => Promise.resolve({ ok: true, json: () => Promise.resolve(HARVEST) }));
  const told = { ...HARVEST, rounds: [{ notes: [HARVEST.rounds[0]?.notes[0]] }] };
  evidence.value = evidenceOf(HARVEST as never, told as never);
});
afterEach(() => {
  cleanup();
  layDown();
  for (const { id } of waiting.value) discard(id);
  for (const key of ["context", "c1", "new/conclusion"]) draft(`report/${key}`, null).clear();
  vi.useRealTimers();
  location.hash = "#desk";
  dispatchEvent(new Event("hashchange"));
});

const field = (label: RegExp) => screen.getByLabelText<HTMLTextAreaElement>(label);
const fill = (label: RegExp, value: string) => fireEvent.input(field(label), { target: { value } });
const press = (name: RegExp | string) => fireEvent.click(screen.getByRole("button", { name }));
const sent = () => waiting.value.map(({ command }) => ({ ...command, id: undefined }));

test("each place of the report has its field, in the order of the report", () => {
  open();
  const heads = screen.getAllByRole("heading", { level: 2 }).map((head) => head.textContent);
  expect(heads).toEqual([
    "In this report",
    "Summary",
    "About the event",
    "Round 1: Our stories",
    "Before you go",
    "Reflections on the process",
    "Conclusions and recommendations",
    "For the people who took part",
  ]);
  expect(field(/^What now\?/)).toBeTruthy();
});

test("before the café has begun there is nothing to write", () => {
  open({}, { status: "lobby" });
  expect(screen.getByText(/The report begins when the café does/)).toBeTruthy();
  expect(screen.queryByRole("textbox")).toBeNull();
});

test("what is written while the line is down stays on this device, and says so", () => {
  open(passage("context", "Before."));
  fill(/^The context/, "Before. And more.");
  vi.advanceTimersByTime(PAUSE * 2);
  expect(sent()).toEqual([]);
  expect(document.getElementById("part-context")?.textContent).toContain("Not sent yet");
  cleanup();
  layDown();
  render(<Host />);
  expect(field(/^The context/).value).toBe("Before. And more.");
});

test("what another host writes shows by itself while nothing is written here", async () => {
  open(passage("context", "Before."));
  happen("desk", { put: passage("context", "Rob wrote this.", 2) });
  await vi.waitFor(() => expect(field(/^The context/).value).toBe("Rob wrote this."));
  expect(document.getElementById("part-context")?.textContent).toContain("Saved. Rob");
});

test("two who write at once lose nothing: theirs, mine, or both to look at", async () => {
  open(passage("context", "Before."));
  fill(/^The context/, "Mine.");
  happen("desk", { put: passage("context", "Theirs.", 2) });
  await vi.waitFor(() => screen.getByText("Rob has written here meanwhile"));
  press("See both");
  const both = document.querySelector<HTMLElement>(".wr-both");
  expect(both?.textContent).toContain("Theirs.");
  expect(both?.textContent).toContain("Mine.");
  press("Take theirs");
  await vi.waitFor(() => expect(field(/^The context/).value).toBe("Theirs."));
  press("Undo");
  await vi.waitFor(() => expect(field(/^The context/).value).toBe("Mine."));
});

test("what is too long says by how much, and is not sent", async () => {
  open();
  fill(/^The context/, "x".repeat(4003));
  await vi.waitFor(() => screen.getByText(/too long by 3 characters/));
  expect(field(/^The context/).getAttribute("aria-invalid")).toBe("true");
});

test("who else writes is said where they write", async () => {
  open({ [`passage/context`]: { ...passage("context", "…")["passage/context"], at: Date.now() } });
  engine.listeners.weather({ stream: "desk", here: {}, writing: { rob: true } });
  await vi.waitFor(() => screen.getByText("Rob is writing here"));
  expect(screen.getByText(/Rob is writing in this report just now/)).toBeTruthy();
});

test("statements move by their menu, and a place can be undone", () => {
  open({ ...statement("c1", 1, "First"), ...statement("c2", 2, "Second"), ...statement("c3", 3, "Third") });
  press("Choose what to do with “Third”");
  fireEvent.click(screen.getByRole("menuitem", { name: "Move to the top" }));
  expect(sent()).toMatchObject([{ type: "statement.move", statement: "c3", before: "c1" }]);
  expect(screen.getAllByText(/^Conclusion \d$/)).toHaveLength(3);
});

test("a statement that was taken out can come back", async () => {
  open(statement("c1", 1, "First"));
  press("Choose what to do with “First”");
  fireEvent.click(screen.getByRole("menuitem", { name: "Take it out" }));
  await vi.waitFor(() => screen.getByText(/“First” is taken out/));
  press("Undo");
  expect(sent()).toMatchObject([
    { type: "statement.remove", statement: "c1", on: true },
    { type: "statement.remove", statement: "c1", on: false },
  ]);
});

test("a statement rests on themes and notes that are found by word", async () => {
  open(statement("c1", 1, "First"));
  expect(screen.getByText(/It rests on nothing yet/)).toBeTruthy();
  press("Say what it rests on");
  const drawer = within(screen.getByRole("dialog"));
  fireEvent.click(drawer.getByLabelText(/^Time/));
  fireEvent.input(drawer.getByLabelText("Find notes by word"), { target: { value: "CAFE" } });
  expect(drawer.queryByLabelText(/^Forms eat/)).toBeNull();
  fireEvent.click(drawer.getByLabelText(/^A café nearby/));
  expect(screen.getByText("Theme “Time”, 1 note · 2 tables")).toBeTruthy();
  expect(screen.getByText("Table 2, round 1: “A café nearby.”")).toBeTruthy();
});

test("words are quoted to the letter; others are refused before they are sent", async () => {
  open(statement("c1", 1, "First"));
  press("Quote somebody");
  expect(screen.getByText(/only hosts would see these words/)).toBeTruthy();
  press("Quote this: Forms eat the evenings.");
  const words = screen.getByLabelText<HTMLTextAreaElement>(/^As it will stand/);
  fireEvent.input(words, { target: { value: "Forms eat our evenings." } });
  expect(screen.getByText(/these are not their words/)).toBeTruthy();
  words.setSelectionRange(0, 0);
  press("All the words again");
  words.setSelectionRange(6, 9);
  press("Leave out the marked words");
  press("Use this quote");
  expect(screen.getByText("Forms […] the evenings.")).toBeTruthy();
  expect(screen.getByText(/Table 1, round 1: “Forms eat/)).toBeTruthy();
});

test("a quote whose words were taken back says so", () => {
  open(statement("c1", 1, "First", { quote: { source: "note-n1", words: "", gone: true } }));
  expect(screen.getByText(/were taken back or changed/)).toBeTruthy();
});

test("versions can be looked at and brought back", async () => {
  const versions = [
    { version: 2, at: START, by: "Rob", text: "Now.", heading: "", themes: [], notes: [], quote: null },
    { version: 1, at: START, by: "Amina", text: "Once.", heading: "", themes: [], notes: [], quote: null },
  ];
  vi.stubGlobal("fetch", () => Promise.resolve({ ok: true, json: () => Promise.resolve(versions) }));
  open(passage("context", "Now.", 2));
  press("2 versions of “The context”");
  await vi.waitFor(() => screen.getByText("Once."));
  press("Bring back version 1");
  expect(field(/^The context/).value).toBe("Once.");
});

test("a new statement is kept on this device until it is added", async () => {
  open();
  press("Add a conclusion");
  fireEvent.input(screen.getByLabelText("Heading"), { target: { value: "Less paper" } });
  cleanup();
  render(<Host />);
  expect(screen.getByLabelText<HTMLInputElement>("Heading").value).toBe("Less paper");
});
