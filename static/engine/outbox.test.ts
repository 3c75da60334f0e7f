import { type Signal, signal } from "@preact/signals";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Done, Refusal } from "../wire/frames";
import { createOutbox, type Outbox, Refused } from "./outbox";
import { MOST_BYTES } from "./size";
import { openShelf, type Shelf } from "./storage";

beforeEach(() => {
  localStorage.clear();
  vi.useFakeTimers();
});
afterEach(() => void vi.useRealTimers());

type Said = { id: string; type: string; text: string };

interface Server {
  /** What came to the server, in order. */
  heard: Said[];
  up: Signal<boolean>;
  /** Ids of the documents that the sender sees. */
  inView: Signal<ReadonlySet<string>>;
  /** Answers the oldest command that has no answer yet; undefined: the answer never comes. */
  answer(answer: Done | Refusal | undefined): Promise<void>;
}

const DONE: Done = { ok: true, n: 1 };
const NO: Refusal = {
  ok: false,
  code: "too-long",
  message: "This note is too long by 31 characters.",
  again: false,
};
const LATER: Refusal = { ok: false, code: "too-many", message: "That was too fast.", again: true };

function page(shelf: Shelf = openShelf("cafe:", localStorage), up = signal(true)): Server & { box: Outbox } {
  const open: ((answer: Done | Refusal | undefined) => void)[] = [];
  const heard: Said[] = [];
  const inView = signal<ReadonlySet<string>>(new Set());
  const box = createOutbox({
    shelf,
    up,
    deliver(command) {
      heard.push(JSON.parse(command) as Said);
      return new Promise((resolve, reject) =>
        open.push((answer) => (answer ? resolve(answer) : reject(new Error("no answer")))),
      );
    },
    shows: (_kind, id) => inView.value.has(id),
    now: Date.now,
  });
  async function answer(words: Done | Refusal | undefined): Promise<void> {
    open.shift()?.(words);
    await vi.advanceTimersByTimeAsync(0);
  }
  return { box, heard, up, inView, answer };
}

const note = (text: string) => ({ step: "s3", kind: "helped", text });
const last = <T>(list: readonly T[]): T | undefined => list[list.length - 1];
const texts = (list: readonly { command: object }[]) => list.map(({ command }) => (command as Said).text);

describe("sending", () => {
  test("a command waits until it is acknowledged", async () => {
    const { box, heard, answer } = page();
    const { id, done } = box.send(
      "note.edit",
      { note: "n1", kind: "helped", text: "Better" },
      { label: "A better note" },
    );
    expect(box.waiting.value).toMatchObject([{ id, type: "note.edit", tries: 1, label: "A better note" }]);
    expect(heard).toEqual([{ id, type: "note.edit", note: "n1", kind: "helped", text: "Better" }]);
    await answer(DONE);
    await expect(done).resolves.toEqual(DONE);
    expect(box.waiting.value).toEqual([]);
    expect(localStorage.length).toBe(0);
  });

  test("one at a time, in order", async () => {
    const { box, heard, answer } = page();
    for (const text of ["one", "two", "three"]) box.send("note.add", note(text));
    expect(texts(box.waiting.value)).toEqual(["one", "two", "three"]);
    expect(heard.length).toBe(1);
    for (let n = 0; n < 3; n += 1) await answer(DONE);
    expect(heard.map(({ text }) => text)).toEqual(["one", "two", "three"]);
  });

  test("nothing is sent while the line is down; then all of it, in order, with the same ids", async () => {
    const { box, heard, up, answer } = page();
    const ids = ["one", "two"].map((text) => box.send("note.add", note(text)).id);
    up.value = false;
    await answer(undefined); // the line was lost before the answer came
    box.send("note.add", note("three"));
    expect(heard.length).toBe(1);
    up.value = true;
    for (let n = 0; n < 3; n += 1) await answer(DONE);
    expect(heard.map(({ text }) => text)).toEqual(["one", "one", "two", "three"]);
    expect(heard.map(({ id }) => id).slice(0, 3)).toEqual([ids[0], ids[0], ids[1]]);
  });

  test("what the server puts off is sent again, later and later, and nothing overtakes it", async () => {
    const { box, heard, answer } = page();
    box.send("note.add", note("one"));
    box.send("note.add", note("two"));
    await answer(LATER);
    expect(heard.length).toBe(1);
    await vi.advanceTimersByTimeAsync(500);
    await answer(LATER);
    await vi.advanceTimersByTimeAsync(499);
    expect(heard.length).toBe(2);
    await vi.advanceTimersByTimeAsync(501);
    await answer(DONE);
    expect(heard.map(({ text }) => text)).toEqual(["one", "one", "one", "two"]);
    expect(box.refused.value).toEqual([]);
  });

  test("a line that is back ends every pause", async () => {
    const { box, heard, up, answer } = page();
    box.send("note.add", note("one"));
    for (let n = 0; n < 5; n += 1) {
      await answer(LATER);
      await vi.advanceTimersByTimeAsync(5000);
    }
    await answer(LATER);
    const before = heard.length;
    up.value = false;
    up.value = true;
    await vi.advanceTimersByTimeAsync(0);
    expect(heard.length).toBe(before + 1);
  });

  test("a command that never gets an answer lets the others go first, and is not given up", async () => {
    const { box, heard, answer } = page();
    box.send("note.add", note("odd"));
    box.send("note.add", note("two"));
    for (let n = 0; n < 3; n += 1) {
      await answer(undefined);
      await vi.advanceTimersByTimeAsync(5000);
    }
    expect(heard.map(({ text }) => text)).toEqual(["odd", "odd", "odd", "two"]);
    expect(texts(box.waiting.value)).toEqual(["odd", "two"]);
    await answer(DONE);
    expect(last(heard)?.text).toBe("odd");
  });
});

