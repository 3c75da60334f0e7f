import { cleanup, fireEvent, render, screen, within } from "@testing-library/preact";
import { afterEach, expect, test } from "vitest";
import type { StepDoc } from "../wire/documents";
import { cafe, open, sent, setOut, step, theme, wallNote } from "./cast";
import { Cafe } from "./index";

afterEach(cleanup);

type Docs = Record<string, unknown>;

function wall(docs: Docs, who: "everyone" | "facilitators" = "everyone") {
  const themes: StepDoc["settings"] = { activity: "themes", title: "Finding themes", minutes: 8, who };
  setOut({ hall: { ...cafe("s1"), ...step("s1", 0, themes, open()) }, wall: docs });
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
    .toEqual([{ type: "theme.name", theme: "t1", name: "Forms", statement: "Too many." }]);
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
  expect(screen.queryByRole("button", { name: /^Choose what to do/ })).toBeNull();
});
