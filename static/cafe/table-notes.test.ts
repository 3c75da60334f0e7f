import { expect, test } from "vitest";
import type { NoteDoc } from "../wire/documents";
import { laidOut, placeBeside } from "./table-notes";

const here = { person: "ann", name: "Ann", table: 7, step: "s2" };

function note(id: string, rank: number, more: Partial<NoteDoc> = {}): NoteDoc {
  return {
    ...{ id, rank, step: "s2", table: 7, kind: "helped", text: id, by: "bob", name: "Bob", entered_by: null },
    ...{ anonymous: false, builds_on: [], brought_from: null, highlighted: false, edited: 0, at: 1 },
    ...{ late: false, earlier: false },
    ...more,
  };
}

const three = [note("c", 3), note("a", 1), note("b", 2)];
const ids = (notes: readonly NoteDoc[]) => notes.map(({ id }) => id);

test("notes lie in the order of their ranks", () => {
  expect(ids(laidOut(three, [], here))).toEqual(["a", "b", "c"]);
});

test("a note on its way lies last, as mine, and says that it is not recorded", () => {
  const add = { id: "new", type: "note.add", step: "s2", kind: "helped", text: " A lift home " } as const;
  const last = laidOut(three, [add], here)[3];
  expect(last).toMatchObject({ id: "new", text: "A lift home", by: "ann", unsent: true, rank: 4 });
});

test("a note without a name shows none, even before it is recorded", () => {
  const add = {
    id: "new",
    type: "note.add",
    step: "s2",
    kind: "helped",
    text: "x",
    anonymous: true,
  } as const;
  expect(laidOut([], [add], here)[0]).toMatchObject({ by: null, name: null });
});

test("a note that has arrived is not laid twice, nor one of another round here", () => {
  const again = { id: "a", type: "note.add", step: "s2", kind: "helped", text: "x" } as const;
  const other = { id: "o", type: "note.add", step: "s1", kind: "helped", text: "x" } as const;
  expect(ids(laidOut(three, [again, other], here))).toEqual(["a", "b", "c"]);
});

test("changes that are on their way show at once", () => {
  const orders = [
    { id: "1", type: "note.edit", note: "a", text: "changed", kind: "hindered" },
    { id: "2", type: "note.delete", note: "b" },
    { id: "3", type: "note.highlight", note: "c", on: true },
  ] as const;
  const laid = laidOut(three, orders, here);
  expect(laid.map(({ text, kind, highlighted }) => [text, kind, highlighted])).toEqual([
    ["changed", "hindered", false],
    ["c", "helped", true],
  ]);
});

test.each([
  [null, ["c", "a", "b"]],
  ["a", ["a", "c", "b"]],
] as const)("a note moved after %s stands there before the server says so", (after, order) => {
  expect(ids(laidOut(three, [{ id: "1", type: "note.move", note: "c", after }], here))).toEqual(order);
});

test("up from the second place is first; up from the first is nowhere", () => {
  const column = laidOut(three, [], here);
  expect(placeBeside(column, "b", -1)).toBeNull();
  expect(placeBeside(column, "c", -1)).toBe("a");
  expect(placeBeside(column, "a", 1)).toBe("b");
  expect(placeBeside(column, "a", -1)).toBeUndefined();
  expect(placeBeside(column, "c", 1)).toBeUndefined();
});
