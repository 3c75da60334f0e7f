// The agenda editor as a host uses it.
import { cleanup, fireEvent, render, screen, within } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test } from "vitest";
import { discard, draft, waiting } from "../../engine";
import { happen, stage } from "../../engine/stage";
import type { EditAgenda } from "../../wire/commands";
import { byKey, sampleCafe, sampleRound, sampleStep } from "../sample";
import { takenOut } from "./editing";
import { AgendaPage } from "./page";

const lobby = sampleCafe({ status: "lobby", current: null, started_at: null, planned_minutes: 50 });
const steps = [
  sampleStep("s1", { activity: "arrival", title: "Welcome", minutes: 10 }),
  sampleRound("s2", {}, { title: "Our stories" }),
  sampleStep("s3", { title: "Break", minutes: 10 }),
];

beforeEach(() => {
  stage({ person: "amina", role: "host" }, { hall: { cafe: lobby, ...byKey("step", steps) }, desk: {} });
  render(<AgendaPage />);
});
afterEach(() => {
  cleanup();
  for (const { id } of waiting.value) discard(id);
  draft("agenda", null).clear();
  takenOut.value = null;
});

const press = (name: RegExp | string) => fireEvent.click(screen.getByRole("button", { name }));
const fill = (label: string | RegExp, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
const sent = () => waiting.value.map(({ command }) => command as EditAgenda);
const titles = () =>
  screen.getAllByRole("button", { expanded: false }).map((one) => one.querySelector("b")?.textContent);
const rows = () => titles().filter(Boolean);

test("the whole agenda is saved as it should be", () => {
  press(/2\. Our stories/);
  fill("Minutes", "40");
  fill("The question on the tables", "What got in the way?");
  fill(/^Kinds of notes/, "problem, strength");
  press("Save the agenda");
  expect(sent()).toHaveLength(1);
  expect(sent()[0]).toMatchObject({
    type: "agenda.edit",
    title: lobby.title,
    planned_minutes: 50,
    table_size: 4,
  });
  expect(sent()[0]?.steps[1]).toMatchObject({
    minutes: 40,
    prompt: "What got in the way?",
    note_kinds: ["problem", "strength"],
  });
});

test("the running total stands beside the plan", () => {
  expect(screen.getByText(/^50 minutes in all/).parentElement?.textContent).toContain("Just as planned.");
  fill("Planned minutes", "45");
  expect(screen.getByText(/^50 minutes in all/).parentElement?.textContent).toContain(
    "5 minutes more than planned.",
  );
});

test("a fault is said beside its field; saving leads there instead", async () => {
  press(/2\. Our stories/);
  fill("The question on the tables", "");
  fill("Minutes", "-5");
  expect(screen.getByText("Write the question that people talk about.")).toBeTruthy();
  expect(screen.getByText("Write a whole number from 1 to 480.")).toBeTruthy();
  press(/1\. Welcome/);
  expect(screen.getByText("2 fields need a look")).toBeTruthy();
  press("Look at 2 fields first");
  expect(sent()).toEqual([]);
  await expect.poll(() => (document.activeElement as HTMLElement).id).toBe("s2 minutes");
});

test("steps move up and down, and what is taken out can come back", () => {
  press("Up: Our stories");
  expect(rows()).toEqual(["1. Our stories", "2. Welcome", "3. Break"]);
  press("Take out: Welcome");
  expect(rows()).toEqual(["1. Our stories", "2. Break"]);
  press("Undo");
  expect(rows()).toEqual(["1. Our stories", "2. Welcome", "3. Break"]);
});

test("a new step goes behind the one that is open", () => {
  press(/1\. Welcome/);
  press("Add a step after “Welcome”");
  fireEvent.click(screen.getByRole("menuitem", { name: "Break" }));
  press("Save the agenda");
  expect(sent()[0]?.steps.map(({ title }) => title)).toEqual(["Welcome", "Break", "Our stories", "Break"]);
});

test("notes of chosen rounds only, for finding themes", () => {
  press("Add a step");
  fireEvent.click(screen.getByRole("menuitem", { name: "Finding themes" }));
  fireEvent.click(within(screen.getByRole("group", { name: /Notes from/ })).getByLabelText("Our stories"));
  press("Save the agenda");
  expect(sent()[0]?.steps[3]).toMatchObject({ activity: "themes", from_steps: ["Our stories"] });
});

test("the draft survives a reload, and can be given up", () => {
  fill("Title of the café", "Westmere listens");
  cleanup();
  render(<AgendaPage />);
  expect(screen.getByLabelText<HTMLInputElement>("Title of the café").value).toBe("Westmere listens");
  press("Give up my changes");
  expect(screen.getByLabelText<HTMLInputElement>("Title of the café").value).toBe(lobby.title);
});

test("while nothing is changed here, another host's changes show by themselves", async () => {
  happen("hall", { put: { cafe: { ...lobby, title: "Rob’s title" } } });
  await expect
    .poll(() => screen.getByLabelText<HTMLInputElement>("Title of the café").value)
    .toBe("Rob’s title");
  expect(screen.queryByText(/Another host has changed the agenda/)).toBeNull();
});

test("a draft that was overtaken is not saved before its host has chosen", async () => {
  fill("Title of the café", "Westmere listens");
  happen("hall", { put: { cafe: { ...lobby, title: "Rob’s title" } } });
  await screen.findByText(/Another host has changed the agenda/);
  press(/Save the agenda/);
  expect(sent()).toEqual([]);
  press("Go on with mine");
  press("Save the agenda");
  expect(sent()[0]?.title).toBe("Westmere listens");
});

test("theirs can be taken instead", async () => {
  fill("Title of the café", "Westmere listens");
  happen("hall", { put: { cafe: { ...lobby, title: "Rob’s title" } } });
  await screen.findByText(/Another host has changed the agenda/);
  press("Take theirs");
  expect(screen.getByLabelText<HTMLInputElement>("Title of the café").value).toBe("Rob’s title");
});
