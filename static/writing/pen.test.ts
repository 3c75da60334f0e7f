import { type Signal, signal } from "@preact/signals";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createDrafts } from "../engine/drafts";
import { Refused } from "../engine/outbox";
import { openShelf } from "../engine/storage";
import { createPens, PAUSE, type Pen, type Pens } from "./pen";
import { someUnsaved } from "./unsaved";

beforeEach(() => {
  localStorage.clear();
  vi.useFakeTimers();
});
afterEach(() => {
  for (const pens of laid.splice(0)) pens.layDown();
  vi.useRealTimers();
});

/** The pens of a test, to be laid down after it. */
const laid: Pens[] = [];

interface Field {
  pen: Pen<string>;
  pens: Pens;
  /** What stands there, as everybody sees it. */
  stands: Signal<{ value: string; version: number }>;
  /** What came to the server. */
  heard: [text: string, was: number][];
  up: Signal<boolean>;
  discarded: string[];
  /** That this person writes, or has stopped. */
  said: boolean[];
  /** The server takes the oldest, and says so; `told` is when everybody hears of it. */
  takes(told?: "before" | "later"): Promise<void>;
  refuses(code: string, message?: string): Promise<void>;
}

function field(value = "", version = 0): Field {
  const stands = signal({ value, version });
  const heard: Field["heard"] = [];
  const discarded: string[] = [];
  const said: boolean[] = [];
  const up = signal(true);
  const open: { text: string; yes: () => void; no: (why: Error) => void }[] = [];
  const pens = createPens({
    name: "blueprint",
    up,
    draft: createDrafts(openShelf("cafe:", localStorage)).draft,
    discard: (id) => discarded.push(id),
    sayWriting: (_field, on) => said.push(on),
  });
  laid.push(pens);
  const pen = pens.of<string>({
    key: "x/idea",
    read: () => stands.value,
    write(text, was) {
      heard.push([text, was]);
      const done = new Promise<never>((yes, no) => {
        open.push({ text, yes: yes as () => void, no });
      });
      return { id: `c${heard.length}`, done };
    },
    tidy: (text) => text.trim(),
    fault: (text) => (text.length > 40 ? "Too long." : undefined),
  });
  const settle = () => vi.advanceTimersByTimeAsync(0);
  return {
    ...{ pen, pens, stands, heard, up, discarded, said },
    async takes(told = "before") {
      const one = open.shift();
      const news = { value: one?.text.trim() ?? "", version: stands.value.version + 1 };
      if (told === "before") stands.value = news;
      one?.yes();
      await settle();
      if (told === "later") stands.value = news;
    },
    async refuses(code, message = "No.") {
      open.shift()?.no(new Refused(code, message));
      await settle();
    },
  };
}

const last = <T>(list: readonly T[]): T | undefined => list[list.length - 1];
const pause = () => vi.advanceTimersByTimeAsync(PAUSE);

test("a pause saves what was written, on what its writer saw", async () => {
  const { pen, heard, said, takes } = field("Old", 3);
  pen.write("N");
  await vi.advanceTimersByTimeAsync(PAUSE / 2);
  pen.write("New ");
  await vi.advanceTimersByTimeAsync(PAUSE / 2);
  expect(heard).toEqual([]);
  await pause();
  expect(heard).toEqual([["New ", 3]]);
  expect(pen.standing).toBe("saving");
  await takes();
  expect([pen.standing, pen.text, pen.theirs]).toEqual(["saved", "New ", undefined]);
  expect(said).toEqual([true, true, false]);
});

test.each(["before", "later"] as const)(
  "who writes on while it is saved overtakes nobody (told %s)",
  async (told) => {
    const { pen, heard, takes } = field();
    pen.write("Thursdays");
    await pause();
    pen.write("Thursdays without forms");
    await takes(told);
    expect(pen.theirs).toBeUndefined();
    await pause();
    expect(heard).toEqual([
      ["Thursdays", 0],
      ["Thursdays without forms", 1],
    ]);
    await takes(told);
    expect([pen.standing, pen.text]).toEqual(["saved", "Thursdays without forms"]);
  },
);

