// The line to the server: opens it, keeps it, says how it is. What is said over it is others' business.
import { batch, type ReadonlySignal, signal } from "@preact/signals";
import type { Frame, Snapshot, Unfollow, Weather, Welcome } from "../wire/frames";
import { t } from "../words";
import type { Clock } from "./clock";

/** The version of the protocol that this page speaks. */
const PROTOCOL = 1;

// All in milliseconds.
/** How long an answer may take before it counts as none. */
const ANSWER = 10_000;
/** The same when there is doubt: a page that comes back into view may find its line dead. */
const DOUBT = 3000;
/** How often the clock is compared, and the line tried. */
const BEAT = 60_000;
/** How long it may take from the connection to the welcome. */
const GREETING = 15_000;
/** How long a welcome may have been on the way: nobody asked for it at a known time. */
const ON_THE_WAY = 1000;
/** How often the device's own clock is looked at, and by how much it may be off before the device has slept. */
const GLANCE = 2000;
const NAP = 8000;
const SHORT_PAUSE = 1000;
const LONGEST_PAUSE = 5000;

/** After so long nobody believes any more that the server is only starting again. */
const RESTART = 30_000;

/** Refusals at the door that pass. */
const PASSING = ["unavailable", "too-many"];

export type Phase = "connecting" | "connected" | "catching-up" | "reconnecting" | "refused" | "ended";

/** Why the line is down: it broke, or the server said so. */
export type Cause = "broken" | "restarting" | "slow" | "unavailable";

export interface Problem {
  code: string;
  message: string;
}

/** The server ends this connection on purpose: for good, or to be `again` there, perhaps in so many milliseconds. */
interface Bye extends Partial<Problem> {
  again?: boolean;
  again_in?: number | null;
}

/** As much of a Socket.IO client as is used here. */
export interface Socket {
  readonly connected: boolean;
  /** Whether it tries again by itself. */
  readonly active: boolean;
  readonly volatile: { emit(event: string, words: unknown): unknown };
  connect(): unknown;
  disconnect(): unknown;
  timeout(milliseconds: number): { emitWithAck(event: string, words: unknown): Promise<unknown> };
  // biome-ignore lint/suspicious/noExplicitAny: Socket.IO types what its listeners hear so.
  on(event: string, listener: (...words: any[]) => void): unknown;
}

/** What the server says. */
export interface Listeners {
  welcome(welcome: Welcome): void;
  events(frame: Frame): void;
  follow(snapshot: Snapshot): void;
  unfollow(unfollow: Unfollow): void;
  weather(weather: Weather): void;
}

interface Heard extends Listeners {
  connect(): void;
  connect_error(error: Error & { data?: Partial<Problem> }): void;
  disconnect(): void;
  bye(bye: Bye): void;
}

export interface Link {
  /** Once, when everyone listens. */
  open(): void;
  /** Asks the server. Rejects when the line is lost, or is silent for too long. */
  ask<T>(event: string, words: unknown): Promise<T>;
  /** Tells the server something that may get lost. */
  tell(event: string, words: unknown): void;
  readonly phase: ReadonlySignal<Phase>;
  readonly problem: ReadonlySignal<Problem | null>;
  /** Since when the line is down, by the server's clock. */
  readonly lostAt: ReadonlySignal<number | null>;
  readonly cause: ReadonlySignal<Cause>;
}

