import { expect, test } from "vitest";
import type { GuessDoc, ThemeDoc, WallNoteDoc } from "../wire/documents";
import { type AnyCommand, isAbout, overlaid, type Standing } from "./overlay";
import { placeOf } from "./place";
import { besideOf, createWalls, type Group, mostlyOneTable, notesOf } from "./wall";

const note = (id: string, table: number): WallNoteDoc => ({
  ...{ id, table, step: "s2", kind: "helped", text: id, at: 1 },
});
const theme = (id: string, notes: string[], name = ""): ThemeDoc => ({
  ...{ id, notes, name, statement: "", includes: "", excludes: "", tables: [], at: 1 },
  ...{ suggested: [], differing: [], hints: [], single_voice: false },
});
const guess: GuessDoc = {
  ...{ id: "g1", notes: ["d", "e"], keywords: ["lift"], example: "d", likeness: [50, 40], shared: ["lift"] },
};

const notes = [note("a", 1), note("b", 1), note("c", 2), note("d", 3), note("e", 3)];
const known = notesOf(notes, "ann");
const standing: Standing = {
  themes: new Map([
    ["t1", theme("t1", ["a", "b"], "Time")],
    ["t2", theme("t2", ["c"])],
  ]),
  guesses: new Map([["g1", guess]]),
  near: new Map([["d", { note: "d", themes: [{ theme: "t1", score: 40 }] }]]),
  ...{ dismissed: [], naming: false, level: 3 },
};

function wallAfter(...orders: AnyCommand[]) {
  return createWalls()(known, overlaid(standing, orders));
}

function after(...orders: AnyCommand[]) {
  const wall = wallAfter(...orders);
  return {
    groups: Object.fromEntries(wall.groups.map((group) => [group.id, group.notes])),
    loose: wall.loose.map(({ id }) => id).sort(),
  };
}

test("what is in no group is loose; a group counts its notes and its tables", () => {
  const wall = wallAfter();
  expect(wall.loose.map(({ id }) => id).sort()).toEqual(["d", "e"]);
  expect(wall.groups.map(({ no, notes, tables }) => [no, notes.length, tables])).toEqual([
    [1, 2, [1]],
    [2, 1, [2]],
  ]);
});

test("a note that is moved leaves one group for the other at once", () => {
  expect(after({ id: "1", type: "theme.put", theme: "t2", notes: ["a"], out_of: "t1" })).toEqual({
    groups: { t1: ["b"], t2: ["c", "a"] },
    loose: ["d", "e"],
  });
});

test("a note may also be put in a second group", () => {
  expect(after({ id: "1", type: "theme.put", theme: "t2", notes: ["a"] }).groups).toEqual({
    t1: ["a", "b"],
    t2: ["c", "a"],
  });
});

test("a new group, taking out, splitting and merging show before they are recorded", () => {
  expect(after({ id: "t3", type: "theme.start", step: "s5", notes: ["d"] }).groups).toMatchObject({
    t3: ["d"],
  });
  expect(after({ id: "1", type: "theme.take", theme: "t1", notes: ["a"] }).loose).toEqual(["a", "d", "e"]);
  expect(after({ id: "t4", type: "theme.split", theme: "t1", notes: ["a"] }).groups).toMatchObject({
    t1: ["b"],
    t4: ["a"],
  });
  expect(after({ id: "1", type: "theme.merge", theme: "t2", into: "t1" }).groups).toEqual({
    t1: ["a", "b", "c"],
  });
});

test("an order that is recorded and still laid over changes nothing", () => {
  const take: AnyCommand = { id: "1", type: "theme.take", theme: "t1", notes: ["a"] };
  const put: AnyCommand = { id: "2", type: "theme.put", theme: "t2", notes: ["a"] };
  const start: AnyCommand = { id: "t1", type: "theme.start", step: "s5", notes: ["d"] };
  expect(after(take, put, take, put)).toEqual(after(take, put));
  expect(after(start)).toEqual(after());
});