test("what somebody else wrote meanwhile is shown, and theirs can be taken", async () => {
  const { pen, stands, heard } = field("Old", 1);
  pen.write("Mine");
  stands.value = { value: "Theirs", version: 2 };
  await pause();
  expect(heard).toEqual([]);
  expect([pen.theirs, pen.text]).toEqual(["Theirs", "Mine"]);
  expect(pen.standing).toBe("overtaken");
  expect(pen.takeTheirs()).toBe("Mine");
  expect([pen.theirs, pen.text, pen.standing]).toEqual([undefined, "Theirs", "saved"]);
});

test("or mine is kept, and rests on theirs", async () => {
  const { pen, stands, heard, discarded, takes, refuses } = field("Old", 1);
  pen.write("Mine");
  await pause();
  stands.value = { value: "Theirs", version: 2 };
  await refuses("overtaken");
  expect(discarded).toEqual(["c1"]);
  expect([pen.theirs, pen.wrong]).toEqual(["Theirs", undefined]);
  pen.keepMine();
  expect(last(heard)).toEqual(["Mine", 2]);
  await takes();
  expect([pen.standing, pen.text, pen.theirs]).toEqual(["saved", "Mine", undefined]);
});

test("two who write the same do not get in each other’s way", async () => {
  const { pen, stands, heard } = field("", 0);
  pen.write("By Dilys");
  stands.value = { value: "By Dilys", version: 1 };
  expect(pen.theirs).toBeUndefined();
  await pause();
  expect(heard).toEqual([]);
  expect(pen.standing).toBe("saved");
});

test("without a line it waits on this device, and goes by itself", async () => {
  const { pen, up, heard } = field();
  up.value = false;
  pen.write("Kept");
  await pause();
  expect([heard, pen.standing]).toEqual([[], "unsent"]);
  up.value = true;
  await pause();
  expect(heard).toEqual([["Kept", 0]]);
});

test("what the server does not like is said where it was written, and not sent again until it changes", async () => {
  const { pen, heard, discarded, refuses } = field();
  pen.show();
  pen.write("Too long");
  await pause();
  await refuses("too-long", "The idea is too long by 3 characters.");
  await pause();
  expect([pen.wrong, pen.text, heard.length]).toEqual([
    "The idea is too long by 3 characters.",
    "Too long",
    1,
  ]);
  expect(discarded).toEqual(["c1"]);
  pen.write("Short");
  expect(pen.wrong).toBeUndefined();
  await pause();
  expect(last(heard)).toEqual(["Short", 0]);
});

test("words whose field is gone from the screen stay with what was refused", async () => {
  const { pen, discarded, refuses } = field();
  const hide = pen.show();
  pen.write("Too late");
  hide();
  await refuses("not-on", "The step is over.");
  expect(discarded).toEqual([]);
  expect(pen.text).toBe("");
});

test("the same words to the server, in another spelling, are no version to wait for", async () => {
  const { pen, stands, heard, takes, refuses } = field("A", 1);
  pen.write("A\u200e");
  await pause();
  await takes("later");
  stands.value = { value: "A", version: 1 };
  pen.write("A, and B");
  await pause();
  await refuses("overtaken");
  await pause();
  expect(last(heard)).toEqual(["A, and B", 1]);
});

test("what is too long to be kept is not sent", async () => {
  const { pen, heard } = field();
  pen.write("Much too long for a place that takes forty letters");
  await pause();
  expect([heard, pen.wrong, pen.standing]).toEqual([[], "Too long.", "wrong"]);
});

test("leaving the page saves at once, and words that stand already are not sent", () => {
  const { pen, pens, heard } = field("Before.", 1);
  pen.write("Before.  ");
  pens.saveAll();
  expect([heard, pen.text]).toEqual([[], "Before.  "]);
  pen.write("After.");
  pens.saveAll();
  expect(heard).toEqual([["After.", 1]]);
});

test("a reload finds what was not saved", async () => {
  const before = field("Before.", 1);
  before.pen.write("Half a sen");
  before.pens.layDown();
  const after = field("Before.", 1);
  expect(after.pen.text).toBe("Half a sen");
  await pause();
  expect([after.heard, before.heard]).toEqual([[["Half a sen", 1]], []]);
});

test("from the first letter until it is saved, the page knows that something is not", async () => {
  const { pen, takes } = field("Old", 1);
  expect(someUnsaved.value).toBe(false);
  pen.write("New");
  expect(someUnsaved.value).toBe(true);
  vi.advanceTimersByTime(PAUSE);
  await takes();
  expect(someUnsaved.value).toBe(false);
});
