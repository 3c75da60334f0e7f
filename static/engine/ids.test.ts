import { expect, test } from "vitest";
import { newId } from "./ids";

test("an id is a UUID of version 7 that begins with its time", () => {
  const id = newId(1_800_000_000_000);
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(Number.parseInt(id.replace("-", "").slice(0, 12), 16)).toBe(1_800_000_000_000);
});

test("ids sort in the order they were made, many in one millisecond and with a clock that goes back", () => {
  const at = 1_900_000_000_000;
  const ids = Array.from({ length: 10_000 }, (_, n) => newId(n < 6000 ? at : at - n));
  expect(ids).toEqual([...ids].sort());
  expect(new Set(ids).size).toBe(ids.length);
});
