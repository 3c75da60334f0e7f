import { cleanup, render, screen } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test } from "vitest";
import { engine } from "../engine/live";
import { ann, cafe, closed, open, round, seat, seated, setOut, step, table } from "./cast";
import { Cafe } from "./index";

beforeEach(() => {
  engine.draft("met", {}).text.value = {};
});
afterEach(cleanup);

const day = (first: object, second: object) => ({
  ...step("s1", 0, round(), first),
  ...step("s2", 1, round({ title: "Our collective story" }), second),
});

/** Ann sits at table 7 in the first round, with these people, and sees it. */
async function firstRound(...people: string[]) {
  setOut({
    hall: { ...cafe("s1"), ...day(open(), {}) },
    person: ann({ table: 7, places: [["s1", 7]] }),
    table: table("s1", { seats: [seat("ann", "Ann"), ...people.map((name) => seat(name, name))] }),
  });
  seated("s1");
  render(<Cafe />);
  await expect.poll(() => JSON.stringify(engine.draft("met", {}).text.value)).toContain("s1/7");
  cleanup();
}

function secondRound(...people: string[]) {
  setOut({
    hall: { ...cafe("s2"), ...day(closed(), open()) },
    person: ann({
      table: 7,
      places: [
        ["s1", 7],
        ["s2", 7],
      ],
    }),
    table: table("s2", { seats: [seat("ann", "Ann"), ...people.map((name) => seat(name, name))] }),
  });
  render(<Cafe />);
  return screen.getByRole("region", { name: /table 7/ }).textContent;
}

test("new company is called new when this device saw all the company before", async () => {
  await firstRound("cleo", "dan");
  expect(secondRound("eve", "finn")).toContain("With eve and finn.You have not met them today.");
});

test("somebody met before: nothing is said about it", async () => {
  await firstRound("cleo", "dan");
  expect(secondRound("cleo", "finn")).not.toContain("not met");
});

test("what this device did not see, it does not claim", () => {
  expect(secondRound("eve", "finn")).not.toContain("not met");
});

test("the same table in a new round: one stays", async () => {
  expect(secondRound("eve")).toContain("You stay at table 7");
});
