// How much of what only people can say is written.
import { all } from "../../engine";
import type { Day } from "../day";
import { isSlot, type Section, sectionsOf } from "./slots";
import { statementsOf } from "./statements";

export interface Written {
  /** Places with words in them, `of` how many there are. */
  some: number;
  of: number;
  statements: number;
}

export function writtenOf({ items }: Pick<Section, "items">): Written {
  const written = new Set(all("desk:passage").flatMap(({ part, text }) => (text ? [part] : [])));
  const slots = items.filter(isSlot);
  return {
    some: slots.filter(({ part }) => written.has(part)).length,
    of: slots.length,
    statements: items.flatMap((item) => (isSlot(item) ? [] : statementsOf(item.statements))).length,
  };
}

/** In the whole report. */
export function writtenIn(day: Day): Written {
  return writtenOf({ items: sectionsOf(day).flatMap(({ items }) => items) });
}