describe("refusals", () => {
  test("what is refused for good keeps its text, and does not stop the next", async () => {
    const { box, heard, answer } = page();
    const { id, done } = box.send("note.add", note("Far too long"));
    box.send("note.add", note("two"));
    await answer(NO);
    await expect(done).rejects.toEqual(new Refused(NO.code, NO.message));
    expect(box.refused.value).toMatchObject([
      { id, code: NO.code, message: NO.message, command: { text: "Far too long" } },
    ]);
    expect(texts(box.waiting.value)).toEqual(["two"]);
    expect(last(heard)?.text).toBe("two");
  });

  test("nobody has to wait for what becomes of a command", async () => {
    const { box, answer } = page();
    box.send("note.add", note("one")); // an unhandled rejection would fail this test
    await answer(NO);
    expect(box.refused.value.length).toBe(1);
  });

  test("again sends it under a new id, with what was changed", async () => {
    const { box, heard, answer } = page();
    const { id } = box.send("note.add", note("Far too long"), { label: "Your note" });
    await answer(NO);
    const next = box.again(id, { text: "Short" });
    expect(next.id).not.toBe(id);
    expect(last(heard)).toEqual({ id: next.id, type: "note.add", ...note("Short") });
    expect(box.refused.value).toEqual([]);
    expect(box.waiting.value).toMatchObject([{ label: "Your note" }]);
  });

  test("discarding leaves nothing on the device", async () => {
    const { box, answer } = page();
    const { id } = box.send("note.add", note("Far too long"));
    await answer(NO);
    box.discard(id);
    expect(box.refused.value).toEqual([]);
    expect(localStorage.length).toBe(0);
  });
});

describe("too large for one message", () => {
  const steps = Array.from({ length: 60 }, (_, no) => ({ title: `Step ${no}`, words: "“ä” ".repeat(500) }));
  const agenda = { title: "A day", steps } as unknown as Parameters<Outbox["send"]>[1];

  test("it is refused here, in words, and what comes after it goes", async () => {
    const { box, heard, answer } = page();
    const { id, done } = box.send("agenda.edit", agenda);
    box.send("note.add", note("two"));
    await expect(done).rejects.toMatchObject({ code: "too-large" });
    expect(box.refused.value).toMatchObject([{ id, code: "too-large" }]);
    expect(box.refused.value[0]?.message).toMatch(/^This is too long .* by \d+ characters\. Shorten/);
    expect(heard.map(({ text }) => text)).toEqual(["two"]);
    await answer(DONE);
  });

  test("what the last page could not send does not go round for ever", async () => {
    page(openShelf("cafe:", localStorage), signal(false)).box.send("agenda.edit", agenda);
    const { box, heard } = page();
    await vi.advanceTimersByTimeAsync(0);
    expect([heard, texts(box.waiting.value)]).toEqual([[], []]);
    expect(box.refused.value).toMatchObject([{ code: "too-large" }]);
  });

  test("the whole of what the server takes may be used", async () => {
    const { box, heard, answer } = page();
    box.send("note.add", note("x".repeat(MOST_BYTES - 400)));
    expect(heard.length).toBe(1);
    await answer(DONE);
    box.send("note.add", note("x".repeat(MOST_BYTES)));
    expect(heard.length).toBe(1);
  });
});

