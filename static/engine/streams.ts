// What this browser has heard: for each stream its number, and its documents as they are now.
import { batch, computed, type ReadonlySignal, signal } from "@preact/signals";
import type { Documents } from "../wire/documents";
import type { Frame, Snapshot, StreamEvent } from "../wire/frames";
import { Pile } from "./pile";

export type Kind = keyof Documents;
export type Listener = (stream: string, event: StreamEvent) => void;

/** One stream. `n` is the last event heard; -1 while it is not followed. `reached` is the newest number seen. */
class Stream {
  n = -1;
  reached = -1;
  /** True while a host reads along, and did not get this stream on account of their own place. */
  asked = false;
  readonly followed = signal(false);
  private readonly piles = new Map<string, Pile>();

  pile(name: string): Pile {
    const found = this.piles.get(name) ?? new Pile();
    this.piles.set(name, found);
    return found;
  }

  keys(): string[] {
    return [...this.piles].flatMap(([name, pile]) => pile.ids().map((id) => (id ? `${name}/${id}` : name)));
  }

  put(docs: object): void {
    for (const [key, doc] of Object.entries(docs)) this.pile(nameOf(key)).put(idOf(key), doc);
  }

  drop(keys: readonly string[]): void {
    for (const key of keys) this.pile(nameOf(key)).drop(idOf(key));
  }

  play(event: StreamEvent): void {
    if (event.clear) this.drop(this.keys().filter((key) => !(key in event.put)));
    this.put(event.put);
    this.drop(event.drop);
  }

  /** Becomes what the snapshot says; returns the keys that were not there before. */
  become({ n, state }: Snapshot): string[] {
    const before = new Set(this.keys());
    this.drop([...before].filter((key) => !(key in state)));
    this.put(state);
    this.n = n;
    this.reached = n;
    this.followed.value = true;
    return Object.keys(state).filter((key) => !before.has(key));
  }

  forget(): void {
    this.drop(this.keys());
    this.n = -1;
    this.reached = -1;
    this.asked = false;
    this.followed.value = false;
  }
}

export interface Streams {
  one<K extends Kind>(kind: K, id?: string, at?: string): Documents[K] | undefined;
  all<K extends Kind>(kind: K, at?: string): readonly Documents[K][];
  /** What the server says on every connection: these streams and no others, but for those that a host asked for. */
  welcome(snapshots: readonly Snapshot[]): void;
  /** A stream as it is now; `asked` if it is one that a host asked for. */
  take(snapshot: Snapshot, asked?: boolean): void;
  /** Returns false if events before these are lacking: then nothing is taken from the frame. */
  hear(frame: Frame): boolean;
  forget(stream: string): void;
  /** Whether the server gives this stream without being asked. */
  isOwn(stream: string): boolean;
  /** The streams of which something is lacking, and the last number heard on each. */
  behind(): Record<string, number>;
  readonly missed: ReadonlySignal<ReadonlySet<string>>;
  seen(key: string): void;
  onEvent(listener: Listener): () => void;
}

