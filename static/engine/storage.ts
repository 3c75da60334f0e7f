// A shelf on this device. Where the browser allows none, memory stands in, and `works` says so.
import { type ReadonlySignal, signal } from "@preact/signals";

export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json | undefined };

export interface Shelf {
  /** The values under keys that start so, by the rest of the key, sorted. */
  all(start: string): Map<string, unknown>;
  get(key: string): unknown;
  put(key: string, value: unknown): void;
  drop(key: string): void;
  /** Tells what another tab of this browser has put there (or dropped: undefined). */
  onOther(listener: (key: string, value: unknown) => void): void;
  /** False once something could not be kept: it is safe only as long as this page is open. */
  readonly works: ReadonlySignal<boolean>;
}

/** A shelf whose keys all start with `name`. `storage` is null where the browser gives none. */
export function openShelf(name: string, storage: Storage | null): Shelf {
  const memory = new Map<string, string>();
  const works = signal(storage !== null);

  function kept(key: string): unknown {
    return parsed(memory.get(key) ?? attempt(() => storage?.getItem(key)));
  }

  function keep(key: string, words: string): void {
    memory.set(key, words);
    const done = attempt(() => {
      storage?.setItem(key, words);
      return storage !== null;
    });
    if (done) memory.delete(key);
    else works.value = false;
  }

  function keys(start: string): string[] {
    const stored = attempt(() => Object.keys(storage ?? {})) ?? [];
    return [...new Set([...stored, ...memory.keys()])].filter((key) => key.startsWith(start)).sort();
  }

  return {
    works,
    get: (key) => kept(name + key),
    put: (key, value) => keep(name + key, JSON.stringify(value)),
    all(start) {
      const whole = name + start;
      return new Map(keys(whole).map((key) => [key.slice(whole.length), kept(key)]));
    },
    drop(key) {
      memory.delete(name + key);
      attempt(() => storage?.removeItem(name + key));
    },
    onOther(listener) {
      addEventListener("storage", ({ key, newValue }) => {
        if (key?.startsWith(name)) listener(key.slice(name.length), parsed(newValue));
      });
    },
  };
}

/** The browser's storage, or null: a browser set to keep nothing throws at the mere mention of it. */
export function localShelf(): Storage | null {
  return attempt(() => localStorage) ?? null;
}

function attempt<T>(what: () => T): T | undefined {
  try {
    return what();
  } catch {
    return undefined;
  }
}

/** Undefined also for what nobody can read any more. */
function parsed(words: string | null | undefined): unknown {
  return words == null ? undefined : attempt(() => JSON.parse(words) as unknown);
}
