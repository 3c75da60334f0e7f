import { expect, test } from "vitest";
import { MINUTE } from "./day";
import { alertOf, captionOf } from "./minis";
import { needsOf } from "./needs";
import { open, START, sampleCall, sampleGuest, sampleRound, sampleStep, sampleTable } from "./sample";
import { deputies, emptiest, type Guest, tableViews } from "./tables";

const now = START + 10 * MINUTE;
const round = sampleRound("s2", open(START, 30));

function at(table: number, ids: string[], more: Partial<Guest> = {}): Guest[] {
  return ids.map((id) => sampleGuest(id, { table, ...more }));
}

const people = [
  ...at(1, ["grace"]),
  ...at(1, ["tom"], { held_since: now - 60_000 }),
  ...at(1, ["josef"], { role: "facilitator" }),
  ...at(2, ["leila", "sam", "rhian"]),
  ...at(3, ["bo", "cy"]),
  ...at(3, ["ines"], { role: "facilitator", held_since: now - 48_000 }),
  sampleGuest("kofi", { role: "facilitator" }),
];
const tables = [
  sampleTable(1, ["grace", "tom", "josef"], { facilitator: "josef", notes: 3 }),
  sampleTable(2, ["leila", "sam", "rhian"], { notes: 0 }),
  sampleTable(3, ["bo", "cy", "ines"], { facilitator: "ines", notes: 9, last_activity: now - 7 * MINUTE }),
];
const here = new Set(people.filter((person) => person.held_since === null).map((person) => person.id));

function look(
  calls: ReturnType<typeof sampleCall>[] = [],
  all: readonly Guest[] = people,
  laid = tables,
  time = now,
) {
  const views = tableViews({ tables: laid, people: all, calls, size: 4, now: time });
  return { views, needs: needsOf({ views, calls, people: all, here, step: round, now: time }) };
}

test("a table at a glance: who is here, whose seat is held, what is free, who leads", () => {
  const [one, two, three] = look().views;
  expect([one?.here.length, one?.held.length, one?.free, one?.lead?.name]).toEqual([1, 1, 2, "Josef"]);
  expect([two?.here.length, two?.free, two?.lead]).toEqual([3, 1, undefined]);
  expect(three?.leadAway).toBe(48_000);
});

test("somebody alone can be moved with one press, to where the fewest people are, and back again", () => {
  const need = look().needs.find(({ title }) => title === "Table 1: Grace is alone");
  expect(need?.words).toBe("With Josef. The seat of Tom is held. The notes stay with the table.");
  expect(need?.remedies[0]?.label).toBe("Move Grace to table 3");
  expect(need?.remedies[0]?.deed.order).toEqual({
    type: "person.move",
    fields: { person: "grace", table: 3 },
  });
  expect(need?.remedies[0]?.deed.back?.("x")).toEqual([
    { type: "person.move", fields: { person: "grace", table: 1 } },
  ]);
});

test("nobody is sent to a table where they would be alone again", () => {
  const two = [...at(1, ["grace"]), ...at(2, ["tom"], { held_since: now })];
  const { views } = look([], two, [sampleTable(1, ["grace"]), sampleTable(2, ["tom"])]);
  expect(emptiest(views, 1)).toBeUndefined();
});

test("a facilitator who is away for 30 s is said, and a deputy is at hand", () => {
  const need = look().needs.find(({ key }) => key.startsWith("lead 3"));
  expect(need?.title).toBe("Table 3: facilitator away, 48 seconds");
  expect(need?.words).toContain("People often come back");
  const remedy = need?.remedies[0];
  expect(remedy).toMatchObject({ label: "Send Kofi as deputy", first: false });
  expect(remedy?.deed.back?.("x")).toEqual([{ type: "table.appoint", fields: { table: 3, person: "ines" } }]);
});

test("a short gap is nobody's business", () => {
  expect(look([], people, tables, now - 20_000).needs.some(({ key }) => key.startsWith("lead"))).toBe(false);
});

test("after two minutes the deputy is what should be pressed", () => {
  const late = look([], people, tables, now + 2 * MINUTE).needs.find(({ key }) => key.startsWith("lead 3"));
  expect(late?.remedies[0]?.first).toBe(true);
  expect(late?.words).not.toContain("People often come back");
});

test("without a spare facilitator somebody of the table may lead", () => {
  const without = people.filter((person) => person.id !== "kofi");
  const need = look([], without).needs.find(({ key }) => key.startsWith("lead 3"));
  expect(need?.remedies[0]?.label).toBe("Let Bo lead");
});

test("a facilitator who is back and leads nothing is offered the table again", () => {
  const back = people.map((person) => (person.id === "ines" ? { ...person, held_since: null } : person));
  const led = tables.map((table) => (table.no === 3 ? { ...table, facilitator: "bo" } : table));
  const views = tableViews({ tables: led, people: back, calls: [], size: 4, now });
  const needs = needsOf({
    views,
    calls: [],
    people: back,
    here: new Set([...here, "ines"]),
    step: round,
    now,
  });
  const need = needs.find(({ key }) => key.startsWith("back"));
  expect(need?.remedies[0]?.label).toBe("Give table 3 to Ines");
  expect(need?.remedies[0]?.deed.back?.("x")).toEqual([
    { type: "table.appoint", fields: { table: 3, person: "bo" } },
  ]);
});

test("calls come first, the oldest on top; an answered one is gone", () => {
  const calls = [
    sampleCall("b", 2, { at: now }),
    sampleCall("a", null),
    sampleCall("c", 1, { answered_by: "Rob" }),
  ];
  expect(
    look(calls)
      .needs.slice(0, 2)
      .map(({ title }) => title),
  ).toEqual(["Leila asks for you", "Table 2 asks for you"]);
  expect(look(calls).needs.some(({ key }) => key === "call c")).toBe(false);
});

test("tables without notes are worth a look from the middle of the round on", () => {
  expect(look().needs.some(({ key }) => key.startsWith("quiet"))).toBe(false);
  const late = look([], people, tables, START + 16 * MINUTE);
  expect(late.needs.find(({ key }) => key.startsWith("quiet"))?.title).toBe("Table 2 has no notes yet");
});

test("the small table says why it is marked, the most pressing first", () => {
  const calls = [sampleCall("a", 3)];
  const { views } = look(calls);
  expect(views.map((view) => alertOf(view, round, now))).toEqual(["One person", undefined, "Asks for you"]);
  expect(look().views.map((view) => alertOf(view, round, START + 16 * MINUTE))).toEqual([
    "One person",
    "No notes yet",
    "Facilitator away",
  ]);
});

test("below it stands what the table did in this kind of step", () => {
  const { views } = look();
  const [one, , three] = views;
  if (!one || !three) throw new Error("The sample has three tables.");
  expect(captionOf(one, round, [], now)).toBe("3 notes");
  expect(captionOf(three, round, [], now)).toBe("9 notes, quiet 7 min");
  const vote = sampleStep("s5", { activity: "dot_voting", where: "table" });
  expect(captionOf(one, vote, [{ table: 1, state: "open" }], now)).toBe("votes now");
  expect(captionOf(one, vote, [{ table: 1, state: "tied" }], now)).toBe("level at the line");
  expect(captionOf(one, sampleStep("s6", { activity: "priorities" }), [], now)).toBe("0 chosen");
  expect(captionOf(one, sampleStep("s7", {}), [], now)).toBe("3 people");
});

test("deputies are facilitators who are here and lead nothing", () => {
  expect(deputies(people, tables, here).map(({ id }) => id)).toEqual(["kofi"]);
  expect(deputies(people, tables, new Set())).toEqual([]);
});
