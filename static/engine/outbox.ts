// What this person has done and the server has not yet promised to keep. It stays on this device until then.
import { computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import type { Commands } from "../wire/commands";
import type { Done, Refusal } from "../wire/frames";
import { newId } from "./ids";
import { byId, isKept, isMine, isPending, type Kept, refusedOne, restored } from "./kept";
import { lasting } from "./lasting";
import { lingers, MAKES } from "./lingering";
import { createPause } from "./pause";
import { excess, tooLarge } from "./size";
import type { Shelf } from "./storage";
import type { Kind } from "./streams";

export type Order = keyof Commands;
export type Fields<T extends Order> = Omit<Commands[T], "id" | "type">;

export interface Outgoing<T extends Order = Order> {
  id: string;
  type: T;
  command: Commands[T];
  /** Server milliseconds. */
  since: number;
  /** How often it was sent by this page. */
  tries: number;
  /** What a screen calls it. */
  label?: string;
}

export type RefusedOne = Outgoing & { code: string; message: string };

export interface Sent {
  id: string;
  /** Settles with the acknowledgement, or rejects with {@link Refused}. It may take hours: until the line is back. */
  done: Promise<Done>;
}

/** The server said no, for good. `message` is for the person. */
export class Refused extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = "Refused";
  }
}

export interface Outbox {
  send<T extends Order>(type: T, fields: Fields<T>, options?: { label?: string }): Sent;
  again(id: string, changes?: object): Sent;
  discard(id: string): void;
  /** For people to see: not acknowledged, or not in view yet. Oldest first. */
  readonly waiting: ReadonlySignal<readonly Outgoing[]>;
  readonly refused: ReadonlySignal<readonly RefusedOne[]>;
  /** True when something has been waiting for more than a second although the line is up. */
  readonly late: ReadonlySignal<boolean>;
  /** Whether there is something that the server has not taken. */
  hasUnsent(): boolean;
  /** True when the server has said for more than a second that it cannot keep anything for now. */
  readonly holding: ReadonlySignal<boolean>;
}

export interface World {
  shelf: Shelf;
  /** True while commands may be sent. */
  up: ReadonlySignal<boolean>;
  /** Rejects if no answer comes. */
  deliver(command: string): Promise<Done | Refusal>;
  /** Whether the document that a command makes is in view. */
  shows(kind: Kind, id: string): boolean;
  now(): number;
}

/** After so many silences in a row, a command lets the others go first. */
const PATIENCE = 3;
/** How long another tab of this person has for what it wrote, on a good line, before this one sends it; in milliseconds. */
const OTHERS = 5000;

interface Hopes {
  resolve(done: Done): void;
  reject(refused: Refused): void;
}

