import { signal } from "@preact/signals";
import { expect, test } from "vitest";
import { createBoard } from "./board";
import { whyWords } from "./guess";
import { lookingWords } from "./guesses";
import { deedWords } from "./lineage";
import { placeOf } from "./place";
import { count, likenessWord, things } from "./wording";

const board = createBoard(placeOf("s5"), { moves: signal(true), hosts: true });
const said = { version: 1, method: "model", remark: "", level: 3, shown_level: 3, dismissed: [] };

test("answers are called answers, notes notes", () => {
  expect(count(placeOf("s9.0"), 3)).toBe("3 answers");
  expect(things(placeOf("s9.1"), 1)).toBe("The answer");
  expect(things(placeOf("s5"), 2)).toBe("2 notes");
});

test("how alike notes are is said in words", () => {
  expect([60, 20, 4].map(likenessWord)).toEqual(["close", "fairly close", "loosely alike"]);
});

test("a suggestion says why, by shared words or by meaning", () => {
  const guess = { id: "g", notes: ["a", "b"], keywords: [], example: "a", likeness: [40, 44] };
  expect(whyWords({ ...guess, shared: ["again", "new worker"] })).toBe(
    "they share “again”, “new worker”; close in all.",
  );
  expect(whyWords({ ...guess, shared: [] })).toBe("Close in meaning.");
});

test("lineage names those who lead, and nobody else", () => {
  const deed = { at: 1, by: "Leila", did: "put", notes: 3, other: "" };
  expect(deedWords(board, deed)).toBe("Leila put 3 notes in");
  expect(deedWords(board, { ...deed, by: null, did: "took in" })).toBe("Someone put another group into it");
  expect(deedWords(board, { ...deed, did: "something new" })).toBe("Leila changed something");
});

test("a remark is a sentence", () => {
  expect(lookingWords({ ...said, remark: "languages" }, board)[0]).toMatch(/several languages/);
  expect(lookingWords({ ...said, remark: "failed", method: "words" }, board)).toHaveLength(1);
  expect(lookingWords({ ...said, method: "" }, board)).toEqual(["The computer is looking…"]);
});
