import { expect, test } from "vitest";
import type { ThemeDoc, WallNoteDoc } from "../wire/documents";
import type { AnyCommand } from "./sending";
import { mostlyOneTable, wallOf } from "./wall";

const note = (id: string, table: number): WallNoteDoc => ({
  id,
  table,
  step: "s2",
  kind: "helped",
  text: id,
  at: 1,
});
const theme = (id: string, notes: string[], name = ""): ThemeDoc => ({
  ...{ id, notes, name, statement: "", tables: [], single_voice: false, at: 1 },
});

const notes = [note("a", 1), note("b", 1), note("c", 2), note("d", 3), note("e", 3)];
const themes = [theme("t1", ["a", "b"], "Time"), theme("t2", ["c"])];

function after(...orders: AnyCommand[]) {
  const wall = wallOf({ step: "s5", notes, themes, orders, seed: "ann" });
  return {
    groups: Object.fromEntries(wall.groups.map((group) => [group.id, group.notes])),
    loose: wall.loose.map(({ id }) => id).sort(),
  };
}

test("what is in no group is loose; a group counts its notes and its tables", () => {
  const wall = wallOf({ step: "s5", notes, themes, orders: [], seed: "ann" });
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

test("a group without notes is gone", () => {
  expect(after({ id: "1", type: "theme.take", theme: "t2", notes: ["c"] }).groups).toEqual({
    t1: ["a", "b"],
  });
});

test("a group mostly from one table says so, once it is large enough to mislead", () => {
  const many = new Map(notes.map((one) => [one.id, one]));
  const group = (ids: string[]) => ({ ...theme("t", ids), no: 1, step: "s5" });
  expect(mostlyOneTable(group(["a", "b", "c"]), many)).toBe(true);
  expect(mostlyOneTable(group(["a", "c", "d"]), many)).toBe(false);
  expect(mostlyOneTable(group(["a", "b"]), many)).toBe(false);
});
