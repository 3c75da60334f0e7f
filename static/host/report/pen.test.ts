// The pen of one place, with a server that answers when it is told to.
import { signal } from "@preact/signals";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { discard, draft, link } from "../../engine";
import { layDown, PAUSE, type Pen, penOf, saveAll } from "./pen";

vi.mock("../../engine", async (original) => ({
  ...(await original<typeof import("../../engine")>()),
  link: signal("connected"),
  discard: vi.fn(),
}));

interface Written {
  value: string;
  was: number;
  ack: () => Promise<void>;
  refuse: (code: string) => Promise<void>;
}

const standing = signal({ value: "Before.", version: 1 });
const written: Written[] = [];
const line = link as unknown as { value: string };
let pen: Pen<string>;

/** Writes it down as the server would, unless somebody has overtaken it. */
function write(value: string, was: number) {
  let settle: { resolve: (done: { ok: true; n: number }) => void; reject: (refusal: Error) => void };
  const done = new Promise<{ ok: true; n: number }>((resolve, reject) => {
    settle = { resolve, reject };
  });
  written.push({
    ...{ value, was },
    async ack() {
      standing.value = { value: value.trim(), version: was + 1 };
      settle.resolve({ ok: true, n: 1 });
      await done;
    },
    async refuse(code) {
      settle.reject(Object.assign(new Error("No."), { code }));
      await done.catch(() => undefined);
    },
  });
  return { id: `c${written.length}`, done };
}

beforeEach(() => {
  vi.useFakeTimers();
  standing.value = { value: "Before.", version: 1 };
  line.value = "connected";
  pen = penOf<string>({
    ...{ key: "context", write, read: () => standing.value, tidy: (text: string) => text.trim() },
    fault: (text) => (text.length > 20 ? "Too long." : undefined),
  });
});
afterEach(() => {
  layDown();
  written.length = 0;
  draft("report/context", null).clear();
  vi.useRealTimers();
});

const pause = () => vi.advanceTimersByTime(PAUSE + 1);

test("a pause saves, once", async () => {
  pen.write("Before. A");
  pen.write("Before. And");
  expect(written).toEqual([]);
  pause();
  expect(written).toMatchObject([{ value: "Before. And", was: 1 }]);
  expect(pen.standing).toBe("saving");
  await written[0]?.ack();
  expect(pen.standing).toBe("saved");
  pause();
  expect(written).toHaveLength(1);
});

test("leaving saves at once, and words that stand already are not sent", () => {
  pen.write("Before.  ");
  pen.save();
  expect(written).toEqual([]);
  expect(pen.text).toBe("Before.  ");
  pen.write("After.");
  saveAll();
  expect(written).toMatchObject([{ value: "After.", was: 1 }]);
});

test("what is typed while it is being saved goes next, on top of it", async () => {
  pen.write("One");
  pause();
  pen.write("One two");
  pause();
  expect(written).toHaveLength(1);
  await written[0]?.ack();
  pause();
  expect(written[1]).toMatchObject({ value: "One two", was: 2 });
});

test("what another wrote meanwhile stops the saving, until this host has chosen", () => {
  pen.write("Mine.");
  standing.value = { value: "Theirs.", version: 2 };
  expect([pen.theirs, pen.standing]).toEqual(["Theirs.", "overtaken"]);
  pause();
  expect(written).toEqual([]);
  pen.keepMine();
  expect(written).toMatchObject([{ value: "Mine.", was: 2 }]);
});

test("a server that was told by another first says so, and nothing is lost", async () => {
  pen.write("Mine.");
  pen.save();
  standing.value = { value: "Theirs.", version: 2 };
  await written[0]?.refuse("overtaken");
  expect([pen.theirs, pen.text]).toEqual(["Theirs.", "Mine."]);
  expect(discard).toHaveBeenCalledWith("c1");
  expect(pen.takeTheirs()).toBe("Mine.");
  expect(pen.text).toBe("Theirs.");
});

test("without a line it waits, and goes when the line is back", () => {
  line.value = "reconnecting";
  pen.write("Later.");
  pause();
  expect([written.length, pen.standing]).toEqual([0, "unsent"]);
  line.value = "connected";
  pause();
  expect(written).toHaveLength(1);
});

test("what is refused, or cannot be kept, waits for another word", async () => {
  pen.write("Much too long for this place");
  pause();
  expect([written.length, pen.wrong]).toEqual([0, "Too long."]);
  pen.write("Short.");
  pause();
  await written[0]?.refuse("not-open");
  expect(pen.wrong).toBe("No.");
  pause();
  expect(written).toHaveLength(1);
  pen.write("Short!");
  pause();
  expect(written).toHaveLength(2);
});

test("a reload finds what was not saved", () => {
  pen.write("Half a sen");
  layDown();
  const again = penOf<string>({
    ...{ key: "context", write, read: () => standing.value, tidy: (text: string) => text },
    fault: () => undefined,
  });
  expect(again.text).toBe("Half a sen");
  pause();
  expect(written).toMatchObject([{ value: "Half a sen", was: 1 }]);
});
