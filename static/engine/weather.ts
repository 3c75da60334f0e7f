// Who is here and who is writing: never recorded, and the first to be dropped, so it is believed only for a while.
import { type Signal, signal } from "@preact/signals";
import type { Snapshot, Weather } from "../wire/frames";

/** "Is writing" without news is over after this long, in milliseconds. */
const FADES = 20_000;
/** Someone who has typed nothing for this long, in milliseconds, is not writing. */
const PAUSE = 5000;
/** While someone writes on, it is said again this often, in milliseconds. */
const REPEAT = 10_000;

type People = ReadonlySet<string>;

interface Sky {
  here: Signal<People>;
  writing: Signal<People>;
  /** Of everybody who writes: when that is not believed any more. */
  fades: Map<string, ReturnType<typeof setTimeout>>;
}

export interface Skies {
  here(at: string): People;
  writing(at: string): People;
  begin(snapshot: Snapshot): void;
  hear(weather: Weather): void;
  end(stream: string): void;
}

export function createSkies(): Skies {
  const skies = new Map<string, Sky>();

  function sky(at: string): Sky {
    const found = skies.get(at) ?? { here: signal(NOBODY), writing: signal(NOBODY), fades: new Map() };
    skies.set(at, found);
    return found;
  }

  function clear(at: string, people: People): void {
    const { here, writing, fades } = sky(at);
    for (const timer of fades.values()) clearTimeout(timer);
    fades.clear();
    here.value = people;
    writing.value = NOBODY;
  }

  function fade({ writing, fades }: Sky, person: string, on: boolean): void {
    clearTimeout(fades.get(person));
    fades.delete(person);
    if (!on) return;
    const over = () => {
      fades.delete(person);
      writing.value = changed(writing.value, { [person]: false });
    };
    fades.set(person, setTimeout(over, FADES));
  }

  return {
    here: (at) => sky(at).here.value,
    writing: (at) => sky(at).writing.value,
    begin: ({ stream, here }) => clear(stream, new Set(here)),
    end: (stream) => clear(stream, NOBODY),
    hear({ stream, here, writing }) {
      const over = sky(stream);
      over.here.value = changed(over.here.value, here);
      over.writing.value = changed(over.writing.value, writing);
      for (const [person, on] of Object.entries(writing)) fade(over, person, on);
    },
  };
}

export interface Fields {
  /** At every keystroke (true), and when it was saved (false): everybody sees that somebody writes in this field. */
  sayWritingAt(field: string, on: boolean): void;
  /** Whether somebody else writes in a field whose name begins so. Who it is, nobody is told. */
  someoneWritesAt(start: string): boolean;
}

/** How long this page takes what it hears of a field for the echo of its own writing, in milliseconds. */
const ECHO = 2000;

export function createFields(tell: (field: string, on: boolean) => void, heard: () => People): Fields {
  const says = new Map<string, (on: boolean) => void>();
  const own = signal<People>(NOBODY);

  function mark(field: string, on: boolean): void {
    own.value = changed(own.peek(), { [field]: on });
  }

  function make(field: string): (on: boolean) => void {
    let echo: ReturnType<typeof setTimeout> | undefined;
    return createSayWriting((on) => {
      clearTimeout(echo);
      if (on) mark(field, true);
      else echo = setTimeout(() => mark(field, false), ECHO);
      tell(field, on);
    });
  }

  return {
    sayWritingAt(field, on) {
      const say = says.get(field) ?? make(field);
      says.set(field, say);
      say(on);
    },
    someoneWritesAt: (start) =>
      [...heard()].some((field) => field.startsWith(start) && !own.value.has(field)),
  };
}

const NOBODY: People = new Set();

function changed(people: People, news: Record<string, boolean>): People {
  const now = new Set(people);
  for (const [person, on] of Object.entries(news)) {
    if (on) now.add(person);
    else now.delete(person);
  }
  return now;
}

/** Makes the function that screens call at every keystroke (true) and after sending (false). */
export function createSayWriting(tell: (on: boolean) => void): (on: boolean) => void {
  let saidAt: number | null = null;
  let pause: ReturnType<typeof setTimeout> | undefined;

  function say(on: boolean): void {
    saidAt = on ? Date.now() : null;
    tell(on);
  }

  return function sayWriting(on) {
    clearTimeout(pause);
    if (on) pause = setTimeout(() => sayWriting(false), PAUSE);
    if (on ? saidAt === null || Date.now() - saidAt > REPEAT : saidAt !== null) say(on);
  };
}
