import { cleanup, fireEvent, render, screen, within } from "@testing-library/preact";
import { afterEach, expect, test } from "vitest";
import { happen } from "../engine/stage";
import type { StepDoc } from "../wire/documents";
import { ann, cafe, chat, open, sent, setOut, slot, step } from "./cast";
import { Cafe } from "./index";

afterEach(cleanup);

const plenary: StepDoc["settings"] = {
  activity: "plenary",
  title: "Hearing each table",
  minutes: 20,
  prompt: "What first?",
};
const brings = [
  { note: "n1", kind: "solution", text: "Thursdays for families", why: "It costs nothing", at: 1 },
];
const speaking = {
  speaker: "Bob",
  people: ["Cleo", "Dan"],
  brings,
  started_at: Date.now(),
  deadline: Date.now() + 90_000,
};
const turns = {
  ...slot(6, "heard"),
  ...slot(7, "speaking", speaking),
  ...slot(8, "waiting"),
  ...slot(9, "waiting"),
};

function hear(docs: Record<string, unknown> = {}, person = ann()) {
  setOut({ hall: { ...cafe("s1"), ...step("s1", 0, plenary, open()), ...turns, ...docs }, person });
  render(<Cafe />);
}

const lines = () => [...document.querySelectorAll(".pl-chat .note-text")].map((text) => text.textContent);

test("who speaks for whom, what they bring, and who is next", () => {
  hear();
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Table 7");
  expect(screen.getByText("Bob speaks for Cleo and Dan")).toBeTruthy();
  expect(screen.getByText("Why: It costs nothing")).toBeTruthy();
  expect(screen.getByRole("list", { name: "Next to speak" }).textContent).toMatch(/Table 8next.*Table 9then/);
  expect(screen.getByText("1 of 4 tables heard")).toBeTruthy();
});

test("a reaction shows its number, and can be taken back", () => {
  hear(
    { "reactions/s1/7": { step: "s1", table: 7, counts: { thanks: 3 } } },
    { ...ann(), "reacted/s1": { step: "s1", tables: { 7: ["thanks"] } } },
  );
  const thanks = screen.getByRole("button", { name: "Thank you 3" });
  expect(thanks.getAttribute("aria-pressed")).toBe("true");
  fireEvent.click(thanks);
  fireEvent.click(screen.getByRole("button", { name: "Tell us more 0" }));
  expect(sent()).toEqual([
    { type: "plenary.react", step: "s1", table: 7, reaction: "thanks", on: false },
    { type: "plenary.react", step: "s1", table: 7, reaction: "more", on: true },
  ]);
});

const three = {
  ...chat("c1", "First", 1),
  ...chat("c2", "Second?", 2, { kind: "question" }),
  ...chat("c3", "Third", 3),
};

test("the newest line comes first; one kind can be shown alone", async () => {
  hear(three);
  expect(lines()).toEqual(["Third", "Second?", "First"]);
  fireEvent.click(screen.getByRole("button", { name: "Questions 1" }));
  await expect.poll(lines).toEqual(["Second?"]);
});

test("held still, the chat waits with what is new", async () => {
  hear(three);
  fireEvent.click(screen.getByRole("button", { name: "Hold new lines" }));
  happen("hall", { put: chat("c4", "Fourth", 4) });
  const show = await screen.findByRole("button", { name: "Show 1 new line" });
  expect(lines()).toEqual(["Third", "Second?", "First"]);
  fireEvent.click(show);
  await expect.poll(lines).toEqual(["Fourth", "Third", "Second?", "First"]);
});

test("a line is sent with its kind, and stands there at once", async () => {
  hear();
  fireEvent.click(screen.getByRole("radio", { name: "Question" }));
  fireEvent.input(screen.getByRole("textbox"), { target: { value: "Who covers?" } });
  fireEvent.click(screen.getByRole("button", { name: "Say it in the chat" }));
  await expect
    .poll(sent)
    .toEqual([{ type: "chat.say", step: "s1", kind: "question", text: "Who covers?", anonymous: false }]);
  expect(lines()).toEqual(["Who covers?"]);
});

test("one's own line can be taken away, also one without a name; others' cannot", async () => {
  const secret = chat("c5", "Secret", 5, { by: null, name: null, table: null });
  hear(
    { ...chat("c1", "Mine", 1, { by: "ann", name: "Ann" }), ...secret, ...chat("c3", "Theirs", 3) },
    { ...ann(), ...secret },
  );
  expect(screen.getAllByRole("button", { name: /your line/ })).toHaveLength(2);
  fireEvent.click(within(screen.getByText("Secret").closest("li") as HTMLElement).getByRole("button"));
  fireEvent.click(await screen.findByRole("menuitem", { name: "Take it away" }));
  fireEvent.click(await screen.findByRole("button", { name: "Undo" }));
  expect(sent()).toEqual([
    { type: "chat.remove", chat: "c5" },
    { type: "chat.remove", chat: "c5", on: false },
  ]);
});