export function createLink(socket: Socket, clock: Clock, listeners: Listeners): Link {
  const phase = signal<Phase>("connecting");
  const problem = signal<Problem | null>(null);
  const lostAt = signal<number | null>(null);
  const cause = signal<Cause>("broken");
  let timer: ReturnType<typeof setTimeout> | undefined;
  let refusals = 0;

  function isOver(): boolean {
    return phase.peek() === "refused" || phase.peek() === "ended";
  }

  function end(how: "refused" | "ended", why: Problem): void {
    clearTimeout(timer);
    phase.value = how;
    problem.value = why;
    socket.disconnect();
  }

  function lost(): void {
    clearTimeout(timer);
    if (isOver()) return;
    lostAt.value ??= clock.now();
    phase.value = "reconnecting";
  }

  function reconnect(): void {
    clearTimeout(timer);
    if (isOver()) return;
    socket.disconnect();
    socket.connect();
  }

  function reconnectIn(pause: number): void {
    clearTimeout(timer);
    timer = setTimeout(reconnect, pause);
  }

  const heard: Heard = {
    ...listeners,
    connect() {
      if (phase.value === "reconnecting") phase.value = "catching-up";
      reconnectIn(GREETING);
    },
    disconnect() {
      lost();
      // The server closed this connection without a word: Socket.IO leaves it to us to come back.
      if (!isOver() && !socket.active) reconnectIn(jittered(SHORT_PAUSE));
    },
    connect_error({ data }) {
      lost();
      if (clock.now() - (lostAt.value ?? 0) > RESTART) cause.value = "broken";
      if (socket.active) return;
      const { code = "unavailable", message = "" } = data ?? {};
      if (!PASSING.includes(code)) return end("refused", { code, message });
      cause.value = causeOf(code);
      refusals += 1;
      reconnectIn(jittered(Math.min(LONGEST_PAUSE, SHORT_PAUSE * refusals)));
    },
    bye({ code = "ended", message = "", again = false, again_in = null }) {
      if (!again && again_in === null) return end("ended", { code, message });
      cause.value = causeOf(code);
      socket.disconnect();
      reconnectIn((again_in ?? 0) + jittered(SHORT_PAUSE));
    },
    welcome(welcome) {
      clearTimeout(timer);
      if (welcome.protocol !== PROTOCOL) return end("refused", outdated());
      refusals = 0;
      clock.measure(welcome.now, Date.now() - ON_THE_WAY, Date.now());
      batch(() => {
        listeners.welcome(welcome);
        phase.value = "connected";
        lostAt.value = null;
        cause.value = "broken";
      });
      void check(ANSWER);
    },
  };

  async function ask<T>(event: string, words: unknown): Promise<T> {
    // What is given to Socket.IO while the line is down would be sent later, and in another order.
    if (!socket.connected) throw new Error("The line is down.");
    try {
      return (await socket.timeout(ANSWER).emitWithAck(event, words)) as T;
    } catch (silence) {
      void check();
      throw silence;
    }
  }

  /** Compares the clocks. Where no answer comes, the line is dead, whatever the browser believes. */
  async function check(patience = DOUBT): Promise<void> {
    if (!socket.connected) return;
    const askedAt = Date.now();
    try {
      const { now } = (await socket.timeout(patience).emitWithAck("time", {})) as { now?: number };
      if (now === undefined) throw new Error("This connection is not known to the server.");
      clock.measure(now, askedAt, Date.now());
    } catch {
      if (socket.connected) reconnect();
    }
  }

  /** The device woke up, found a network or lost it. Nobody should sit out a pause that began before. */
  function wake(): void {
    if (document.hidden) return;
    if (socket.connected) void check();
    else if (lostAt.peek() !== null) reconnect();
  }

  let seen = Date.now();
  /** Not every system tells a page that it slept: a clock that jumps does. */
  function watch(): void {
    const jumped = Math.abs(Date.now() - seen - GLANCE);
    seen = Date.now();
    if (jumped > NAP) wake();
  }

  return {
    phase,
    problem,
    lostAt,
    cause,
    ask,
    tell: (event, words) => void (socket.connected && socket.volatile.emit(event, words)),
    open() {
      for (const [event, listener] of Object.entries(heard)) socket.on(event, listener);
      for (const event of ["visibilitychange", "resume"]) document.addEventListener(event, wake);
      for (const event of ["pageshow", "online", "offline"]) addEventListener(event, wake);
      setInterval(() => void check(ANSWER), BEAT);
      setInterval(watch, GLANCE);
      socket.connect();
    },
  };
}

/** Never the same for all: a thousand browsers must not come back in step. */
function jittered(milliseconds: number): number {
  return milliseconds * (0.5 + Math.random());
}

function causeOf(code: string): Cause {
  return code === "restarting" || code === "slow" || code === "unavailable" ? code : "broken";
}

function outdated(): Problem {
  return { code: "protocol", message: t("The café has been updated. Load this page again.") };
}
