import { cleanup, render, screen } from "@testing-library/preact";
import { afterEach, expect, test } from "vitest";
import { happen } from "../engine/stage";
import { ann, cafe, closed, open, round, seated, setOut, step, table } from "./cast";
import { Cafe } from "./index";

afterEach(cleanup);

const heading = () => screen.getByRole("heading", { level: 1 }).textContent;
const pause = { activity: "break", title: "A break", minutes: 10 } as const;

test("before it begins, people see what this is and what happens today", () => {
  setOut({ hall: { ...cafe(null), ...step("s1", 0, round()) } });
  render(<Cafe />);
  expect(heading()).toBe("What helps families");
  expect(screen.getByText("Hear what we have seen")).toBeTruthy();
  expect(screen.getByRole("listitem").textContent).toContain("Our stories");
});

test("a round without a seat says that one is being found, and how long there is", () => {
  setOut({ hall: { ...cafe("s1"), ...step("s1", 0, round(), open()) } });
  render(<Cafe />);
  expect(heading()).toBe("Come in");
  expect(screen.getByText(/Our stories is on, 14 minutes are left/)).toBeTruthy();
});

test("a new seat is told first, with the company, and has the focus", () => {
  setOut({
    hall: { ...cafe("s1"), ...step("s1", 0, round(), open()) },
    person: ann({ table: 7, places: [["s1", 7]] }),
    table: table("s1"),
  });
  seated("none");
  render(<Cafe />);
  expect(heading()).toBe("Your place is at table 7");
  expect(screen.getByText("With Fay and Bob.")).toBeTruthy();
  expect(document.activeElement?.textContent).toBe("Your place is at table 7");
  screen.getByRole("button", { name: "Sit down at table 7" }).click();
});

test("who sits has the question before them, and the bar says where that is", async () => {
  setOut({
    hall: { ...cafe("s1"), ...step("s1", 0, round(), open()) },
    person: ann({ table: 7, places: [["s1", 7]] }),
    table: table("s1"),
  });
  seated();
  render(<Cafe />);
  expect(heading()).toBe("What has helped?");
  expect(screen.getByText("Our stories · round 1 of 1")).toBeTruthy();
});

test("between two steps it is said what comes, and that the host begins it", () => {
  setOut({ hall: { ...cafe("s1"), ...step("s1", 0, pause, closed()), ...step("s2", 1, round()) } });
  render(<Cafe />);
  expect(heading()).toBe("Next: Our stories");
});

test("after a round its notes are open for a while, and after that it is over", () => {
  const at = (late: number) =>
    setOut({
      hall: { ...cafe("s1"), ...step("s1", 0, round(), closed(late)) },
      person: ann({ table: 7, places: [["s1", 7]] }),
      table: table("s1"),
    });
  at(90_000);
  render(<Cafe />);
  expect(screen.getByText(/You can still add to it for 1:(30|29)/)).toBeTruthy();
  expect(screen.getByRole("button", { name: "Lay it on the table" })).toBeTruthy();
  cleanup();
  at(0);
  render(<Cafe />);
  expect(heading()).toBe("That was the last part");
});

test("the next step can be on while the last round still takes notes", () => {
  setOut({
    hall: { ...cafe("s2"), ...step("s1", 0, round(), closed(80_000)), ...step("s2", 1, pause, open()) },
    person: ann({ table: 7, places: [["s1", 7]] }),
    table: table("s1"),
  });
  render(<Cafe />);
  expect(heading()).toBe("A break");
  expect(screen.getByRole("button", { name: /You can still add to Our stories for 1:/ })).toBeTruthy();
});

test("a host's words stand above all until they are read", async () => {
  const saying = { id: "x1", text: "Tea is ready", at: 1 };
  setOut({ hall: { ...cafe("s1"), ...step("s1", 0, pause, open()), saying } });
  render(<Cafe />);
  expect(screen.getByText("Tea is ready")).toBeTruthy();
  screen.getByRole("button", { name: "All right" }).click();
  await expect.poll(() => screen.queryByText("Tea is ready")).toBeNull();
});

test("the closing call says how long, and asks nobody to stop in mid-sentence", () => {
  const closing = { ...open(), phase: "closing" as const, closing_until: Date.now() + 45_000 };
  setOut({
    hall: { ...cafe("s1"), ...step("s1", 0, round(), closing) },
    person: ann({ table: 7, places: [["s1", 7]] }),
    table: table("s1"),
  });
  seated();
  render(<Cafe />);
  expect(screen.getByText("This round closes in 0:45. Finish your sentence.")).toBeTruthy();
});

test("when the café closes, everyone is thanked and shown the way to the report", async () => {
  setOut({ hall: { ...cafe("s1"), ...step("s1", 0, pause, open()) } });
  render(<Cafe />);
  happen("hall", { put: cafe("s1", { status: "closed" }) });
  await expect.poll(heading).toBe("Thank you for being here");
});
