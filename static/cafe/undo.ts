// What was just done and can be taken back. One thing at a time: the last.
import { signal } from "@preact/signals";

interface Deed {
  no: number;
  text: string;
  undo: () => void;
}

export const done = signal<Deed | null>(null);
let count = 0;

/** Offers the way back for a while. `text` says what was done: "The note was taken away." */
export function offerUndo(text: string, undo: () => void): void {
  count += 1;
  done.value = { no: count, text, undo };
}

export function forget(): void {
  done.value = null;
}
