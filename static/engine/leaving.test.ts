import { signal } from "@preact/signals";
import { expect, test } from "vitest";
import { askBeforeLeaving } from "./leaving";

/** Whether the browser would ask before it closes this page. */
function asks(): boolean {
  const leaving = new Event("beforeunload", { cancelable: true });
  dispatchEvent(leaving);
  return leaving.defaultPrevented;
}

test("only where nothing is kept, and only while something is unsent, closing is asked about", () => {
  const kept = signal(true);
  let unsent = true;
  askBeforeLeaving(kept, () => unsent);
  expect(asks()).toBe(false);
  kept.value = false;
  expect(asks()).toBe(true);
  unsent = false;
  expect(asks()).toBe(false);
});