export function createOutbox({ shelf, up, deliver, shows, now }: World): Outbox {
  const kept = signal(restored(shelf));
  const hopes = new Map<string, Hopes>();
  const pause = createPause();
  const putOff = signal(false);
  let running = false;

  const queue = computed(() => [...kept.value.values()].filter(isMine));
  const late = lasting(
    computed(() => up.value && [...kept.value.values()].some(isPending)),
    1000,
  );
  const holding = lasting(
    computed(() => putOff.value && queue.value.length > 0),
    1000,
  );
  const waiting = computed(() =>
    [...kept.value.values()].filter((one) => !one.refusal && !inView(one)).sort(byId),
  );
  const refused = computed(() => [...kept.value.values()].flatMap(refusedOne).sort(byId));

  function inView({ type, id }: Kept): boolean {
    const kind = MAKES[type];
    return kind !== undefined && shows(kind, id);
  }

  function set(one: Kept): void {
    kept.value = new Map(kept.peek()).set(one.id, one);
  }

  function remove(id: string): void {
    const rest = new Map(kept.peek());
    if (rest.delete(id)) kept.value = rest;
  }

  function send<T extends Order>(type: T, fields: Fields<T>, options: { label?: string } = {}): Sent {
    const id = newId();
    const command = { ...fields, id, type } as unknown as Commands[T];
    const one: Kept = { id, type, command, since: now(), tries: 0, ...options };
    shelf.put(`out:${id}`, one);
    const done = new Promise<Done>((resolve, reject) => hopes.set(id, { resolve, reject }));
    done.catch(() => undefined); // what was refused stands in `refused`, even when no screen waits for it
    set(one);
    void run();
    return { id, done };
  }

  async function run(): Promise<void> {
    if (running) return;
    running = true;
    for (let next = queue.peek()[0]; next && up.peek(); next = queue.peek()[0]) await attempt(next);
    running = false;
  }

  /** One at a time: a later command must never overtake an earlier one that the server put off. */
  async function attempt(one: Kept): Promise<void> {
    const tried = { ...one, tries: one.tries + 1 };
    set(tried);
    const words = JSON.stringify(one.command);
    const over = excess(words);
    if (over > 0) return no(tried, tooLarge(over));
    const answer = await deliver(words).catch(() => null);
    if (answer !== null) putOff.value = isUnavailable(answer);
    if (answer === null) await silence(tried);
    else if (answer.ok) acked(tried, answer as Done);
    else await no(tried, answer as Refusal);
  }

  /** A lost line is nobody's fault; a command that gets no answer on a good line must not hold up the others. */
  async function silence(one: Kept): Promise<void> {
    if (!up.peek()) return;
    if (one.tries % PATIENCE === 0) {
      remove(one.id);
      set(one);
    }
    await pause.take(one.tries);
  }

  function acked(one: Kept, done: Done): void {
    shelf.drop(`out:${one.id}`);
    hopes.get(one.id)?.resolve(done);
    hopes.delete(one.id);
    set({ ...one, acked: true });
    const stays = lingers(one.type);
    if (stays > 0) setTimeout(() => remove(one.id), stays);
    else remove(one.id);
  }

  async function no(one: Kept, { again, code, message }: Refusal): Promise<void> {
    if (again) return pause.take(one.tries);
    const refusal = { code, message };
    shelf.put(`out:${one.id}`, { ...one, refusal });
    set({ ...one, refusal });
    hopes.get(one.id)?.reject(new Refused(code, message));
    hopes.delete(one.id);
  }

  function discard(id: string): void {
    shelf.drop(`out:${id}`);
    remove(id);
  }

  function again(id: string, changes: object = {}): Sent {
    const one = kept.peek().get(id);
    if (!one) throw new Error(`Nothing that was refused has the id ${id}.`);
    const { id: _id, type: _type, ...fields } = one.command;
    const sent = send(
      one.type,
      { ...fields, ...changes } as Fields<Order>,
      one.label ? { label: one.label } : {},
    );
    discard(id);
    return sent;
  }

  /** Another tab sends what it has written. Should it be gone, or cut off, it is for this one to do. */
  function leave(one: Kept): void {
    set({ ...one, elsewhere: true });
    setTimeout(() => void takeOver(one.id), OTHERS);
  }

  /** The other tab may do the same in this moment: sending an id twice is harmless, losing it is not. */
  function takeOver(id: string): void {
    const { elsewhere, ...one } = kept.peek().get(id) ?? {};
    if (!elsewhere || !up.peek() || !isKept(one)) return;
    set(one);
    void run();
  }

  shelf.onOther((key, value) => {
    if (!key.startsWith("out:")) return;
    const id = key.slice("out:".length);
    if (isKept(value)) leave(value);
    else if (!hopes.has(id)) remove(id);
  });

  effect(() => {
    if (!up.value) return;
    pause.end();
    void run();
    for (const one of kept.peek().values()) if (one.elsewhere) leave(one);
  });

  const hasUnsent = () => [...kept.peek().values()].some(({ acked }) => !acked);

  return { send, again, discard, waiting, refused, late, holding, hasUnsent };
}

/** The server cannot keep its promise for now: its disk is full, its database away. */
function isUnavailable(answer: Done | Refusal): boolean {
  return !answer.ok && "again" in answer && answer.again && answer.code === "unavailable";
}