/** `me` gives the id of the person this browser speaks for. */
export function createStreams(me: () => string): Streams {
  const streams = new Map<string, Stream>();
  const walls = signal<readonly string[]>([]);
  const missed = signal<ReadonlySet<string>>(new Set());
  const listeners = new Set<Listener>();
  const ownTable = ownTableOf(() => one("person:me")?.table, isFollowed);

  function stream(name: string): Stream {
    const found = streams.get(name) ?? new Stream();
    streams.set(name, found);
    return found;
  }

  function isFollowed(name: string): boolean {
    return stream(name).followed.value;
  }

  function followed(): [string, Stream][] {
    return [...streams].filter(([, { n }]) => n >= 0);
  }

  /** The open wall, rather than an old one that a host reads. */
  function openWall(): string | undefined {
    return walls.value.find((name) => !stream(name).asked) ?? walls.value[0];
  }

  function streamOf(kind: string, at: string | undefined): string | undefined {
    if (kind === "person") return `person/${me()}`;
    if (kind === "table") return at ?? ownTable.value;
    if (kind === "wall") return at ?? openWall();
    return kind;
  }

  function pile(kind: Kind, at: string | undefined): Pile | undefined {
    const [about = "", name = ""] = kind.split(":");
    const where = streamOf(about, at);
    return where === undefined ? undefined : stream(where).pile(name);
  }

  function one<K extends Kind>(kind: K, id = "", at?: string): Documents[K] | undefined {
    return pile(kind, at)?.one(id) as Documents[K] | undefined;
  }

  function become(snapshot: Snapshot, asked: boolean): string[] {
    const heard = stream(snapshot.stream);
    heard.asked = asked;
    const fresh = heard.become(snapshot);
    walls.value = followed().flatMap(([name]) => (name.startsWith("wall/") ? [name] : []));
    return fresh;
  }

  /** As {@link become}, after a time away: what came meanwhile, unless it is this person's own, is marked. */
  function comeBack(snapshot: Snapshot): void {
    const away = stream(snapshot.stream).n >= 0;
    const fresh = become(snapshot, false).filter((key) => !isBy(snapshot.state[key], me()));
    if (away) missed.value = new Set([...missed.value, ...fresh]);
  }

  function forget(name: string): void {
    stream(name).forget();
    walls.value = walls.value.filter((wall) => wall !== name);
  }

  function play(name: string, events: readonly StreamEvent[]): void {
    batch(() => {
      for (const event of events) stream(name).play(event);
    });
    for (const event of events) for (const listener of listeners) listener(name, event);
  }

  return {
    one,
    all: <K extends Kind>(kind: K, at?: string) =>
      (pile(kind, at)?.list.value ?? NONE) as readonly Documents[K][],
    missed,
    behind: () =>
      Object.fromEntries(followed().flatMap(([name, { n, reached }]) => (reached > n ? [[name, n]] : []))),
    isOwn: (name) => stream(name).n >= 0 && !stream(name).asked,
    take: (snapshot, asked = false) => batch(() => void become(snapshot, asked)),
    forget: (name) => batch(() => forget(name)),
    welcome(snapshots) {
      const named = new Set(snapshots.map(({ stream: name }) => name));
      batch(() => {
        for (const [name, { asked }] of followed()) if (!named.has(name) && !asked) forget(name);
        for (const snapshot of snapshots) comeBack(snapshot);
      });
    },
    hear({ stream: name, from, to, events }) {
      const heard = streams.get(name);
      if (!heard || heard.n < 0 || to <= heard.n) return true;
      heard.reached = Math.max(heard.reached, to);
      if (from > heard.n) return false;
      const fresh = events.filter(({ n }) => n > heard.n);
      heard.n = to;
      play(name, fresh);
      return true;
    },
    seen(key) {
      if (missed.peek().has(key)) missed.value = new Set([...missed.peek()].filter((other) => other !== key));
    },
    onEvent(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

const NONE: readonly never[] = [];

/** On a move, the old table stays in view until the new one is there: nothing flashes. */
function ownTableOf(
  seat: () => number | null | undefined,
  isFollowed: (name: string) => boolean,
): ReadonlySignal<string | undefined> {
  let before: string | undefined;
  return computed(() => {
    const no = seat();
    const name = no == null ? undefined : `table/${no}`;
    if (name !== undefined && before !== undefined && !isFollowed(name) && isFollowed(before)) return before;
    before = name;
    return name;
  });
}

function isBy(doc: unknown, person: string): boolean {
  return typeof doc === "object" && doc !== null && (doc as { by?: unknown }).by === person;
}

function nameOf(key: string): string {
  return key.split("/", 1)[0] ?? key;
}

function idOf(key: string): string {
  return key.slice(nameOf(key).length + 1);
}
