import { signal } from "@preact/signals";
import { cleanup, fireEvent, render, screen, within } from "@testing-library/preact";
import { afterEach, beforeAll, expect, test } from "vitest";
import { createBoard, viewSignal } from "../board/board";
import { chooseAll, chooseNone } from "../board/chosen";
import { dragOf } from "../board/note-deeds";
import { placeOf } from "../board/place";
import type { Group } from "../board/wall";
import type { StepDoc, WallNoteDoc } from "../wire/documents";
import { board, cafe, guess, open, sent, setOut, step, theme, wallNote } from "./cast";
import { Cafe } from "./index";
import { boards } from "./later";

beforeAll(async () => {
  boards.value = await import("../board");
});

afterEach(() => {
  cleanup();
  viewSignal().value = "wall";
});

type Docs = Record<string, unknown>;

function wall(docs: Docs, who: "everyone" | "facilitators" = "everyone", naming = true) {
  const themes: StepDoc["settings"] = { activity: "themes", title: "Finding themes", minutes: 8, who };
  const hall = { ...cafe("s1"), ...step("s1", 0, themes, open()) };
  setOut({ hall, wall: { ...board(naming), ...docs } });
  render(<Cafe />);
}

const four = {
  ...wallNote("a", "Forms first", 1),
  ...wallNote("b", "Nobody rang", 2),
  ...wallNote("c", "Tea helps", 2),
  ...wallNote("d", "A lift", 3),
};
const two = { ...theme("t1", ["a", "b"], { name: "Time" }), ...theme("t2", ["c"]) };

const paper = (text: string) => screen.getByText(text).closest("li") as HTMLElement;

async function choose(text: string, ...items: string[]) {
  fireEvent.click(within(paper(text)).getByRole("button", { name: /^Choose what to do/ }));
  for (const item of items) fireEvent.click(await screen.findByRole("menuitem", { name: new RegExp(item) }));
}

test("loose notes come first, then the groups; counts are notes and tables, always both", () => {
  wall({ ...four, ...two });
  const headings = screen.getAllByRole("heading").map((heading) => heading.textContent);
  expect(headings.indexOf("Not grouped yet 1")).toBeLessThan(headings.indexOf("Groups 2"));
  expect(screen.getByText("2 notes · 2 tables")).toBeTruthy();
  expect(screen.getByText("3 of 4 notes are in a group. 2 groups.")).toBeTruthy();
});

test("hundreds of notes are drawn a page at a time", async () => {
  const many = Object.assign({}, ...Array.from({ length: 531 }, (_, at) => wallNote(`n${at}`, `Note ${at}`)));
  wall(many);
  expect(document.querySelectorAll(".th-loose .note")).toHaveLength(20);
  fireEvent.click(screen.getByRole("button", { name: "Show 20 more of 511" }));
  await expect.poll(() => document.querySelectorAll(".th-loose .note").length).toBe(40);
});

test("a loose note goes to a group by its menu, and back by undo", async () => {
  wall({ ...four, ...two });
  await choose("A lift", "Time");
  expect(sent()).toEqual([{ type: "theme.put", theme: "t1", notes: ["d"], out_of: null }]);
  fireEvent.click(await screen.findByRole("button", { name: "Undo" }));
  expect(sent()[1]).toEqual({ type: "theme.take", theme: "t1", notes: ["d"] });
});

test("a note moves from one group to another, or lies in both", async () => {
  wall({ ...four, ...two });
  await choose("Nobody rang", "Move to another group", "Group 2");
  await choose("Forms first", "second group", "Group 2");
  expect(sent()).toEqual([
    { type: "theme.put", theme: "t2", notes: ["b"], out_of: "t1" },
    { type: "theme.put", theme: "t2", notes: ["a"] },
  ]);
});

test("a voice may stay on its own, and is kept as one", async () => {
  wall(four);
  await choose("A lift", "Leave it on its own");
  expect(sent()).toMatchObject([
    { type: "theme.start", step: "s1", notes: ["d"] },
    { type: "theme.single-voice", on: true },
  ]);
  expect(screen.getByText("· a single voice")).toBeTruthy();
});

test("splitting a note off can be undone by putting the two together", async () => {
  wall({ ...four, ...two });
  await choose("Forms first", "Start a new group");
  expect(sent()).toEqual([{ type: "theme.split", theme: "t1", notes: ["a"] }]);
  fireEvent.click(await screen.findByRole("button", { name: "Undo" }));
  expect(sent()[1]).toMatchObject({ type: "theme.merge", into: "t1" });
});

test("a whole group goes into another, and comes out again by undo", async () => {
  wall({ ...four, ...two });
  fireEvent.click(screen.getByRole("button", { name: "Choose what to do with the group “Time”" }));
  fireEvent.click(await screen.findByRole("menuitem", { name: /Move the whole group into/ }));
  fireEvent.click(await screen.findByRole("menuitem", { name: /Group 2/ }));
  fireEvent.click(await screen.findByRole("button", { name: "Undo" }));
  expect(sent()).toEqual([
    { type: "theme.merge", theme: "t1", into: "t2" },
    { type: "theme.unmerge", theme: "t1" },
  ]);
});

