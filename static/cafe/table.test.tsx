import { cleanup, fireEvent, render, screen, within } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test } from "vitest";
import { engine } from "../engine/live";
import { happen } from "../engine/stage";
import { ann, cafe, note, open, round, seat, seated, sent, setOut, step, table } from "./cast";
import { Cafe } from "./index";
import { jot } from "./jot";
import { leading } from "./leading";

beforeEach(() => {
  leading.value = null;
  jot("s1", { text: "", kind: null, buildsOn: [], anonymous: false, brings: null, onBehalfOf: null });
});
afterEach(cleanup);

type Docs = Record<string, unknown>;

function sit(
  notes: Docs = {},
  more: { person?: Docs; at?: Docs; settings?: Parameters<typeof round>[0] } = {},
) {
  setOut({
    hall: { ...cafe("s1"), ...step("s1", 0, round(more.settings), open()) },
    person: { ...ann({ table: 7, places: [["s1", 7]] }), ...more.person },
    table: { ...table("s1"), ...more.at, ...notes },
  });
  seated();
  render(<Cafe />);
}

const field = () => screen.getByRole<HTMLTextAreaElement>("textbox", { name: /One idea, in your words/ });
const write = (text: string) => fireEvent.input(field(), { target: { value: text } });
const lay = () => fireEvent.click(screen.getByRole("button", { name: "Lay it on the table" }));
const paper = (text: string) => screen.getByText(text).closest("li") as HTMLElement;

async function choose(text: string, item: string) {
  fireEvent.click(within(paper(text)).getByRole("button", { name: /^Choose what to do with this note/ }));
  fireEvent.click(await screen.findByRole("menuitem", { name: new RegExp(item) }));
}

function items(text: string): string[] {
  const button = within(paper(text)).getByRole("button", { name: /^Choose what to do with this note/ });
  fireEvent.click(button);
  const found = screen.getAllByRole("menuitem").map((item) => item.textContent ?? "");
  fireEvent.click(button);
  return found;
}

test("a note is sent with its kind and its choices, and the field is free for the next", async () => {
  sit();
  fireEvent.click(screen.getByRole("radio", { name: "Hindered" }));
  fireEvent.click(screen.getByRole("checkbox", { name: /Without my name/ }));
  write("Three forms");
  lay();
  await expect.poll(() => field().value).toBe("");
  expect(sent()).toEqual([
    {
      ...{ type: "note.add", step: "s1", kind: "hindered", text: "Three forms", anonymous: true },
      ...{ builds_on: [], brings: null, on_behalf_of: null },
    },
  ]);
});

