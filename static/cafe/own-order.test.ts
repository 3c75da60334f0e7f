import { expect, test } from "vitest";
import { ownOrder } from "./own-order";

const things = Array.from({ length: 40 }, (_, at) => ({ id: `n${at}` }));
const ids = (found: readonly { id: string }[]) => found.map(({ id }) => id);

test("everyone has their own order, and keeps it", () => {
  expect(ids(ownOrder(things, "ann"))).toEqual(ids(ownOrder([...things].reverse(), "ann")));
  expect(ids(ownOrder(things, "ann"))).not.toEqual(ids(ownOrder(things, "bob")));
});

test("what goes away leaves the others in their order", () => {
  const rest = things.filter(({ id }) => id !== "n7");
  expect(ids(ownOrder(rest, "ann"))).toEqual(ids(ownOrder(things, "ann")).filter((id) => id !== "n7"));
});

test("no place is anyone's by habit: over many people each thing comes first about equally often", () => {
  const four = things.slice(0, 4);
  const firsts = Array.from({ length: 400 }, (_, at) => ownOrder(four, `person-${at}`)[0]?.id);
  for (const { id } of four) expect(firsts.filter((first) => first === id).length).toBeGreaterThan(60);
});
