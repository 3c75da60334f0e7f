import { expect, test } from "vitest";
import { nt, t, timeOfDay } from "./words";

test("a name in the text is replaced by its value, however often it stands there", () => {
  expect(t("%(a)s and %(b)s and %(a)s", { a: "Ann", b: 2 })).toBe("Ann and 2 and Ann");
});

test("a name without a value stays as it is, and values are not read again", () => {
  expect(t("%(a)s %(b)s", { a: "%(b)s" })).toBe("%(b)s %(b)s");
});

test("one thing and several things are said differently", () => {
  const notes = (n: number) =>
    nt("%(n)s note at %(place)s", "%(n)s notes at %(place)s", n, { place: "table 7" });
  expect([notes(0), notes(1), notes(12)]).toEqual([
    "0 notes at table 7",
    "1 note at table 7",
    "12 notes at table 7",
  ]);
});

test("the time of day has two figures for the hour and the minute", () => {
  expect(timeOfDay(new Date(2026, 5, 12, 9, 5).getTime())).toBe("09:05");
});
