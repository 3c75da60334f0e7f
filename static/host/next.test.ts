import { expect, test } from "vitest";
import { dayOf, MINUTE, type Step } from "./day";
import { endingWords, nextView, type Seen } from "./next";
import {
  calling,
  closed,
  open,
  START,
  sampleCafe,
  sampleGuest,
  sampleRound,
  sampleStep,
  sampleTable,
} from "./sample";
import { tableViews } from "./tables";

const people = ["grace", "tom", "leila", "sam", "nadia"].map((id) => sampleGuest(id, { table: 1 }));
const nadia = { ...sampleGuest("nadia"), role: "facilitator" } as const;

function views(notes: number[]) {
  return tableViews({
    tables: [
      sampleTable(1, ["grace", "tom", "nadia"], { facilitator: "nadia", notes: notes[0] ?? 0 }),
      sampleTable(2, ["leila"], { notes: notes[1] ?? 0 }),
    ],
    people: [...people.filter((person) => person.id !== "nadia"), nadia],
    calls: [],
    size: 4,
    now: START,
  });
}

function seen(steps: readonly Step[], more: Partial<Seen> = {}, current: string | null = "s1"): Seen {
  const day = dayOf(sampleCafe({ current }), steps);
  return {
    day,
    status: "running",
    now: START,
    size: 4,
    call: 60,
    themes: 0,
    views: views([3, 5]),
    present: 82,
    lobby: 0,
    ...more,
  };
}

const round = sampleRound("s1", open(START, 30));

test("before the start it starts, and says who will sit down", () => {
  const view = nextView(seen([sampleRound("s1")], { status: "lobby" }, null));
  expect(view).toMatchObject({
    button: "Start the café",
    does: "82 people sit down at tables of 4.",
    press: "next",
  });
});

test("from a round to another it says the call, who moves, and who stays", () => {
  const view = nextView(seen([round, sampleRound("s2")], { now: START + 16 * MINUTE }));
  expect(view.button).toBe("End this round and move");
  expect(view.does).toBe(
    "A closing call of 1 minute comes first. 82 people move to new tables. Facilitators stay. Nobody meets twice, if that is possible.",
  );
  expect(view.warnings).toEqual(["14 minutes are left.", "Table 2 has one person."]);
});

test("a round that keeps its seats moves nobody", () => {
  const view = nextView(seen([round, sampleRound("s2", {}, { seating: "stay" })]));
  expect(view.button).toBe("End this round and go on");
  expect(view.does).toContain("Everyone stays where they sit.");
});

test("tables without notes, and people without a seat, are said beforehand", () => {
  const view = nextView(
    seen([round, sampleStep("s2", {})], { views: views([0, 0]), lobby: 2, now: START + 30 * MINUTE }),
  );
  expect(view.warnings).toEqual([
    "Tables 1 and 2 have no notes yet.",
    "Table 2 has one person.",
    "2 people in the lobby have no seat yet.",
  ]);
});

test("nobody here is said, but does not keep a host from trying things out", () => {
  const view = nextView(
    seen([sampleStep("s1", { activity: "arrival" })], { status: "lobby", present: 0, views: [] }, null),
  );
  expect(view.warnings).toEqual(["Nobody is here yet."]);
});

test("during the closing call the same button moves at once", () => {
  const ending = { ...round, ...calling(START + MINUTE, "s2") };
  const view = nextView(seen([ending, sampleStep("s2", { title: "Break" })]));
  expect(view).toMatchObject({ button: "Move now", title: "Break", press: "next", warnings: [] });
});

test("a closing call that leads nowhere ends the step and nothing more", () => {
  const view = nextView(seen([{ ...round, ...calling(START + MINUTE, null) }, sampleStep("s2", {})]));
  expect(view).toMatchObject({ button: "End it now", press: "end" });
});

test("after a step that was ended early the next one just opens", () => {
  const view = nextView(
    seen([sampleRound("s1", closed(START, 10)), sampleStep("s2", { title: "Break", minutes: 10 })]),
  );
  expect(view).toMatchObject({ button: "Open “Break”", does: "A break of 10 minutes." });
});

test("the last step leads to the report", () => {
  const view = nextView(seen([sampleStep("s1", {}, open(START, 1))]));
  expect(view).toMatchObject({ button: "Close the café and make the report", press: "close" });
});

test.each([
  [{ activity: "plenary", minutes: 35 }, "2 tables speak in turn, 17 min 30 s each."],
  [
    { activity: "dot_voting", dots: 5 },
    "The vote opens. Nobody sees the result before it closes. Each person has 5 dots.",
  ],
  [{ activity: "priorities", most: 1 }, "2 tables choose up to 1 idea each."],
  [{ activity: "closing_questions", questions: ["One?"] }, "1 question. Each person answers alone."],
  [{ activity: "themes" }, "The notes of all tables go up on one wall, without names."],
  [{ activity: "feedback" }, "Each person can say how it was."],
  [{ activity: "presentation" }, "82 people see what you present."],
] as const)("it says what %o will do", (settings, does) => {
  const next = sampleStep("s2", settings as Partial<Step["settings"]>);
  expect(nextView(seen([sampleStep("s1", {}, open(START, 10)), next])).does).toBe(does);
});

test("ending a round early says what would be cut off; other steps need no such words", () => {
  expect(endingWords(views([0, 5]), round)).toEqual([
    "5 notes on 2 tables so far.",
    "Table 1 has no notes yet.",
    "Table 2 has one person.",
  ]);
  expect(endingWords(views([0, 5]), sampleStep("s1", {}))).toEqual([]);
});

test.each([
  [0, "There is no theme to vote on yet."],
  [12, undefined],
  [34, "The vote would have 34 choices. Similar ones split the dots."],
])("before a vote on %i themes", (themes, words) => {
  const wall = sampleStep("s1", { activity: "themes", title: "Themes" }, open(START, 0));
  const steps = [wall, sampleStep("s2", { activity: "dot_voting", title: "Dots" })];
  expect(nextView(seen(steps, { themes })).warnings).toEqual(words ? [words] : []);
});
