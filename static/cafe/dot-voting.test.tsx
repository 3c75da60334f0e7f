import { cleanup, fireEvent, render, screen } from "@testing-library/preact";
import { afterEach, expect, test, vi } from "vitest";
import { standings } from "../parts/bars";
import type { StepDoc } from "../wire/documents";
import { ann, ballot, cafe, closed, open, sent, setOut, step } from "./cast";
import { headline } from "./dot-result";
import { Cafe } from "./index";
import { changed, REST, total } from "./paper";

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const voting: StepDoc["settings"] = {
  activity: "dot_voting",
  title: "Dots",
  minutes: 5,
  prompt: "Where first?",
};

function vote(more: Parameters<typeof ballot>[0] = {}, person = ann(), role?: "facilitator") {
  const state = more.open === false ? closed() : open();
  setOut({ hall: { ...cafe("s1"), ...step("s1", 0, voting, state), ...ballot(more) }, person }, role);
  render(<Cafe />);
}

const put = (what: string) => screen.getByRole("button", { name: new RegExp(`dot on ${what}`) });
const order = () => [...document.querySelectorAll(".opt h2")].map((title) => title.textContent);

test("dots are sent together when the fingers rest, the whole paper at once", () => {
  vi.useFakeTimers();
  vote({ id: "b-rest" });
  fireEvent.click(put("Time"));
  fireEvent.click(put("Trust"));
  expect(sent()).toEqual([]);
  vi.advanceTimersByTime(REST);
  expect(sent()).toEqual([{ type: "dots.place", ballot: "b-rest", dots: { Time: 1, Trust: 1 } }]);
});

test("without a dot left, the others wait and say why; a dot can be taken back", async () => {
  vote({ id: "b-left", allowance: 1 });
  fireEvent.click(put("Time"));
  await expect.poll(() => screen.getByText("0 of 1 dot left")).toBeTruthy();
  expect(put("Trust").getAttribute("aria-disabled")).toBe("true");
  fireEvent.click(put("Time"));
  await expect.poll(() => screen.getByText("1 of 1 dot left")).toBeTruthy();
});

test("what is recorded is shown as a receipt", () => {
  vote({}, { ...ann(), "dots/b1": { ballot: "b1", dots: { Cars: 1 } } });
  expect(screen.getByText(/Your 1 dot is recorded/)).toBeTruthy();
  expect(put("Cars").getAttribute("aria-pressed")).toBe("true");
});

test("each person has the ideas in an order of their own, the same every time", () => {
  const orders = ["ann", "bob", "cleo", "dan", "eve"].map((id) => {
    vote({}, ann({ id }));
    const seen = order().join();
    cleanup();
    return seen;
  });
  expect(new Set(orders).size).toBeGreaterThan(1);
  vote({}, ann({ id: "ann" }));
  expect(order().join()).toBe(orders[0]);
});

test("where only participants vote, a facilitator sees the ideas and no buttons", () => {
  vote({}, ann({ id: "fay", role: "facilitator" }), "facilitator");
  expect(screen.getByText("Only participants place dots here")).toBeTruthy();
  expect(order()).toHaveLength(4);
  expect(screen.queryByRole("button", { name: /dot on/ })).toBeNull();
});

test("with a cap above one, an idea takes as many as the cap and the allowance let", () => {
  const doc = ballot({ cap: 2, allowance: 3 })["ballot/b1"] as Parameters<typeof changed>[0];
  const two = changed(doc, { Time: 1 }, "Time", 1);
  expect(two).toEqual({ Time: 2 });
  expect(changed(doc, { Time: 2 }, "Time", 1)).toBeNull();
  expect(changed(doc, { Time: 2, Cars: 1 }, "Rooms", 1)).toBeNull();
  expect(changed(doc, { Time: 1 }, "Time", -1)).toEqual({});
  expect(total({ Time: 2, Cars: 1 })).toBe(3);
});

test("the result comes at the close, and what is equal stands as equal", () => {
  vote({ open: false, voted: 5, result: { Time: 5, Trust: 3, Cars: 3, Rooms: 3 } });
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe(
    "One is clear. Three are level for two places.",
  );
  expect(screen.getByText("14 dots from 5 people.")).toBeTruthy();
});

test.each([
  [{ a: 3, b: 2, c: 1, d: 0 }, "Three are clear."],
  [{ a: 2, b: 2, c: 2, d: 2 }, "Four are level for three places."],
  [{ a: 3, b: 2, c: 1, d: 1 }, "Two are clear. Two are level for one place."],
  [{ a: 0, b: 0 }, "Nobody placed a dot"],
])("%o reads: %s", (result, words) => {
  const results = Object.entries(result).map(([id, dots]) => ({ id, title: id, dots }));
  expect(headline(standings(results, 3))).toBe(words);
});
