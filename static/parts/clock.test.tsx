import { act, cleanup, render, screen } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { BREATH, spoken } from "./announce";
import { Clock, numerals } from "./clock";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
/** The server is three hours ahead of this device: only its clock counts. */
const AHEAD = 180 * MINUTE;
const now = () => Date.now() + AHEAD;

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 5, 12, 9) });
  spoken.value = "";
});
afterEach(() => {
  cleanup();
  vi.runOnlyPendingTimers();
  vi.useRealTimers();
});

const pass = (ms: number) => act(() => void vi.advanceTimersByTime(ms));
const show = (left: number, more = {}) =>
  render(<Clock deadline={now() + left} now={now} total={30 * MINUTE} {...more} />);
const timer = () => screen.getByRole("timer");
const knots = () => timer().querySelectorAll(".clock-thread b").length;

test("the time left goes down once a second, by the server's clock", () => {
  show(14 * MINUTE + 20 * SECOND);
  expect(timer().textContent).toContain("14:20 left");
  pass(2 * SECOND);
  expect(timer().textContent).toContain("14:18 left");
  expect(timer().getAttribute("aria-label")).toBe("14 minutes 18 seconds left");
});

test("the thread stands for the whole time, with knots at five minutes and one", () => {
  show(15 * MINUTE);
  expect(timer().querySelector<HTMLElement>(".clock-thread i")?.style.width).toBe("50.00%");
  expect(knots()).toBe(2);
});

test("a short time has only the knots that fit it", () => {
  show(80 * SECOND, { total: 91 * SECOND });
  expect(knots()).toBe(1);
});

test("in the last minute only the numerals are left", () => {
  show(61 * SECOND);
  expect(timer().querySelector(".clock-thread")).not.toBeNull();
  pass(2 * SECOND);
  expect(timer().textContent).toBe("0:59 left");
});

test("when it is over it says so and stays calm, however long it has been", () => {
  show(2 * SECOND);
  pass(5 * MINUTE);
  expect(timer().textContent).toBe("Time is up");
});

test("a held clock keeps its time and says that it is held", () => {
  render(<Clock deadline={null} now={now} held={9 * MINUTE} total={30 * MINUTE} />);
  pass(10 * SECOND);
  expect(timer().textContent).toContain("9:00 left, the clock is held");
});

test("where no time runs there is no clock", () => {
  render(<Clock deadline={null} now={now} total={30 * MINUTE} />);
  expect(screen.queryByRole("timer")).toBeNull();
});

test.each([
  [5 * MINUTE, "5 minutes left."],
  [MINUTE, "1 minute left."],
  [10 * SECOND, "10 seconds left."],
  [0, "Time is up."],
])("with %d ms left it speaks, once", (mark, words) => {
  show(mark + 2 * SECOND);
  expect(spoken.value).toBe("");
  pass(2 * SECOND);
  pass(BREATH);
  expect(spoken.value).toBe(words);
  spoken.value = "";
  pass(3 * SECOND);
  expect(spoken.value).toBe("");
});

test("a quiet clock does not speak", () => {
  show(11 * SECOND, { quiet: true });
  pass(2 * SECOND);
  pass(BREATH);
  expect(spoken.value).toBe("");
});

test("ending early speaks of the nearest mark only", () => {
  const { rerender } = show(9 * MINUTE);
  rerender(<Clock deadline={now() + MINUTE} now={now} total={30 * MINUTE} />);
  pass(BREATH);
  expect(spoken.value).toBe("1 minute left.");
});

test("the second that runs is counted, and hours show when there are any", () => {
  expect([numerals(59_001), numerals(1), numerals(0), numerals(65 * MINUTE)]).toEqual([
    "1:00",
    "0:01",
    "0:00",
    "1:05:00",
  ]);
});
