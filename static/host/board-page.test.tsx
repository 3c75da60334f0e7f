import { fireEvent, render, screen } from "@testing-library/preact";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { board, theme, wallNote } from "../cafe/cast";
import { boards } from "../cafe/later";
import { stage } from "../engine/stage";
import { Host } from "./index";
import { clear, now, sent } from "./laid";
import { byKey, closed, open, sampleCafe, sampleStep } from "./sample";

beforeAll(async () => {
  boards.value = await import("../board");
});
beforeEach(clear);
afterEach(() => goTo("#desk"));

function goTo(hash: string): void {
  location.hash = hash;
  dispatchEvent(new Event("hashchange"));
}

const notes = { ...wallNote("a", "Forms first", 1), ...wallNote("b", "Nobody rang", 2) };

function desk(wall: Record<string, unknown>, at = "wall/s1", phase = open(now, 20)): void {
  const themes = sampleStep("s1", { activity: "themes", title: "What belongs together" }, phase);
  const questions = sampleStep(
    "s2",
    { activity: "closing_questions", title: "Before you go", questions: ["What will you do?", "Who else?"] },
    closed(now, 5),
  );
  const steps = [themes, { ...questions, place: 1 }];
  stage(
    { person: "amina", role: "host" },
    {
      hall: { cafe: sampleCafe({ current: "s1" }), ...byKey("step", steps) },
      desk: { "reach/t1": { theme: "t1", people: 8, groups: ["North", "South"] } },
      [at]: wall,
    },
  );
  render(<Host />);
}

test("once most notes are grouped, the host may let everyone name", async () => {
  desk({ ...board(false), ...notes, ...theme("t1", ["a", "b"]) });
  expect(screen.getByText("2 of 2 notes are in a group")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Let everyone name the groups" }));
  expect(sent()).toMatchObject([{ type: "theme.naming", step: "s1", on: true }]);
});

test("while most notes are loose, nothing presses for names", () => {
  desk({ ...board(false), ...notes });
  expect(screen.queryByText(/Time for names/)).toBeNull();
  expect(screen.getByRole("button", { name: "Open the naming" })).toBeTruthy();
});

test("the board is as large as the screen, and tells hosts how many people a group comes from", async () => {
  desk({ ...board(false), ...notes, ...theme("t1", ["a", "b"]) });
  goTo("#board/s1");
  expect(await screen.findByText(/2 notes · 2 tables · 8 people · 2 groups of people/)).toBeTruthy();
  expect(screen.getByRole("button", { name: /^Name it/ }).getAttribute("aria-disabled")).toBe("false");
  expect(screen.getByRole("link", { name: "Back to the desk" })).toBeTruthy();
});

test("the answers to a question have a board of their own, without tables", async () => {
  const answers = Object.fromEntries(
    ["a", "b"].map((id) => [
      `note/${id}`,
      { id, step: "s2", table: null, kind: "", text: `Answer ${id}`, at: 1 },
    ]),
  );
  desk({ board: { step: "s2", question: 1, naming: true, suggests: false }, ...answers }, "wall/s2.1");
  goTo("#board/s2.1");
  expect(await screen.findByText("Answers to question 2")).toBeTruthy();
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Who else?");
  expect(screen.getByText("0 of 2 answers are in a group. 0 groups.")).toBeTruthy();
  expect(screen.queryByText(/Table/)).toBeNull();
});
