import { expect, test } from "vitest";
import type { WallNoteDoc } from "../wire/documents";
import { EVERYTHING, LOOSE, pieces, shownOf } from "./find";
import type { Group, Wall } from "./wall";

const note = (id: string, text: string, more: Partial<WallNoteDoc> = {}): WallNoteDoc => ({
  ...{ id, text, table: 1, step: "s2", kind: "helped", at: 1 },
  ...more,
});
const [a, b, c] = [
  note("a", "The bus is late"),
  note("b", "Der Bus fährt spät", { kind: "hindered", table: 2 }),
  note("c", "Büsche", { step: "s3" }),
];
const group: Group = {
  ...{ id: "t1", no: 1, notes: ["a", "b"], name: "Time", statement: "", includes: "", excludes: "" },
  ...{ tables: [1, 2], suggested: [], differing: [], hints: [], single_voice: false, at: 1 },
};
const wall: Wall = {
  ...{ groups: [group], loose: [c], guesses: [], near: new Map() },
  ...{ notes: new Map([a, b, c].map((one) => [one.id, one])), held: new Map() },
};

function found(wanted: Partial<typeof EVERYTHING>) {
  const shown = shownOf(wall, { ...EVERYTHING, ...wanted });
  return [...shown.loose, ...[...shown.groups.values()].flat()].map(({ id }) => id);
}

test("words are found whatever their case and accents, all of them, in any order", () => {
  expect(found({ words: "bus" })).toEqual(["c", "a", "b"]);
  expect(found({ words: "LATE bus" })).toEqual(["a"]);
  expect(found({ words: "tram" })).toEqual([]);
});

test("rounds, kinds, tables and groups narrow it down together", () => {
  expect(found({ kind: "hindered" })).toEqual(["b"]);
  expect(found({ table: "1", step: "s2" })).toEqual(["a"]);
  expect(found({ theme: LOOSE })).toEqual(["c"]);
  expect(found({ theme: "t1", words: "spat" })).toEqual(["b"]);
});

test("what was found is marked where it stands, letters with accents too", () => {
  expect(pieces("The bus is late", "bus")).toEqual(["The ", "bus", " is late"]);
  expect(pieces("Büsche am Büro", "bu")).toEqual(["", "Bü", "sche am ", "Bü", "ro"]);
  expect(pieces("Buenos días", "dias")).toEqual(["Buenos ", "días", ""]);
  expect(pieces("All of it", " ")).toEqual(["All of it"]);
});