describe("a new page", () => {
  test("a page that is gone before the answer leaves its commands to the next, in order, with their ids", async () => {
    const first = page();
    const ids = ["one", "two", "three"].map((text) => first.box.send("note.add", note(text)).id);
    const second = page();
    expect(texts(second.box.waiting.value)).toEqual(["one", "two", "three"]);
    for (let n = 0; n < 3; n += 1) await second.answer(DONE);
    expect(second.heard.map(({ id }) => id)).toEqual(ids);
  });

  test("a refusal is still there after a reload, and is not sent again", async () => {
    const first = page();
    const { id } = first.box.send("note.add", note("Far too long"));
    await first.answer(NO);
    const second = page();
    expect(second.box.refused.value).toMatchObject([
      { id, message: NO.message, command: { text: "Far too long" } },
    ]);
    expect(second.heard).toEqual([]);
  });

  test("rubbish in the storage stops nothing", () => {
    localStorage.setItem("cafe:out:1", "{half");
    localStorage.setItem("cafe:out:2", "7");
    expect(page().box.waiting.value).toEqual([]);
  });

  test("without storage everything works as long as the page is open", async () => {
    const { box, answer } = page(openShelf("cafe:", null));
    const { done } = box.send("note.add", note("one"));
    await answer(DONE);
    await expect(done).resolves.toEqual(DONE);
  });
});

describe("two tabs", () => {
  /** As the browser does it: what one tab stores, every other tab is told. */
  function tell(key: string): void {
    dispatchEvent(new StorageEvent("storage", { key, newValue: localStorage.getItem(key) }));
  }

  test("what one tab could not send, the other sends; then both are rid of it", async () => {
    const offline = page(openShelf("cafe:", localStorage), signal(false));
    const other = page(openShelf("cafe:", localStorage));
    const { id } = offline.box.send("note.edit", { note: "n1", kind: "helped", text: "one" });
    tell(`cafe:out:${id}`);
    expect(texts(other.box.waiting.value)).toEqual(["one"]);
    await vi.advanceTimersByTimeAsync(5000);
    await other.answer(DONE);
    expect(other.box.waiting.value).toEqual([]);
    expect(localStorage.length).toBe(0);
  });

  test("what one tab is sending, the other leaves to it", async () => {
    const [one, other] = [page(), page()];
    const { id } = one.box.send("note.add", note("one"));
    tell(`cafe:out:${id}`);
    await vi.advanceTimersByTimeAsync(4999);
    await one.answer(DONE);
    tell(`cafe:out:${id}`);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(one.heard.length).toBe(1);
    expect(other.heard).toEqual([]);
    expect(other.box.waiting.value).toEqual([]);
  });

  test("what a closed tab has left is sent by the other, soon after the line is back", async () => {
    const other = page(openShelf("cafe:", localStorage), signal(false));
    const { id } = page(openShelf("cafe:", localStorage), signal(false)).box.send("note.add", note("one"));
    tell(`cafe:out:${id}`);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(other.heard).toEqual([]);
    other.up.value = true;
    await vi.advanceTimersByTimeAsync(4999);
    expect(other.box.late.value).toBe(true);
    await vi.advanceTimersByTimeAsync(1);
    expect(other.heard.map((said) => said.id)).toEqual([id]);
  });

  test("a tab hears that the other one was refused, and that it was discarded", async () => {
    const one = page();
    const other = page(openShelf("cafe:", localStorage), signal(false));
    const { id } = one.box.send("note.add", note("Far too long"));
    tell(`cafe:out:${id}`);
    expect(other.box.waiting.value.length).toBe(1);
    await one.answer(NO);
    tell(`cafe:out:${id}`);
    expect(other.box.refused.value).toMatchObject([{ id, message: NO.message }]);
    one.box.discard(id);
    tell(`cafe:out:${id}`);
    expect(other.box.refused.value).toEqual([]);
  });

  test("a tab waits for its own answer, although the other tab has it already", async () => {
    const one = page();
    const { id, done } = one.box.send("note.edit", { note: "n1", kind: "helped", text: "one" });
    localStorage.removeItem(`cafe:out:${id}`);
    tell(`cafe:out:${id}`);
    await one.answer(DONE);
    await expect(done).resolves.toEqual(DONE);
  });

  test("commands of two tabs never overwrite each other", () => {
    const up = signal(false);
    const [one, other] = [
      page(openShelf("cafe:", localStorage), up),
      page(openShelf("cafe:", localStorage), up),
    ];
    one.box.send("note.add", note("one"));
    other.box.send("note.add", note("two"));
    expect(texts(page(openShelf("cafe:", localStorage), up).box.waiting.value)).toEqual(["one", "two"]);
  });
});

