// What one person writes in one place that others write in too. Every keystroke is kept on this device; a pause saves
// it. Words that somebody else has overtaken stay here until this person has chosen.
import { effect, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { DraftOf, Json, Refused, Sent } from "../engine";
import { tellUnsaved } from "./unsaved";

/** Milliseconds without a keystroke after which it is saved. */
export const PAUSE = 1000;

export interface Place<T extends Json> {
  /** Tells this place from all others of its kind. */
  key: string;
  /** What everyone has. */
  read(): { value: T; version: number };
  write(value: T, was: number): Sent;
  /** As the server would keep it: blanks at the ends make no difference. */
  tidy(value: T): Json;
  /** Why it cannot be kept like this, in a sentence. */
  fault?(value: T): string | undefined;
}

export interface World {
  /** What is written: "report". Drafts begin with it. */
  name: string;
  draft(key: string, start: Json): DraftOf<Json>;
  /** True while something can be saved. */
  up: ReadonlySignal<boolean>;
  /** Lets go of a command that was refused. */
  discard(id: string): void;
  /** Others see that somebody writes in this place. */
  sayWriting?(key: string, on: boolean): void;
}

/** `wrong`: refused, or too long to be sent. `unsent`: kept on this device for now. */
export type Standing = "empty" | "saved" | "saving" | "unsent" | "overtaken" | "wrong";

export interface Pens {
  /** The pen of a place: the same one for everybody who asks. */
  of<T extends Json>(place: Place<T>): Pen<T>;
  /** How the places stand whose keys begin so. */
  standings(start: string): ReadonlySet<Standing>;
  /** Saves whatever waits for a pause, in all places: this page is left. */
  saveAll(): void;
  /** For tests: as after a reload. */
  layDown(): void;
}

export function createPens(world: World): Pens {
  const pens = new Map<string, Pen<Json>>();
  return {
    of<T extends Json>(place: Place<T>) {
      const found = pens.get(place.key) ?? (new Pen(world, place) as unknown as Pen<Json>);
      pens.set(place.key, found);
      return found as unknown as Pen<T>;
    },
    standings: (start) =>
      new Set([...pens].flatMap(([key, pen]) => (key.startsWith(start) ? [pen.standing] : []))),
    saveAll() {
      for (const pen of pens.values()) pen.save();
    },
    layDown() {
      for (const pen of pens.values()) pen.stop();
      pens.clear();
    },
  };
}

interface Unsaved<T> {
  text: T;
  /** The version that it goes on from. */
  was: number;
}

export class Pen<T extends Json> {
  private readonly kept: DraftOf<Json>;
  private readonly flight = signal(false);
  private readonly refusal = signal<string | undefined>(undefined);
  /** As this person spelled what is saved, so that no blank is taken from under their fingers. */
  private readonly spelled: Signal<{ text: T; version: number } | null> = signal(null);
  /** What this page has written, by the version it became: that overtakes nobody. */
  private readonly mine = new Map<number, T>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly end: () => void;
  private shownAt = 0;
  private left = false;

  constructor(
    private readonly world: World,
    private readonly place: Place<T>,
  ) {
    this.kept = world.draft(`${world.name}/${place.key}`, null);
    this.end = effect(() => this.wait());
  }

  /** What the field shows. */
  get text(): T {
    const unsaved = this.unsaved;
    if (unsaved) return unsaved.text;
    const { value, version } = this.place.read();
    const spelled = this.spelled.value;
    if (!spelled || spelled.version < version) return value;
    return spelled.version > version || this.same(spelled.text, value) ? spelled.text : value;
  }

  /** What somebody else wrote instead, until this person has chosen. */
  get theirs(): T | undefined {
    const unsaved = this.unsaved;
    const { value, version } = this.place.read();
    if (!unsaved || this.flight.value || this.same(unsaved.text, value)) return undefined;
    return version > this.seen(unsaved) ? value : undefined;
  }

  /** What is not right with it, in a sentence. */
  get wrong(): string | undefined {
    const unsaved = this.unsaved;
    return (unsaved && this.place.fault?.(unsaved.text)) ?? this.refusal.value;
  }

  get standing(): Standing {
    if (this.wrong !== undefined) return "wrong";
    if (this.theirs !== undefined) return "overtaken";
    if (this.flight.value) return "saving";
    if (this.unsaved) return "unsent";
    return this.place.read().version > 0 ? "saved" : "empty";
  }

  write(text: T): void {
    const { value, version } = this.place.read();
    const was = this.unsaved?.was ?? version;
    this.refusal.value = undefined;
    this.world.sayWriting?.(this.place.key, true);
    if (was === version && !this.flight.peek() && this.same(text, value)) this.settle(text, version);
    else this.keep({ text, was });
  }

  /** Without waiting for a pause. */
  save(): void {
    clearTimeout(this.timer);
    const unsaved = this.unsaved;
    if (!unsaved || this.flight.peek() || !this.world.up.peek()) return;
    if (this.theirs !== undefined || this.wrong !== undefined) return;
    const was = this.seen(unsaved);
    if (this.same(unsaved.text, this.place.read().value)) this.settle(unsaved.text, was);
    else this.send(unsaved.text, was);
  }

  /** Gives what this person had written, so that it can come back. */
  takeTheirs(): T {
    const mine = this.text;
    this.spelled.value = null;
    this.refusal.value = undefined;
    this.kept.clear();
    return mine;
  }

  keepMine(): void {
    const unsaved = this.unsaved;
    if (!unsaved) return;
    this.keep({ text: unsaved.text, was: this.place.read().version });
    this.save();
  }

  /** The place is on the screen until the returned function is called, which saves what waits. */
  show(): () => void {
    this.shownAt += 1;
    this.left = false;
    return () => {
      this.save();
      this.shownAt -= 1;
      this.left = this.shownAt === 0;
    };
  }

  stop(): void {
    clearTimeout(this.timer);
    this.end();
    tellUnsaved(this, false);
  }

  private get unsaved(): Unsaved<T> | null {
    return this.kept.text.value as Unsaved<T> | null;
  }

  private keep({ text, was }: Unsaved<T>): void {
    this.kept.text.value = { text, was };
  }

  /** Saves after a pause, and as soon as the line is back. What is wrong waits for another word. */
  private wait(): void {
    clearTimeout(this.timer);
    tellUnsaved(this, this.unsaved !== null);
    const idle = this.unsaved !== null && !this.flight.value && this.wrong === undefined;
    if (idle && this.world.up.value) this.timer = setTimeout(() => this.save(), PAUSE);
  }

  /** The version on which these words rest: what this person saw, or wrote since. */
  private seen({ was }: Unsaved<T>): number {
    const { value, version } = this.place.read();
    const mine = this.mine.get(version);
    return mine !== undefined && this.same(mine, value) ? version : was;
  }

  private send(text: T, was: number): void {
    this.flight.value = true;
    const sent = this.place.write(text, was);
    sent.done.then(
      () => this.saved(text, was),
      (refusal: Refused) => this.refused(sent.id, refusal),
    );
  }

  private saved(text: T, was: number): void {
    this.mine.set(was + 1, text);
    const unsaved = this.unsaved;
    if (unsaved && this.same(unsaved.text, text)) this.settle(unsaved.text, was + 1);
    else if (unsaved) this.keep({ text: unsaved.text, was: was + 1 });
    this.flight.value = false;
  }

  private settle(text: T, version: number): void {
    this.spelled.value = { text, version };
    this.kept.clear();
    this.world.sayWriting?.(this.place.key, false);
  }

  /** The words are in the draft; where nobody sees the place any more, they stay with what was refused. */
  private refused(id: string, { code, message }: Refused): void {
    if (code === "overtaken" || !this.left) this.world.discard(id);
    else this.kept.clear();
    if (code === "overtaken") this.step();
    else this.refusal.value = message;
    this.flight.value = false;
  }

  /** A version that never came to be, because the words were the same to the server, is none to rest on. */
  private step(): void {
    const unsaved = this.unsaved;
    const { version } = this.place.read();
    if (unsaved && unsaved.was > version) this.keep({ text: unsaved.text, was: version });
  }

  private same(one: T, other: T): boolean {
    return JSON.stringify(this.place.tidy(one)) === JSON.stringify(this.place.tidy(other));
  }
}
