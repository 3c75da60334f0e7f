import { cleanup, fireEvent, render, screen } from "@testing-library/preact";
import { afterEach, expect, test, vi } from "vitest";
import { groupsOf, headline } from "../votes/result";
import { sampleBallot, sampleOption, sampleOutcome } from "../votes/sample";
import type { StepDoc } from "../wire/documents";
import { ann, ballot, cafe, closed, note, open, sent, setOut, step } from "./cast";
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

const result = { Time: 5, Trust: 3, Cars: 3, Rooms: 3 };
const outcome = sampleOutcome({ ahead: ["Time"], level: ["Trust", "Cars", "Rooms"], places: 2 });
const over = { open: false, voted: 5, result, outcome };

test("the result comes at the close, and what is equal stands as equal", () => {
  vote(over);
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe(
    "One is clear. Three are level for two places.",
  );
  expect(screen.getByText("14 dots from 5 people. Facilitators and hosts did not vote.")).toBeTruthy();
  expect(screen.getByText("Three are level for two places")).toBeTruthy();
  expect(screen.getByText(/They do not decide/)).toBeTruthy();
});

test("after the close a receipt says that one voted, and nothing what", () => {
  const receipt = { ballot: "b1", step: "s1", table: null, dots: 2, entered_by: "Fay" };
  vote(over, { ...ann(), "receipt/b1": receipt });
  expect(screen.getByRole("note").textContent).toContain("Your 2 dots count. Fay placed them for you.");
});

test("a second vote is among what is level alone", () => {
  const again = sampleBallot({
    ...{ id: "b1/again", runoff_of: "b1", allowance: 1, take: 2 },
    options: ["Trust", "Cars", "Rooms"].map((label) => sampleOption(label)),
  });
  const hall = { ...cafe("s1"), ...step("s1", 0, voting, open()), ...ballot(over), "ballot/b1/again": again };
  setOut({ hall });
  render(<Cafe />);
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Vote once more, on what is level");
  expect(order().sort()).toEqual(["Cars", "Rooms", "Trust"]);
});

test("a tie that was settled says how and why", () => {
  const settled = {
    how: "lot",
    options: ["Cars", "Rooms"],
    why: "Fair",
    decided_by: "",
    seed: "00ff",
  } as const;
  vote({
    ...over,
    outcome: { ...outcome, tied: [], left: 0, settled: { ...settled, options: [...settled.options] } },
  });
  expect(screen.getByText("A lot was drawn for “Cars”, “Rooms”")).toBeTruthy();
  expect(screen.getByText("Seed of the lot, to draw it again: 00ff")).toBeTruthy();
});

test("what became of a theme stands beside its dots, with the rule", () => {
  vote({ ...over, became: { Cars: { into: "Time", parts: [], gone: false } } });
  expect(screen.getByText("Later put together with “Time”.")).toBeTruthy();
  expect(screen.getByText(/are not added up/)).toBeTruthy();
});

test("where dots go on what others wrote, there is no button on one’s own", () => {
  vote({ own: false }, { ...ann(), ...note("Cars", "Cars", "ann") });
  expect(screen.getByText("Your own note")).toBeTruthy();
  expect(screen.queryByRole("button", { name: /dot on Cars/ })).toBeNull();
});

test("among many choices a word can be found, and what has a dot stays in sight", () => {
  const options = Array.from({ length: 40 }, (_, at) => sampleOption(`Idea ${at}`));
  vote({ options }, { ...ann(), "dots/b1": { ballot: "b1", dots: { "Idea 3": 1 } } });
  fireEvent.input(screen.getByLabelText("Find a word"), { target: { value: "idea 27" } });
  expect(order().sort()).toEqual(["Idea 27", "Idea 3"]);
});

test("what is missing is said in one line", async () => {
  vote(over);
  fireEvent.input(screen.getByLabelText(/In one short line/), { target: { value: "The school" } });
  fireEvent.click(screen.getByRole("button", { name: "Say that it is missing" }));
  await expect.poll(() => sent()).toEqual([{ type: "missing.say", step: "s1", text: "The school" }]);
});

test.each([
  [{ ahead: ["a", "b", "c"] }, "Three are clear."],
  [{ level: ["a", "b", "c", "d"], places: 3 }, "Four are level for three places."],
  [{ ahead: ["a", "b"], level: ["c", "d"], places: 1 }, "Two are clear. Two are level for one place."],
])("%o reads: %s", (more, words) => {
  expect(headline(sampleBallot({ ...over, outcome: sampleOutcome(more) }))).toBe(words);
});

test("without dots, and without a line, the headline says no more than that", () => {
  const none = sampleBallot({ ...over, result: { Time: 0 } });
  expect(headline(none)).toBe("Nobody placed a dot");
  expect(headline(sampleBallot({ ...over, take: null }))).toBe("What the dots say");
});

test("equals lie in another order for each person, and always below those with more dots", () => {
  const orders = ["ann", "bob", "cleo", "dan", "eve"].map((seed) =>
    groupsOf(sampleBallot(over), seed).flatMap(({ results }) => results.map(({ id }) => id)),
  );
  expect(new Set(orders.map(([first]) => first))).toEqual(new Set(["Time"]));
  expect(new Set(orders.map((each) => each.join())).size).toBeGreaterThan(1);
});
