import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createFields, createSayWriting, createSkies } from "./weather";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("the sky over a stream is what was said, and what changed since", () => {
  const skies = createSkies();
  skies.begin({ stream: "table/7", n: 0, state: {}, here: ["ana", "ben"] });
  skies.hear({ stream: "table/7", here: { ben: false, cai: true }, writing: { ana: true } });
  expect([...skies.here("table/7")]).toEqual(["ana", "cai"]);
  expect([...skies.writing("table/7")]).toEqual(["ana"]);
  expect(skies.here("hall").size).toBe(0);
  skies.end("table/7");
  expect(skies.here("table/7").size).toBe(0);
  expect(skies.writing("table/7").size).toBe(0);
});

test("someone whose pausing was never heard of is not writing for ever", () => {
  const skies = createSkies();
  skies.hear({ stream: "table/7", here: {}, writing: { ana: true } });
  vi.advanceTimersByTime(19_000);
  expect(skies.writing("table/7").size).toBe(1);
  vi.advanceTimersByTime(2000);
  expect(skies.writing("table/7").size).toBe(0);
});

test("one who writes on keeps nobody else writing", () => {
  const skies = createSkies();
  skies.hear({ stream: "hall", here: {}, writing: { a: true, b: true } });
  vi.advanceTimersByTime(15_000);
  skies.hear({ stream: "hall", here: {}, writing: { b: true } });
  vi.advanceTimersByTime(6000);
  expect([...skies.writing("hall")]).toEqual(["b"]);
});

test("who writes in a field hears of others there, and not the echo of their own", () => {
  const skies = createSkies();
  const hears = (field: string, on: boolean) =>
    skies.hear({ stream: "fields", here: {}, writing: { [field]: on } });
  const fields = createFields(hears, () => skies.writing("fields"));
  fields.sayWritingAt("x/idea", true);
  expect([...skies.writing("fields")]).toEqual(["x/idea"]);
  expect(fields.someoneWritesAt("x/")).toBe(false);
  hears("x/owner", true);
  expect([fields.someoneWritesAt("x/owner"), fields.someoneWritesAt("y/")]).toEqual([true, false]);
  fields.sayWritingAt("x/idea", false);
  vi.advanceTimersByTime(2000);
  hears("x/idea", true);
  expect(fields.someoneWritesAt("x/idea")).toBe(true);
});

test("writing is said once, again after a while, and ended by a pause or by sending", () => {
  const said: boolean[] = [];
  const sayWriting = createSayWriting((on) => said.push(on));
  for (let stroke = 0; stroke < 100; stroke += 1) {
    sayWriting(true);
    vi.advanceTimersByTime(90);
  }
  expect(said).toEqual([true]);
  vi.advanceTimersByTime(1500);
  sayWriting(true);
  expect(said).toEqual([true, true]);
  vi.advanceTimersByTime(5000);
  expect(said).toEqual([true, true, false]);
  sayWriting(false);
  expect(said.length).toBe(3);
  sayWriting(true);
  sayWriting(false);
  vi.advanceTimersByTime(10_000);
  expect(said.slice(3)).toEqual([true, false]);
});
