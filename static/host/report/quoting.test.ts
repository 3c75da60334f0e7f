import { expect, test } from "vitest";
import { firstDifference, insert, leaveOut } from "./quoting";

const SAID = "I waited nine weeks for the plan, and then nobody rang.";

test("what is left out becomes […], in whole words, once", () => {
  expect(leaveOut(SAID, SAID.indexOf("nine"), SAID.indexOf("nine") + 6)).toBe(
    "I waited […] for the plan, and then nobody rang.",
  );
  expect(leaveOut("I waited […] for the plan", 13, 16)).toBe("I waited […] the plan");
  expect(leaveOut(SAID, 5, 5)).toBe(SAID);
});

test("a shortened quote with an editor's words is still theirs", () => {
  expect(firstDifference("I waited […] for the plan", SAID)).toBeUndefined();
  expect(firstDifference("I waited nine weeks for the [care] plan […] nobody rang.", SAID)).toBeUndefined();
});

test("other words, another order and nothing at all are not theirs", () => {
  expect(firstDifference("I waited ten weeks", SAID)).toBe("ten weeks");
  expect(firstDifference("nobody rang […] I waited", SAID)).toBe("I waited");
  expect(firstDifference("[…]", SAID)).toBe("[…]");
});

test("an editor's words go in where the cursor is", () => {
  expect(insert("the plan", 4, "care")).toBe("the [care]plan");
});
