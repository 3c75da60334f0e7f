import { act, cleanup, render, screen } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { announce, BREATH } from "./announce";
import { StatusLine } from "./status-line";

beforeEach(() => {
  vi.useFakeTimers();
  render(<StatusLine />);
});
afterEach(() => {
  vi.runAllTimers();
  vi.useRealTimers();
  cleanup();
});

const pass = (ms: number) => act(() => void vi.advanceTimersByTime(ms));
const said = () => screen.getByRole("status").textContent;

test("what comes within a breath is said together, each sentence once", () => {
  const before = said();
  announce("Bethan laid a note");
  announce("Tom laid a note.");
  announce("Bethan laid a note");
  pass(BREATH - 1);
  expect(said()).toBe(before);
  pass(1);
  expect(said()).toBe("Bethan laid a note. Tom laid a note.");
});

test("the same words a second time are a new text, so that a reader says them again", () => {
  announce("Saved");
  pass(BREATH);
  const first = said();
  announce("Saved");
  pass(BREATH);
  expect(said()).not.toBe(first);
  expect(said()?.trim()).toBe("Saved.");
});
