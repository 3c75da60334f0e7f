// What lies over the desk: a table, the list of people, somebody who is being moved. One thing at a time.
import { signal } from "@preact/signals";
import { afterDrawing } from "../cafe/focus";

export type Opened =
  | { what: "table"; no: number }
  | { what: "people" }
  | { what: "move"; person: string }
  | { what: "group"; person: string }
  | { what: "wishes" }
  | { what: "votes" };

/** The last of them is in front; closing it shows the one below again. */
export const opened = signal<readonly Opened[]>([]);

export function open(thing: Opened): void {
  opened.value = [...opened.value, thing];
}

export function close(): void {
  opened.value = opened.value.slice(0, -1);
  afterDrawing(stayInside);
}

/** What had focus before may be gone: then the thing that is in front now takes it. */
function stayInside(): void {
  if (document.activeElement !== document.body) return;
  const front = [...document.querySelectorAll<HTMLElement>("dialog h2")].pop();
  (front ?? document.getElementById("main"))?.focus();
}