test("while the line is down, what waits stands before the board", async () => {
  sit(note("n1", "A lift home", "bob"));
  fireEvent.click(screen.getByRole("radio", { name: "Helped" }));
  write("They rang back");
  lay();
  const waiting = await screen.findByRole("heading", { name: /Waiting to be sent/ });
  const board = screen.getByRole("heading", { name: /^Helped/ });
  expect(waiting.compareDocumentPosition(board) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
  expect(within(waiting.closest("section") as HTMLElement).getByText("They rang back")).toBeTruthy();
});

test("what is half written is there again on the next page", () => {
  sit();
  write("Nobody tells you");
  cleanup();
  sit();
  expect(field().value).toBe("Nobody tells you");
});

test("one's own note can be changed and taken away; another's only moved and built on", () => {
  sit({ ...note("n1", "Mine", "ann"), ...note("n2", "Theirs", "bob") });
  expect(items("Mine")).toContain("Take it away");
  expect(items("Theirs").join()).not.toMatch(/Take it away|Change|Highlight/);
});

test("a note without a name is still one's own", () => {
  const mine = note("n1", "Secret", "ann", { by: null, name: null, anonymous: true });
  sit(mine, { person: mine });
  expect(paper("Secret").textContent).toContain("you, without your name");
  expect(items("Secret")).toContain("Take it away");
});

test("at a table without a facilitator anyone may highlight", async () => {
  sit(note("n1", "Theirs", "bob"), { at: table("s1", { seats: [seat("ann", "Ann"), seat("bob", "Bob")] }) });
  await choose("Theirs", "Highlight it");
  expect(sent()).toEqual([{ type: "note.highlight", note: "n1", on: true }]);
});

test("taking away offers the way back", async () => {
  sit(note("n1", "Mine", "ann"));
  await choose("Mine", "Take it away");
  expect(screen.queryByText("Mine")).toBeNull();
  fireEvent.click(await screen.findByRole("button", { name: "Undo" }));
  expect(sent().map(({ type }) => type)).toEqual(["note.delete", "note.restore"]);
});

test("moving up and down by the menu says where to", async () => {
  sit({ ...note("n1", "First", "bob"), ...note("n2", "Second", "bob"), ...note("n3", "Third", "bob") });
  await choose("Third", "Move up");
  expect(sent()).toEqual([{ type: "note.move", note: "n3", after: "n1" }]);
  const texts = [...document.querySelectorAll(".board .note-text")].map((text) => text.textContent);
  expect(texts).toEqual(["First", "Third", "Second"]);
});

test("changing a note keeps its place and sends words and kind", async () => {
  sit(note("n1", "Mine", "ann"));
  await choose("Mine", "Change the words");
  const words = screen.getByRole("textbox", { name: "The words of this note" });
  fireEvent.input(words, { target: { value: "Mine, better" } });
  fireEvent.click(screen.getByRole("button", { name: "Save the change" }));
  await expect.poll(() => screen.queryByRole("button", { name: "Save the change" })).toBeNull();
  expect(sent()).toEqual([{ type: "note.edit", note: "n1", text: "Mine, better", kind: "helped" }]);
  expect(paper("Mine, better")).toBeTruthy();
});

test("a note that builds on another says so", async () => {
  sit(note("n1", "A lift home", "bob"));
  await choose("A lift home", "Build on this");
  fireEvent.click(screen.getByRole("radio", { name: "Helped" }));
  write("And tea");
  lay();
  await expect.poll(() => sent().length).toBe(1);
  expect(sent()[0]).toMatchObject({ text: "And tea", builds_on: ["n1"] });
});

test("what others lay down is marked as new; one's own is not", async () => {
  sit();
  happen("table/7", { type: "note.added", put: note("n8", "From Bob", "bob") });
  happen("table/7", { type: "note.added", put: note("n9", "From me", "ann") });
  await expect.poll(() => paper("From Bob").dataset["state"]).toBe("new");
  expect(paper("From me").dataset["state"]).toBeUndefined();
});

test("a recap round opens with what was highlighted here before, without names", () => {
  const before = note("n0", "Said before", "bob", {
    step: "s0",
    earlier: true,
    highlighted: true,
    name: null,
  });
  sit(before, { settings: { recap: true } });
  const panel = screen.getByRole("region", { name: /What was said here before/ });
  expect(within(panel).getByText("Said before")).toBeTruthy();
  expect(screen.getByText("The table is clear")).toBeTruthy();
});

test("an idea from an earlier table comes into the composer, with where it is from", async () => {
  const past = {
    "past/p1": Object.values(note("p1", "A lift home", "bob", { step: "s0", table: 3, kind: "gap" }))[0],
  };
  sit({}, { settings: { bring_in: true }, person: past });
  fireEvent.click(screen.getByRole("button", { name: /Ideas you bring/ }));
  fireEvent.click(screen.getByRole("button", { name: /^Bring this/ }));
  await expect.poll(() => field().value).toBe("A lift home");
  fireEvent.click(screen.getByRole("radio", { name: "Helped" }));
  lay();
  await expect.poll(() => sent().length).toBe(1);
  expect(sent()[0]).toMatchObject({ kind: "helped", text: "A lift home", brings: "p1" });
});

test("a facilitator writes for somebody at the table", async () => {
  setOut(
    {
      hall: { ...cafe("s1"), ...step("s1", 0, round(), open()) },
      person: ann({ id: "fay", name: "Fay", role: "facilitator", leads: 7, table: 7, places: [["s1", 7]] }),
      table: table("s1"),
    },
    "facilitator",
  );
  seated();
  render(<Cafe />);
  const whose = await screen.findByRole("combobox", { name: /Whose idea is it/ });
  fireEvent.change(whose, { target: { value: "bob" } });
  fireEvent.click(screen.getByRole("radio", { name: "Helped" }));
  write("Told by phone");
  lay();
  await expect.poll(() => sent().length).toBe(1);
  expect(sent()[0]).toMatchObject({ text: "Told by phone", on_behalf_of: "bob" });
});

test("a facilitator fetches a host at one press, once", async () => {
  const fay = ann({ id: "fay", name: "Fay", role: "facilitator", leads: 7, table: 7, places: [["s1", 7]] });
  setOut(
    { hall: { ...cafe("s1"), ...step("s1", 0, round(), open()) }, person: fay, table: table("s1") },
    "facilitator",
  );
  seated();
  render(<Cafe />);
  const call = await screen.findByRole("button", { name: /Ask a host to come to table 7/ });
  fireEvent.click(call);
  await expect.poll(() => call.getAttribute("aria-disabled")).toBe("true");
  fireEvent.click(call);
  expect(sent()).toEqual([{ type: "help.ask", text: "Please come to table 7" }]);
});

test("who writes at the table is seen there", () => {
  sit();
  engine.listeners.weather({ stream: "table/7", here: {}, writing: { bob: true } });
  return expect
    .poll(() => screen.getByRole("list", { name: "Who sits here" }).textContent)
    .toContain("writing a note");
});