test("a group without notes is gone", () => {
  expect(after({ id: "1", type: "theme.take", theme: "t2", notes: ["c"] }).groups).toEqual({
    t1: ["a", "b"],
  });
});

test("a suggestion that is taken becomes a group, of the notes that were left in", () => {
  const accept = { id: "t5", type: "suggestion.accept", step: "s5", suggestions: ["g1"] } as const;
  expect(after({ ...accept, suggestions: ["g1"] }).groups).toMatchObject({ t5: ["d", "e"] });
  const some = wallAfter({ ...accept, suggestions: ["g1"], notes: ["d"] });
  expect(some.groups[2]).toMatchObject({ notes: ["d"], suggested: ["d"], hints: ["lift"] });
  expect(some.guesses).toEqual([]);
});

test("a suggestion that is dismissed goes, and can be brought back", () => {
  const on = overlaid(standing, [{ id: "1", type: "suggestion.dismiss", step: "s5", suggestions: ["g1"] }]);
  expect([...on.guesses.keys()]).toEqual([]);
  expect(on.dismissed).toEqual(["g1"]);
});

test("a suggestion loses the notes that people have grouped meanwhile", () => {
  const alone = wallAfter({ id: "1", type: "theme.put", theme: "t1", notes: ["d"] });
  expect(alone.guesses).toEqual([]);
  expect(wallAfter().guesses).toEqual([guess]);
});

test("a loose note lies beside the group it is nearest to, until somebody says no", () => {
  expect([...besideOf(wallAfter())]).toEqual([["t1", ["d"]]]);
  const refused = wallAfter({ id: "1", type: "suggestion.refuse", theme: "t1", note: "d" });
  expect([...besideOf(refused)]).toEqual([]);
});

test("an opposite view, a name and the naming show at once", () => {
  const on = overlaid(standing, [
    { id: "1", type: "theme.differs", theme: "t1", note: "a", on: true },
    { id: "2", type: "theme.name", theme: "t2", name: "Cars", includes: "buses" },
    { id: "3", type: "theme.naming", step: "s5", on: true },
    { id: "4", type: "suggestion.level", step: "s5", level: 5 },
  ]);
  expect(on.themes.get("t1")?.differing).toEqual(["a"]);
  expect(on.themes.get("t2")).toMatchObject({ name: "Cars", includes: "buses", statement: "" });
  expect([on.naming, on.level]).toEqual([true, 5]);
});

test("what belongs to another board, or to none, is left out", () => {
  const start = { id: "1", type: "theme.start", step: "s9", notes: ["a"] } as const;
  const order = { ...start, notes: ["a"] } satisfies AnyCommand;
  expect(isAbout({ ...order, question: 1 } as AnyCommand, placeOf("s9.1"))).toBe(true);
  expect(isAbout({ ...order, question: 1 } as AnyCommand, placeOf("s9.0"))).toBe(false);
  expect(isAbout(order as AnyCommand, placeOf("s5"))).toBe(false);
  expect(isAbout({ id: "1", type: "help.ask", text: "Come" } as AnyCommand, placeOf("s9"))).toBe(false);
});

test("a group in which nothing has changed is the same object: it is not drawn again", () => {
  const draw = createWalls();
  const [first] = draw(known, standing).groups;
  const put: AnyCommand = { id: "1", type: "theme.put", theme: "t2", notes: ["d"] };
  const [same, other] = draw(known, overlaid(standing, [put])).groups;
  expect(same).toBe(first);
  expect(other?.notes).toEqual(["c", "d"]);
});

test("a group mostly from one table says so, once it is large enough to mislead", () => {
  const group = (ids: string[], tables: number[]): Group => ({ ...theme("t", ids), no: 1, tables });
  expect(mostlyOneTable(group(["a", "b", "c"], [1, 2]), known.byId)).toBe(true);
  expect(mostlyOneTable(group(["a", "c", "d"], [1, 2, 3]), known.byId)).toBe(false);
  expect(mostlyOneTable(group(["a", "c"], [1, 2]), known.byId)).toBe(false);
});
