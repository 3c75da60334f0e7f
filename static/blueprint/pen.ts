// What this person writes in one field that others write in too. Every keystroke is kept on this device; a pause
// saves it. Words that somebody else has overtaken stay here until this person has chosen.
import { effect, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { DraftOf, Json, Sent } from "../engine";
import type { Value } from "./experiments";

/** Milliseconds without a keystroke after which it is saved. */
export const PAUSE = 1000;

type Unsaved = { text: string | string[]; was: number };

export interface Place {
  /** Tells this field from all others. */
  key: string;
  read(): { value: Value; version: number };
  write(value: Value, was: number): Sent;
}

export interface Pen {
  /** What the field shows. */
  readonly text: Value;
  /** What somebody else wrote instead, until this person has chosen. */
  readonly theirs: Value | undefined;
  /** What the server did not like, in a sentence. */
  readonly wrong: string | undefined;
  /** Whether there is something that the server has not taken. */
  readonly unsaved: boolean;
  write(text: Value): void;
  /** Without waiting for a pause. */
  save(): void;
  takeTheirs(): void;
  keepMine(): void;
  /** The field is on a screen until the returned function is called: a refusal is said there. */
  show(): () => void;
}

export interface World {
  draft<T extends Json>(key: string, start: T): DraftOf<T>;
  /** True while something can be saved. */
  up: ReadonlySignal<boolean>;
  /** Lets go of a command that was refused. */
  discard(id: string): void;
  /** Others see that somebody writes in this field. */
  sayWriting(field: string, on: boolean): void;
}

export interface Pens {
  /** The pen of a field: the same one for everybody who asks. */
  of(place: Place): Pen;
  /** Whether any pen of the fields whose keys begin so is such a one. */
  any(of: string, is: (pen: Pen) => boolean): boolean;
}

export function createPens(world: World): Pens {
  const pens = new Map<string, Pen>();
  return {
    of(place) {
      const found = pens.get(place.key) ?? new FieldPen(world, place);
      pens.set(place.key, found);
      return found;
    },
    any: (of, is) => [...pens].some(([key, pen]) => key.startsWith(of) && is(pen)),
  };
}

class FieldPen implements Pen {
  private readonly kept: DraftOf<Unsaved | null>;
  private readonly flight = signal(false);
  private readonly fault = signal<string>();
  /** As this person spelled what is saved, so that no blank is taken from under their fingers. */
  private readonly spelled: Signal<{ text: Value; version: number } | null> = signal(null);
  /** What this page has written, by the version it became: that overtakes nobody. */
  private readonly mine = new Map<number, Value>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private shownAt = 0;

  constructor(
    private readonly world: World,
    private readonly place: Place,
  ) {
    this.kept = world.draft<Unsaved | null>(`pen/${place.key}`, null);
    effect(() => this.wait());
  }

  get text(): Value {
    const unsaved = this.kept.text.value;
    if (unsaved) return unsaved.text;
    const { value, version } = this.place.read();
    const spelled = this.spelled.value;
    if (!spelled || spelled.version < version) return value;
    return spelled.version > version || same(spelled.text, value) ? spelled.text : value;
  }

  get theirs(): Value | undefined {
    const unsaved = this.kept.text.value;
    const { value, version } = this.place.read();
    if (!unsaved || this.flight.value || same(unsaved.text, value)) return undefined;
    return version > this.seen(unsaved) ? value : undefined;
  }

  get wrong(): string | undefined {
    return this.fault.value;
  }

  get unsaved(): boolean {
    return this.kept.text.value !== null;
  }

  write(text: Value): void {
    const { value, version } = this.place.read();
    const was = this.kept.text.peek()?.was ?? version;
    this.fault.value = undefined;
    this.world.sayWriting(this.place.key, true);
    if (was === version && !this.flight.peek() && same(text, value)) this.settle(text, version);
    else this.kept.text.value = { text: plain(text), was };
  }

  save(): void {
    clearTimeout(this.timer);
    const unsaved = this.kept.text.peek();
    if (!unsaved || this.flight.peek() || !this.world.up.peek() || this.theirs !== undefined) return;
    const was = this.seen(unsaved);
    if (same(unsaved.text, this.place.read().value)) this.settle(unsaved.text, was);
    else this.send(unsaved.text, was);
  }

  takeTheirs(): void {
    this.spelled.value = null;
    this.kept.clear();
  }

  keepMine(): void {
    const unsaved = this.kept.text.peek();
    if (!unsaved) return;
    this.kept.text.value = { ...unsaved, was: this.place.read().version };
    this.save();
  }

  show(): () => void {
    this.shownAt += 1;
    return () => {
      this.save();
      this.shownAt -= 1;
    };
  }

  /** Saves after a pause, and as soon as the line is back. What was refused waits for another word. */
  private wait(): void {
    clearTimeout(this.timer);
    const idle = this.kept.text.value !== null && !this.flight.value && this.fault.value === undefined;
    if (idle && this.world.up.value) this.timer = setTimeout(() => this.save(), PAUSE);
  }

  /** The version on which these words rest: what this person saw, or wrote since. */
  private seen({ was }: Unsaved): number {
    const { value, version } = this.place.read();
    const mine = this.mine.get(version);
    return mine !== undefined && same(mine, value) ? version : was;
  }

  private send(text: Value, was: number): void {
    this.flight.value = true;
    const sent = this.place.write(text, was);
    sent.done.then(
      () => this.saved(text, was),
      (refusal: Error & { code?: string }) => this.refused(sent.id, refusal),
    );
  }

  private saved(text: Value, was: number): void {
    this.mine.set(was + 1, text);
    const unsaved = this.kept.text.peek();
    if (unsaved && same(unsaved.text, text)) this.settle(unsaved.text, was + 1);
    else if (unsaved) this.kept.text.value = { ...unsaved, was: was + 1 };
    this.flight.value = false;
  }

  private settle(text: Value, version: number): void {
    this.spelled.value = { text, version };
    this.kept.clear();
    this.world.sayWriting(this.place.key, false);
  }

  /** Where nobody sees the field any more, the words stay with what was refused. */
  private refused(id: string, { code, message }: Error & { code?: string }): void {
    if (code === "overtaken" || this.shownAt > 0) this.world.discard(id);
    else this.kept.clear();
    if (code === "overtaken") this.step();
    else this.fault.value = message;
    this.flight.value = false;
  }

  /** A version that never came to be, because the words were the same to the server, is none to rest on. */
  private step(): void {
    const unsaved = this.kept.text.peek();
    const { version } = this.place.read();
    if (unsaved && unsaved.was > version) this.kept.text.value = { ...unsaved, was: version };
  }
}

function plain(text: Value): string | string[] {
  return typeof text === "string" ? text : [...text];
}

/** Whether the server would keep the same. */
export function same(one: Value, other: Value): boolean {
  return spelling(one) === spelling(other);
}

function spelling(value: Value): string {
  return typeof value === "string" ? value.replace(/\s+/g, " ").trim() : [...value].sort().join("\n");
}
