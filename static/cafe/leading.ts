// What only people who lead a table need. It comes when it is needed, and then stays.
import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { cafe } from "../engine";
import { me } from "./on";

export type Leading = typeof import("../facilitator");

/** The parts for those who lead a table; null for everyone else. */
export const leading = signal<Leading | null>(null);

/** Fetches them for a facilitator, or as soon as this person leads a table. */
export function useLeading(): void {
  useLeadingIf(cafe.role === "facilitator" || typeof me()?.leads === "number");
}

/** At a table without a facilitator anyone may do some of it. */
export function useLeadingIf(needed: boolean): void {
  useEffect(() => {
    if (needed && leading.value === null) fetchThem();
  }, [needed]);
}

/** Without the network there is nothing to fetch; the next step, or a reload, tries again. */
function fetchThem(): void {
  import("../facilitator").then(
    (found) => {
      leading.value = found;
    },
    () => undefined,
  );
}
