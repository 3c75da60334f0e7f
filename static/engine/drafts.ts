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
  /** As {@link Drafts.draft}, for what a page should remember and nobody has written. */
  mark<T extends Json = string>(key: string, start?: T): DraftOf<T>;
  /** Whether words stand somewhere that have not been sent. */
  hasUnsent(): boolean;
}

interface Draft extends DraftOf<Json> {
  readonly start: Json;
  /** Onto the shelf, unless nothing is written. */
  keep(): void;
}

export function createDrafts(shelf: Shelf): Drafts {
  const open = new Map<string, Draft>();
  const written = new Set<Draft>();

  function make(key: string, start: Json): Draft {
    const text = signal<Json>((shelf.get(`draft:${key}`) as Json | undefined) ?? start);
    const keep = () => {
      if (text.value === start) shelf.drop(`draft:${key}`);
      else shelf.put(`draft:${key}`, text.value);
    };
    effect(keep);
    return {
      ...{ text, start, keep },
      clear() {
        text.value = start;
      },
    };
  }

  function find(key: string, start: Json): Draft {
    const found = open.get(key) ?? make(key, start);
    open.set(key, found);
    return found;
  }

  shelf.onOther((key, value) => {
    const draft = key.startsWith("draft:") ? open.get(key.slice("draft:".length)) : undefined;
    if (draft && document.hidden) follow(draft, value);
    // The tab in view is where the person writes: nobody takes the words from under their fingers, or off the shelf.
    else if (draft && value === undefined) draft.keep();
  });

  return {
    hasUnsent: () => [...written].some(({ text, start }) => hasWords(text.peek(), start)),
    mark: <T extends Json = string>(key: string, start: T = "" as unknown as T) =>
      find(key, start) as unknown as DraftOf<T>,
    draft<T extends Json = string>(key: string, start: T = "" as unknown as T) {
      const found = find(key, start);
      written.add(found);
      return found as unknown as DraftOf<T>;
    },
  };
}

function follow(draft: Draft, value: unknown): void {
  if (value === undefined) draft.clear();
  else draft.text.value = value as Json;
}

/** Of a draft with more to it than words, such as a kind, only the words count. */
function hasWords(value: Json, start: Json): boolean {
  if (value === start) return false;
  const words = typeof value === "object" && value !== null && "text" in value ? value["text"] : value;
  return typeof words !== "string" || words.trim() !== "";
}
