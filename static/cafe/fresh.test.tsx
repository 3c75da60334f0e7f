import { cleanup, render } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { happen } from "../engine/stage";
import { spoken } from "../parts/announce";
import { ann, cafe, note, open, round, setOut, step, table } from "./cast";
import { quiet, useFresh } from "./fresh";

function Listening(): null {
  useFresh();
  return null;
}

beforeEach(() => {
  vi.useFakeTimers();
  quiet().clear();
  spoken.value = "";
  setOut({
    hall: { ...cafe("s1"), ...step("s1", 0, round(), open()) },
    person: ann({ table: 7, places: [["s1", 7]] }),
    table: table("s1"),
  });
  render(<Listening />);
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function come(by: string, ...ids: string[]) {
  for (const id of ids) happen("table/7", { type: "note.added", put: note(id, id, by) });
  vi.advanceTimersByTime(10_000);
}

test("new notes are told as one number, when a few have come", () => {
  come("bob", "m1", "m2", "m3");
  expect(spoken.value).toBe("3 new notes at your table.");
});

test("one's own notes are no news", () => {
  come("ann", "m4");
  expect(spoken.value).toBe("");
});

test("who wants it quiet is told nothing", () => {
  quiet().text.value = true;
  come("bob", "m5");
  expect(spoken.value).toBe("");
});