describe("into view", () => {
  test("when the document comes before the acknowledgement, the note is not there twice", async () => {
    const { box, inView, answer } = page();
    const { id } = box.send("note.add", note("one"));
    inView.value = new Set([id]);
    expect(box.waiting.value).toEqual([]);
    await answer(DONE);
    expect(box.waiting.value).toEqual([]);
  });

  test("when the acknowledgement comes first, the note stays until its document is there", async () => {
    const { box, inView, answer } = page();
    const { id } = box.send("note.add", note("one"));
    await answer(DONE);
    await vi.advanceTimersByTimeAsync(900);
    expect(texts(box.waiting.value)).toEqual(["one"]);
    inView.value = new Set([id]);
    expect(box.waiting.value).toEqual([]);
  });

  test("but not for longer than a second: it may be shown elsewhere", async () => {
    const { box, answer } = page();
    box.send("note.add", note("one"));
    await answer(DONE);
    await vi.advanceTimersByTimeAsync(1000);
    expect(box.waiting.value).toEqual([]);
  });
});

describe("holding", () => {
  const FULL: Refusal = { ok: false, code: "unavailable", message: "The disk is full.", again: true };

  test("after a second of a server that cannot keep anything, until it takes something again", async () => {
    const { box, heard, answer } = page();
    box.send("note.add", note("one"));
    box.send("note.add", note("two"));
    await answer(FULL);
    expect(box.holding.value).toBe(false);
    for (let second = 0; second < 60; second += 1) {
      await vi.advanceTimersByTimeAsync(1000);
      await answer(FULL);
      expect(box.holding.value).toBe(true);
    }
    expect(texts(box.waiting.value)).toEqual(["one", "two"]);
    await vi.advanceTimersByTimeAsync(5000);
    await answer(DONE);
    expect(box.holding.value).toBe(false);
    expect(last(heard)?.text).toBe("two");
  });

  test("not for somebody who was only too fast", async () => {
    const { box, answer } = page();
    box.send("note.add", note("one"));
    for (let second = 0; second < 10; second += 1) {
      await answer(LATER);
      await vi.advanceTimersByTimeAsync(1000);
      expect(box.holding.value).toBe(false);
    }
  });
});

describe("unsent", () => {
  test("is what is under way or refused, until it is acknowledged or thrown away", async () => {
    const { box, answer } = page();
    expect(box.hasUnsent()).toBe(false);
    box.send("note.add", note("one"));
    expect(box.hasUnsent()).toBe(true);
    await answer(DONE);
    expect(box.hasUnsent()).toBe(false);
    const { id } = box.send("note.add", note("two"));
    await answer(NO);
    expect(box.hasUnsent()).toBe(true);
    box.discard(id);
    expect(box.hasUnsent()).toBe(false);
  });
});

describe("late", () => {
  test("only after a second with the line up", async () => {
    const { box, up, answer } = page();
    box.send("note.add", note("one"));
    await vi.advanceTimersByTimeAsync(999);
    expect(box.late.value).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(box.late.value).toBe(true);
    up.value = false;
    expect(box.late.value).toBe(false);
    up.value = true;
    await vi.advanceTimersByTimeAsync(1000);
    expect(box.late.value).toBe(true);
    await answer(undefined);
    await vi.advanceTimersByTimeAsync(5000);
    await answer(DONE);
    expect(box.late.value).toBe(false);
  });
});
