// What people are writing and have not sent. Every keystroke is kept: a phone may end a page without a word.
import { effect, type Signal, signal } from "@preact/signals";
import type { Json, Shelf } from "./storage";

export interface DraftOf<T> {
  readonly text: Signal<T>;
  /** Back to how it began; nothing stays on this device. */
  clear(): void;
}

export interface Drafts {
  /** The draft of this name: the same one for everybody who asks. `start` is what it is when nothing is written. */
  draft<T extends Json = string>(key: string, start?: T): DraftOf<T>;
}

export function createDrafts(shelf: Shelf): Drafts {
  const open = new Map<string, DraftOf<Json>>();

  function make(key: string, start: Json): DraftOf<Json> {
    const text = signal<Json>((shelf.get(`draft:${key}`) as Json | undefined) ?? start);
    effect(() => keep(`draft:${key}`, text.value, start));
    return {
      text,
      clear() {
        text.value = start;
      },
    };
  }

  function keep(key: string, value: Json, start: Json): void {
    if (value === start) shelf.drop(key);
    else shelf.put(key, value);
  }

  shelf.onOther((key, value) => {
    const draft = key.startsWith("draft:") ? open.get(key.slice("draft:".length)) : undefined;
    // The tab in view is where the person writes: nobody takes the words from under their fingers.
    if (!draft || !document.hidden) return;
    if (value === undefined) draft.clear();
    else draft.text.value = value as Json;
  });

  return {
    draft<T extends Json = string>(key: string, start: T = "" as unknown as T) {
      const found = open.get(key) ?? make(key, start);
      open.set(key, found);
      return found as unknown as DraftOf<T>;
    },
  };
}
