import { describe, expect, test } from "vitest";
import type { Step } from "../day";
import { sampleCafe, sampleRound, sampleStep } from "../sample";
import { faultsOf } from "./check";
import { insert, setField, shift, totalMinutes, without } from "./edits";
import { type AgendaDraft, agendaOf, draftOf, kindsIn, newStep, printOf } from "./model";
import { ACTIVITIES } from "./specs";
import { differenceWords } from "./total";

const steps: Step[] = [
  sampleStep("s1", { activity: "arrival", title: "Welcome", minutes: 10, words: "", tryout: false }),
  sampleRound("s2", {}, { title: "Our stories", words: "Listen.", seating: "rotate", recap: true }),
  sampleStep("s3", { activity: "themes", title: "Themes", from_steps: ["Our stories"], who: "everyone" }),
  sampleStep("s4", { activity: "dot_voting", title: "Dots", dots: null, cap: 2 }),
  sampleStep("s5", {
    activity: "presentation",
    title: "Background",
    pictures: [{ address: "https://a.example/p.png", alt: "A full waiting room" }],
  }),
  sampleStep("s6", { activity: "closing_questions", title: "Alone", questions: ["What now?", "Who?"] }),
];
const cafe = sampleCafe({ status: "lobby", current: null, planned_minutes: 80 });
const draft = draftOf(cafe, steps);

function faults(of: AgendaDraft): [string, string][] {
  return [...faultsOf(of)];
}

describe("from the agenda to the fields and back", () => {
  test("what nobody touched is saved as it was", () => {
    const saved = agendaOf(draft);
    expect(saved).toMatchObject({ title: cafe.title, planned_minutes: 80, table_size: 4 });
    expect(saved.steps).toMatchObject(steps.map((step) => step.settings));
  });

  test("groups stand one on a line", () => {
    const typed = draftOf({ ...cafe, groups: ["Families", "Schools"] }, steps);
    expect(typed.groups).toBe("Families\nSchools");
    expect(agendaOf({ ...typed, groups: " Families \n\nYouth clubs" }).groups).toEqual([
      "Families",
      "Youth clubs",
    ]);
    expect(faults({ ...typed, groups: "Families\nfamilies" })).toEqual([
      ["groups", "“families” is there more than once."],
    ]);
    expect(faults({ ...typed, groups: "x".repeat(61) })).toEqual([
      ["groups", "This is too long by 1 character. Shorten it."],
    ]);
  });

  test("what the agenda leaves out stands in its field as the server takes it", () => {
    const round = draft.steps[1];
    expect(round?.values).toMatchObject({ note_length: "500", note_kinds: "helped", bring_in: false });
    expect(draft.steps[3]?.values).toMatchObject({ over: "themes", where: "hall", dots: "", cap: "2" });
  });

  test("a round that is renamed stays the round whose notes go on the wall", () => {
    const renamed = setField(draft, "s2", "title", "Our own stories");
    expect(agendaOf(renamed).steps[2]).toMatchObject({ from_steps: ["Our own stories"] });
  });

  test("a round that is taken out is asked for no more", () => {
    expect(agendaOf(without(draft, "s2")).steps[1]).toMatchObject({ from_steps: [] });
  });

  test("kinds are written the way people write", () => {
    expect(kindsIn(" Helped, open end ,,helped")).toEqual(["helped", "open-end"]);
  });

  test("another host's change can be told from none", () => {
    expect(printOf(cafe, steps)).toBe(draft.base);
    expect(printOf({ ...cafe, table_size: 5 }, steps)).not.toBe(draft.base);
  });
});

describe("what is wrong, in words", () => {
  test("a good agenda has no faults", () => {
    expect(faults(draft)).toEqual([]);
  });

  test.each([
    ["s2", "prompt", "", "Write the question that people talk about."],
    ["s2", "minutes", "-5", "Write a whole number from 1 to 480."],
    ["s2", "minutes", "", "Write a whole number from 1 to 480."],
    ["s2", "minutes", "12.5", "Write a whole number from 1 to 480."],
    ["s2", "title", "  ", "Give the step a title."],
    ["s2", "title", "x".repeat(123), "This is too long by 3 characters. Shorten it."],
    ["s2", "note_kinds", "", "Name one kind of note at least."],
    ["s2", "note_kinds", "a,b,c,d,e,f,g", "Six kinds at most: people must choose quickly."],
    ["s4", "dots", "21", "Write a whole number from 1 to 20."],
    ["s4", "cap", "", "Write a whole number from 1 to 20."],
    ["s5", "link", "background.example", "Start with https:// and leave no spaces."],
    [
      "s5",
      "pictures",
      "https://a.example/p.png",
      "Say in words what https://a.example/p.png shows, behind a space.",
    ],
    ["s6", "questions", " \n ", "Write one question at least."],
  ])("%s: %s = “%s”", (key, name, value, words) => {
    expect(faults(setField(draft, key, name, value))).toEqual([[`${key} ${name}`, words]]);
  });

  test("a kind that the server could not keep is named", () => {
    const [fault] = faults(setField(draft, "s2", "note_kinds", "helped, naïve"));
    expect(fault?.[1]).toContain("“naïve” cannot be a kind");
  });

  test("dots may stay empty: then the choices decide", () => {
    expect(faults(setField(draft, "s4", "dots", ""))).toEqual([]);
  });

  test("the whole café has limits too", () => {
    const odd = { ...draft, title: "", planned: "0", size: "9", steps: [] };
    expect(faults(odd).map(([field]) => field)).toEqual(["title", "planned", "size", "steps"]);
  });
});

describe("steps come, go and move", () => {
  const titles = (of: AgendaDraft) => of.steps.map((step) => step.values["title"]);

  test("up and down, but never beyond the ends", () => {
    expect(titles(shift(draft, "s2", -1)).slice(0, 2)).toEqual(["Our stories", "Welcome"]);
    expect(titles(shift(draft, "s2", 1)).slice(1, 3)).toEqual(["Themes", "Our stories"]);
    expect(shift(draft, "s1", -1)).toBe(draft);
    expect(shift(draft, "s6", 1)).toBe(draft);
  });

  test("what was taken out can go back where it stood", () => {
    const out = draft.steps[2];
    if (out === undefined) throw new Error("The sample has six steps.");
    expect(titles(insert(without(draft, "s3"), out, 2))).toEqual(titles(draft));
  });

  test.each(Object.keys(ACTIVITIES) as (keyof typeof ACTIVITIES)[])(
    "a new %s asks only for what it must",
    (activity) => {
      const step = newStep(activity, "New");
      const wanted = { story_round: ["prompt"], closing_questions: ["questions"] }[activity as string] ?? [];
      const own = faults({ ...draft, steps: [step] }).map(([field]) => field);
      expect(own).toEqual(wanted.map((name) => `${step.key} ${name}`));
    },
  );

  test("two new steps are never taken for one another", () => {
    expect(newStep("break", "Break").key).not.toBe(newStep("break", "Break").key);
  });

  test("the total is said against the plan", () => {
    expect(totalMinutes(draft)).toBe(80);
    expect(totalMinutes(setField(draft, "s1", "minutes", "soon"))).toBe(70);
    expect([differenceWords(0), differenceWords(1), differenceWords(-15)]).toEqual([
      "Just as planned.",
      "1 minute more than planned.",
      "15 minutes less than planned.",
    ]);
  });
});