test("names come last: a group of one is not asked for a name", () => {
  wall({ ...four, ...two, ...theme("t3", ["d", "c"]) });
  expect(screen.getAllByRole("button", { name: /^Name it/ })).toHaveLength(1);
});

test("a name and a sentence are sent together", async () => {
  wall({ ...four, ...theme("t1", ["a", "b"]) });
  fireEvent.click(screen.getByRole("button", { name: /^Name it/ }));
  fireEvent.input(await screen.findByRole("textbox", { name: /What is it called/ }), {
    target: { value: "Forms" },
  });
  fireEvent.input(screen.getByRole("textbox", { name: /What does it say/ }), {
    target: { value: "Too many." },
  });
  fireEvent.click(screen.getByRole("button", { name: "Save" }));
  await expect
    .poll(sent)
    .toMatchObject([{ type: "theme.name", theme: "t1", name: "Forms", statement: "Too many." }]);
});

test("several notes chosen go together, each out of where it lies", async () => {
  wall({ ...four, ...two });
  fireEvent.click(screen.getByRole("button", { name: "Choose several notes" }));
  fireEvent.click(await screen.findByRole("checkbox", { name: /A lift/ }));
  fireEvent.click(screen.getByRole("checkbox", { name: /Nobody rang/ }));
  expect(await screen.findByText("2 notes chosen")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Make a new group of them" }));
  expect(sent()).toMatchObject([
    { type: "theme.start", notes: ["d", "b"] },
    { type: "theme.take", theme: "t1", notes: ["b"] },
  ]);
});

test("where the facilitators group, a participant watches", () => {
  wall({ ...four, ...two }, "facilitators");
  expect(screen.getByText("The facilitators group the notes")).toBeTruthy();
  expect(screen.queryByRole("button", { name: /^Choose what to do with this/ })).toBeNull();
});

test("until a host opens the naming, it is locked and says why", () => {
  wall({ ...four, ...two, ...theme("t3", ["d", "c"]) }, "everyone", false);
  const locked = screen.getByRole("button", { name: "Name it (names come last)" });
  expect(locked.getAttribute("aria-disabled")).toBe("true");
  fireEvent.click(locked);
  expect(screen.queryByRole("textbox", { name: /What is it called/ })).toBeNull();
});

test("a hint goes into the name at a press, and never by itself", async () => {
  wall({ ...four, ...theme("t1", ["a", "b"], { hints: ["forms"] }) });
  fireEvent.click(screen.getByRole("button", { name: /^Name it/ }));
  const name = await screen.findByRole<HTMLInputElement>("textbox", { name: /What is it called/ });
  expect(name.value).toBe("");
  fireEvent.click(screen.getByRole("button", { name: "forms: put it into the name" }));
  await expect.poll(() => name.value).toBe("Forms");
});

test("what is looked for is found whatever its case and accents, and marked", async () => {
  wall({ ...four, ...two, ...wallNote("e", "Ein Café für alle") });
  const field = screen.getByRole("textbox", { name: "Find by word" });
  fireEvent.input(field, { target: { value: "CAFE" } });
  expect(await screen.findByText("Café")).toBeTruthy();
  expect(document.querySelector("mark")?.textContent).toBe("Café");
  expect(screen.getByText("1 of 5 notes.")).toBeTruthy();
  fireEvent.input(field, { target: { value: "bus" } });
  expect(await screen.findByText("No note has “bus” in it.")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Clear the search" }));
  expect(await screen.findByText("A lift")).toBeTruthy();
});

test("a suggestion can be looked at, adjusted, taken and taken back", async () => {
  wall({ ...four, ...guess("g1", ["a", "b", "c"]) });
  expect(screen.getByText("3 notes from 2 tables")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Look at the 3" }));
  fireEvent.click(await screen.findByRole("checkbox", { name: /Tea helps/ }));
  fireEvent.click(await screen.findByRole("button", { name: "Make a group of these 2" }));
  expect(sent()).toEqual([{ type: "suggestion.accept", step: "s1", suggestions: ["g1"], notes: ["a", "b"] }]);
  fireEvent.click(await screen.findByRole("button", { name: "Undo" }));
  expect(sent()[1]).toMatchObject({ type: "theme.take", notes: ["a", "b"] });
});

test("a suggestion that is left comes back by undo, or later", async () => {
  wall({ ...four, ...guess("g1", ["a", "b"]), ...board(true, { dismissed: ["g0"] }) });
  fireEvent.click(screen.getByRole("button", { name: "No, leave them" }));
  fireEvent.click(await screen.findByRole("button", { name: "Undo" }));
  fireEvent.click(await screen.findByRole("button", { name: /^Bring back/ }));
  expect(sent()).toMatchObject([
    { type: "suggestion.dismiss", suggestions: ["g1"], on: true },
    { type: "suggestion.dismiss", suggestions: ["g1"], on: false },
    { type: "suggestion.dismiss", suggestions: ["g0"], on: false },
  ]);
});

test("a chip puts a note where it may belong, or says no", async () => {
  const near = { "near/d": { note: "d", themes: [{ theme: "t1", score: 40, words: ["lift"] }] } };
  wall({ ...four, ...two, ...near });
  expect(screen.getByText(/Why: shared words, “lift”/)).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Not “Time”" }));
  fireEvent.click(await screen.findByRole("button", { name: "Undo" }));
  expect(sent()).toMatchObject([
    { type: "suggestion.refuse", theme: "t1", note: "d", on: true },
    { type: "suggestion.refuse", theme: "t1", note: "d", on: false },
  ]);
});

test("without its language model the computer says so; while it looks, it says that", () => {
  wall({ ...four, ...board(false, { method: "words", level: 4 }) });
  expect(screen.getByText("The computer is looking…")).toBeTruthy();
  expect(screen.getByText(/Suggestions go by shared words alone/)).toBeTruthy();
});

test("in the list, arrows with Shift choose from line to line", async () => {
  wall({ ...four, ...two });
  fireEvent.click(screen.getByRole("button", { name: "List" }));
  const [first] = await screen.findAllByRole("checkbox", { name: /^Choose: / });
  first?.focus();
  fireEvent.keyDown(first as Element, { key: "ArrowDown", shiftKey: true });
  expect(await screen.findByText("2 notes chosen")).toBeTruthy();
});

test("among many groups, a few letters find one", async () => {
  const many = Array.from({ length: 12 }, (_, no) =>
    theme(`t${10 + no}`, ["a"], { name: no === 7 ? "Lücken" : `Group ${no}` }),
  );
  wall({ ...four, ...Object.assign({}, ...many) });
  await choose("A lift", "Move to");
  const field = await screen.findByRole("combobox", { name: "Move to…" });
  fireEvent.input(field, { target: { value: "luck" } });
  await expect.poll(() => screen.getAllByRole("option")).toHaveLength(1);
  fireEvent.keyDown(field, { key: "Enter" });
  expect(sent()).toEqual([{ type: "theme.put", theme: "t17", notes: ["d"], out_of: null }]);
});

test("an opposite view is kept and marked; so is a note in two groups, and one from a suggestion", () => {
  const marks = { differing: ["a"], suggested: ["b"], name: "Time" };
  wall({ ...four, ...theme("t1", ["a", "b"], marks), ...theme("t2", ["a"], { name: "Forms" }) });
  expect(screen.getByText(/1 opposite view/)).toBeTruthy();
  expect(screen.getByText("Sees it the other way round")).toBeTruthy();
  expect(screen.getByText("Also in “Forms”")).toBeTruthy();
  expect(screen.getByText("From a suggestion")).toBeTruthy();
});

test("a chosen note that is dragged takes the others along", async () => {
  wall({ ...four, ...two });
  const [a, d] = [wallNote("a", "", 1)["note/a"], wallNote("d", "", 3)["note/d"]] as WallNoteDoc[];
  const on = createBoard(placeOf("s1"), { moves: signal(true), hosts: false });
  const [time, other] = on.wall.value.groups as [Group, Group];
  chooseAll(
    [
      { note: "a", group: time },
      { note: "d", group: null },
    ],
    true,
  );
  const aim = document.createElement("section");
  aim.dataset["drop"] = other.id;
  const drag = dragOf({ board: on, note: d as WallNoteDoc, group: null, id: "" });
  expect(drag.what?.()).toBe("2 notes");
  drag.onDrop(aim, false);
  expect(sent()).toEqual([
    { type: "theme.put", theme: "t2", notes: ["d"], out_of: null },
    { type: "theme.put", theme: "t2", notes: ["a"], out_of: "t1" },
  ]);
  chooseNone();
  const alone = dragOf({ board: on, note: a as WallNoteDoc, group: time, id: "" });
  expect(alone.what?.()).toBeUndefined();
});

test("fewer or more groups: told once the hand rests, with what it means", async () => {
  wall(four);
  const slider = screen.getByRole("slider", { name: "How many groups it looks for" });
  fireEvent.input(slider, { target: { value: "4" } });
  fireEvent.input(slider, { target: { value: "5" } });
  await expect.poll(sent).toEqual([{ type: "suggestion.level", step: "s1", level: 5 }]);
  await expect.poll(() => slider.getAttribute("aria-valuetext")).toBe("Many groups, small and close");
  expect(await screen.findByText("The computer is looking…")).toBeTruthy();
});

test("a name has its way back", async () => {
  wall({ ...four, ...theme("t1", ["a", "b"], { name: "Time" }) });
  fireEvent.click(screen.getByRole("button", { name: "Choose what to do with the group “Time”" }));
  fireEvent.click(await screen.findByRole("menuitem", { name: /^Change its name/ }));
  const name = await screen.findByRole("textbox", { name: /What is it called/ });
  fireEvent.input(name, { target: { value: "Hours" } });
  fireEvent.click(screen.getByRole("button", { name: "Save" }));
  await expect.poll(() => sent().length).toBe(1);
  fireEvent.click(await screen.findByRole("button", { name: "Undo" }, { timeout: 3000 }));
  expect(sent()).toMatchObject([{ name: "Hours" }, { type: "theme.name", theme: "t1", name: "Time" }]);
});
