// What each person does alone: trying out, choosing for the table, answering, feedback, help.
import { cleanup, fireEvent, render, screen, within } from "@testing-library/preact";
import { afterEach, expect, test } from "vitest";
import { engine } from "../engine/live";
import { happen } from "../engine/stage";
import type { StepDoc } from "../wire/documents";
import { ann, cafe, closed, note, open, sent, setOut, step, table } from "./cast";
import { helpOpen } from "./help";
import { Cafe } from "./index";

afterEach(() => {
  cleanup();
  helpOpen.value = false;
});

function on(
  settings: StepDoc["settings"],
  more: { person?: Record<string, unknown>; at?: Record<string, unknown> } = {},
) {
  const { person = ann({ table: 7, places: [["s0", 7]] }), at } = more;
  setOut({ hall: { ...cafe("s1"), ...step("s1", 0, settings, open()) }, person, ...(at && { table: at }) });
  render(<Cafe />);
}

const button = (name: string | RegExp) => screen.getByRole("button", { name });

test("writing, moving and placing a dot each count once tried", async () => {
  on({ activity: "arrival", title: "Welcome", minutes: 5 }, { person: ann() });
  fireEvent.input(screen.getByRole("textbox"), { target: { value: "Toast" } });
  fireEvent.click(button("Lay it down"));
  fireEvent.click(button("Move this note to…"));
  fireEvent.click(await screen.findByRole("menuitem", { name: "Move to the right" }));
  fireEvent.click(button("Put a dot"));
  await expect.poll(() => sent().map(({ check }) => check)).toEqual(["note", "move", "dot"]);
  expect(within(screen.getByRole("region", { name: "Move to the right" })).getByText("Toast")).toBeTruthy();
  expect(await screen.findByText(/You are ready/)).toBeTruthy();
});

const priorities: StepDoc["settings"] = {
  activity: "priorities",
  title: "What we bring",
  minutes: 10,
  most: 2,
};
const chosen = (id: string) => ({
  [`priority/${id}`]: { note: id, kind: "helped", text: `Idea ${id}`, why: "", at: 1 },
});
const ideas = {
  ...note("n1", "Idea n1", "bob"),
  ...note("n2", "Idea n2", "ann"),
  ...note("n3", "Idea n3", "bob"),
};

test("whoever looks after the table chooses, up to the most, and says why", async () => {
  const fay = ann({ id: "fay", name: "Fay", role: "facilitator", leads: 7, table: 7 });
  on(priorities, { person: fay, at: { ...table("s0"), ...ideas, ...chosen("n1") } });
  fireEvent.click(button(/Bring this: Idea n2/));
  fireEvent.input(screen.getByRole("textbox", { name: /Why this one/ }), {
    target: { value: "It is cheap" },
  });
  fireEvent.click(button(/Keep the reason/));
  await expect.poll(sent).toEqual([
    { type: "priority.pick", note: "n2" },
    { type: "priority.pick", note: "n1", why: "It is cheap" },
  ]);
  happen("table/7", { put: chosen("n2") });
  await expect.poll(() => button(/Bring this: Idea n3/).getAttribute("aria-disabled")).toBe("true");
});

test("the others at the table see it grow, and who writes it down", async () => {
  on(priorities, { at: { ...table("s0"), ...ideas } });
  expect(screen.getByText(/Fay writes down what you agree on/)).toBeTruthy();
  expect(screen.queryByRole("button", { name: /Bring this/ })).toBeNull();
  happen("table/7", { put: chosen("n1") });
  expect(await screen.findByText(/1 of 2 chosen/)).toBeTruthy();
});

const questions: StepDoc["settings"] = {
  activity: "closing_questions",
  title: "Last questions",
  minutes: 9,
  questions: ["What first?", "Who helps?"],
};
const answered = { "answer/s1/0": { step: "s1", question: 0, text: "Time", at: 1 } };

test("an answer is saved, shown as saved, changed and taken back", async () => {
  on(questions, { person: { ...ann(), ...answered } });
  expect(screen.getByText("1 question is open.")).toBeTruthy();
  fireEvent.click(button("Change it"));
  const field = screen.getAllByRole("textbox", { name: "Your answer" })[0] as HTMLElement;
  fireEvent.input(field, { target: { value: "Time and tea" } });
  fireEvent.click(button("Save the change"));
  await expect.poll(() => screen.queryByRole("button", { name: "Save the change" })).toBeNull();
  expect(screen.getByText("Time and tea")).toBeTruthy();
  fireEvent.click(button("Change it"));
  fireEvent.click(button("Take my answer back"));
  await expect.poll(() => sent().map(({ text }) => text)).toEqual(["Time and tea", ""]);
});

test("what is not answered can be finished in a later step", async () => {
  const pause: StepDoc["settings"] = { activity: "break", title: "A break", minutes: 5 };
  setOut({
    hall: { ...cafe("s2"), ...step("s1", 0, questions, closed()), ...step("s2", 1, pause, open()) },
    person: { ...ann(), ...answered },
  });
  render(<Cafe />);
  fireEvent.click(button(/Last questions 1 question is still open for you/));
  fireEvent.input(await screen.findByRole("textbox", { name: "Your answer" }), {
    target: { value: "Everyone" },
  });
  fireEvent.click(button("Save my answer"));
  await expect
    .poll(() => sent()[0])
    .toMatchObject({ type: "question.answer", question: 1, text: "Everyone" });
});

test("feedback is a word, a sentence, or both; nothing at all is asked for once more", async () => {
  engine.draft("feedback/s1", null).clear();
  on({ activity: "feedback", title: "How was it", minutes: 5 });
  fireEvent.click(button("Hand it in"));
  expect(await screen.findByText("Choose how it was, or write a few words.")).toBeTruthy();
  fireEvent.click(screen.getByRole("radio", { name: "Good" }));
  fireEvent.click(button("Hand it in"));
  await expect.poll(sent).toEqual([{ type: "feedback.give", step: "s1", text: "", rating: 4 }]);
});

test("help names the people to turn to, and fetches a host", async () => {
  on({ activity: "break", title: "A break", minutes: 5 });
  fireEvent.click(button("Help and worries"));
  const panel = within(await screen.findByRole("dialog"));
  expect(panel.getByText("Meera")).toBeTruthy();
  fireEvent.input(panel.getByRole("textbox", { name: /What is it about/ }), {
    target: { value: "No sound" },
  });
  fireEvent.click(panel.getByRole("button", { name: "Ask a host to come" }));
  expect(sent()).toEqual([{ type: "help.ask", text: "No sound" }]);
  const call = {
    id: "h1",
    table: 7,
    by: "ann",
    name: "Ann",
    text: "No sound",
    at: 1,
    answered_by: "Hana",
    answer: "Two minutes",
  };
  happen("person/ann", { put: { "call/h1": call } });
  expect(await panel.findByText(/Hana is on the way/)).toBeTruthy();
});

test("leaving is asked twice", async () => {
  on({ activity: "break", title: "A break", minutes: 5 });
  fireEvent.click(button("Help and worries"));
  fireEvent.click(button("Leave the café"));
  expect(sent()).toEqual([]);
  fireEvent.click(await screen.findByRole("button", { name: "Yes, leave now" }));
  expect(sent()).toEqual([{ type: "person.leave" }]);
});
