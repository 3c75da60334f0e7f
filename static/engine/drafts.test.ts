import { beforeEach, expect, test, vi } from "vitest";
import { createDrafts } from "./drafts";
import { openShelf } from "./storage";

beforeEach(() => localStorage.clear());

const open = () => createDrafts(openShelf("cafe:", localStorage));

test("a draft survives the page, after every keystroke", () => {
  open().draft("note/s3").text.value = "Half a sen";
  expect(open().draft("note/s3").text.value).toBe("Half a sen");
});

test("everyone who asks for a draft has the same one", () => {
  const drafts = open();
  drafts.draft("note/s3").text.value = "One";
  expect(drafts.draft("note/s3").text.value).toBe("One");
  expect(drafts.draft("note/s4").text.value).toBe("");
});

test("a draft may be more than text, and starts as it is told", () => {
  const start = { kind: null as string | null, text: "" };
  const draft = open().draft("note/s3", start);
  expect(draft.text.value).toEqual(start);
  draft.text.value = { kind: "helped", text: "Tea" };
  expect(open().draft("note/s3", start).text.value).toEqual({ kind: "helped", text: "Tea" });
});

test("clearing a draft leaves nothing on the device", () => {
  const draft = open().draft("note/s3");
  draft.text.value = "A secret";
  draft.clear();
  expect(draft.text.value).toBe("");
  expect(localStorage.length).toBe(0);
});

function otherTabWrites(value: string | null): void {
  const newValue = value === null ? null : JSON.stringify(value);
  dispatchEvent(new StorageEvent("storage", { key: "cafe:draft:note/s3", newValue }));
}

test("another tab's writing never replaces the words under somebody's fingers", () => {
  const draft = open().draft("note/s3");
  draft.text.value = "Mine";
  otherTabWrites("Theirs");
  expect(draft.text.value).toBe("Mine");
});

test("a tab out of view follows what is written in the other one", () => {
  const draft = open().draft("note/s3");
  vi.spyOn(document, "hidden", "get").mockReturnValue(true);
  otherTabWrites("Written over there");
  expect(draft.text.value).toBe("Written over there");
});

test("another tab's clearing takes nobody's words off the device", () => {
  const draft = open().draft("note/s3");
  draft.text.value = "Mine";
  localStorage.clear();
  otherTabWrites(null);
  expect(draft.text.value).toBe("Mine");
  expect(open().draft("note/s3").text.value).toBe("Mine");
});

test("unsent are words that somebody wrote: no kind, no blanks, nothing the page only remembers", () => {
  const drafts = open();
  const start = { kind: null as string | null, text: "" };
  const note = drafts.draft("note/s3", start).text;
  const name = drafts.draft<string>("name", "As it was").text;
  drafts.mark("told").text.value = "s1/7";
  note.value = { kind: "helped", text: " " };
  expect(drafts.hasUnsent()).toBe(false);
  note.value = { kind: "helped", text: "Tea" };
  expect(drafts.hasUnsent()).toBe(true);
  note.value = start;
  name.value = "Better";
  expect(drafts.hasUnsent()).toBe(true);
});
