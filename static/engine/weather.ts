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
  fades: ReturnType<typeof setTimeout> | undefined;
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
    const found = skies.get(at) ?? { here: signal(NOBODY), writing: signal(NOBODY), fades: undefined };
    skies.set(at, found);
    return found;
  }

  function clear(at: string, people: People): void {
    const { here, writing, fades } = sky(at);
    clearTimeout(fades);
    here.value = people;
    writing.value = NOBODY;
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
      clearTimeout(over.fades);
      over.fades = setTimeout(() => {
        over.writing.value = NOBODY;
      }, FADES);
    },
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
