import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createClock } from "./clock";
import { createLink, type Socket } from "./link";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const WELCOME = { protocol: 1, workshop: "w1", person: "ana", role: "host", now: 0, streams: [] } as const;

/** A line that may die without a word: what is asked then gets no answer, and nobody is told. */
class Line implements Socket {
  connected = false;
  active = false;
  dead = false;
  connects = 0;
  readonly told: string[] = [];
  readonly volatile = { emit: (event: string) => this.told.push(event) };
  // biome-ignore lint/suspicious/noExplicitAny: as the library types it.
  private readonly listeners = new Map<string, (...words: any[]) => void>();

  // biome-ignore lint/suspicious/noExplicitAny: as the library types it.
  on(event: string, listener: (...words: any[]) => void): void {
    this.listeners.set(event, listener);
  }

  hear(event: string, words?: object): void {
    this.listeners.get(event)?.(words);
  }

  connect(): void {
    this.active = true;
    this.connects += 1;
  }

  disconnect(): void {
    const was = this.connected;
    this.connected = false;
    this.active = false;
    if (was) this.hear("disconnect");
  }

  /** The connection is there; the welcome follows, unless this line stays silent. */
  answerConnect(greets = true): void {
    this.connected = true;
    this.hear("connect");
    if (greets) this.hear("welcome", WELCOME);
  }

  timeout(milliseconds: number) {
    const emitWithAck = (): Promise<unknown> =>
      new Promise((resolve, reject) => {
        if (this.dead) setTimeout(() => reject(new Error("timeout")), milliseconds);
        else resolve({ ok: true, now: Date.now() });
      });
    return { emitWithAck };
  }
}

const nobody = { welcome() {}, events() {}, follow() {}, unfollow() {}, weather() {} };

function opened() {
  const line = new Line();
  const link = createLink(line, createClock(), nobody);
  link.open();
  line.answerConnect();
  return { line, link };
}

test("a laptop that wakes up with a dead line gets a new one after three seconds", async () => {
  const { line, link } = opened();
  line.dead = true;
  document.dispatchEvent(new Event("visibilitychange"));
  await vi.advanceTimersByTimeAsync(2999);
  expect(link.phase.value).toBe("connected");
  await vi.advanceTimersByTimeAsync(1);
  expect(link.phase.value).toBe("reconnecting");
  expect(line.connects).toBe(2);
  line.dead = false;
  line.answerConnect();
  expect(link.phase.value).toBe("connected");
});

test("a laptop that wakes up with a live line keeps it", async () => {
  const { line, link } = opened();
  document.dispatchEvent(new Event("visibilitychange"));
  dispatchEvent(new Event("pageshow"));
  await vi.advanceTimersByTimeAsync(5000);
  expect(link.phase.value).toBe("connected");
  expect(line.connects).toBe(1);
});

test("a device that loses its network finds out at once whether the line is lost too", async () => {
  const { line, link } = opened();
  line.dead = true;
  dispatchEvent(new Event("offline"));
  await vi.advanceTimersByTimeAsync(3000);
  expect(link.phase.value).toBe("reconnecting");
});

test("a page that goes out of view asks nothing", async () => {
  const { line } = opened();
  line.dead = true;
  vi.spyOn(document, "hidden", "get").mockReturnValue(true);
  document.dispatchEvent(new Event("visibilitychange"));
  await vi.advanceTimersByTimeAsync(9000);
  expect(line.connects).toBe(1);
});

test("a dead line is found within a minute, even when nobody does anything", async () => {
  const { line, link } = opened();
  line.dead = true;
  await vi.advanceTimersByTimeAsync(60_000 + 10_000);
  expect(link.phase.value).toBe("reconnecting");
});

test("a question without an answer makes the line suspect", async () => {
  const { line, link } = opened();
  line.dead = true;
  const asked = link.ask("command", "{}").catch((silence: Error) => silence.message);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await asked).toBe("timeout");
  await vi.advanceTimersByTimeAsync(3000);
  expect(line.connects).toBe(2);
});

test("on a lost line nothing is asked or told: it would arrive later, in another order", async () => {
  const { line, link } = opened();
  line.disconnect();
  await expect(link.ask("command", "{}")).rejects.toThrow("The line is down.");
  link.tell("writing", { on: true });
  expect(line.told).toEqual([]);
});

test("between the connection and the welcome it is catching up; without a welcome it begins anew", async () => {
  const { line, link } = opened();
  line.disconnect();
  expect(link.phase.value).toBe("reconnecting");
  await vi.advanceTimersByTimeAsync(1500);
  expect(line.connects).toBe(2);
  line.answerConnect(false);
  expect(link.phase.value).toBe("catching-up");
  await vi.advanceTimersByTimeAsync(15_000);
  expect(line.connects).toBe(3);
});

test("while the line is down, coming back into view tries at once", () => {
  const { line } = opened();
  line.connected = false;
  line.active = true; // Socket.IO sits out one of its pauses
  line.hear("disconnect");
  expect(line.connects).toBe(1);
  document.dispatchEvent(new Event("visibilitychange"));
  expect(line.connects).toBe(2);
});

test("a laptop that sleeps without telling the page is found out by its clock", async () => {
  const { line, link } = opened();
  await vi.advanceTimersByTimeAsync(6000);
  line.dead = true;
  vi.setSystemTime(Date.now() + 20 * 60_000);
  await vi.advanceTimersByTimeAsync(2000 + 3000);
  expect(link.phase.value).toBe("reconnecting");
  expect(line.connects).toBe(2);
});

test("why the line is down is known until it is up again", async () => {
  const { line, link } = opened();
  line.hear("bye", { code: "slow", message: "It could not keep up.", again: true });
  expect([link.phase.value, link.cause.value]).toEqual(["reconnecting", "slow"]);
  await vi.advanceTimersByTimeAsync(1500);
  line.answerConnect();
  expect([link.phase.value, link.cause.value]).toEqual(["connected", "broken"]);
});

test("a server that starts again is awaited as long as it said, and then like any other", async () => {
  const { line, link } = opened();
  await vi.advanceTimersByTimeAsync(0); // the clocks are compared
  line.hear("bye", { code: "restarting", again_in: 2000 });
  await vi.advanceTimersByTimeAsync(2499);
  expect(line.connects).toBe(1);
  await vi.advanceTimersByTimeAsync(1001);
  expect(line.connects).toBe(2);
  line.hear("connect_error", {});
  expect(link.cause.value).toBe("restarting");
  await vi.advanceTimersByTimeAsync(30_000);
  line.hear("connect_error", {});
  expect(link.cause.value).toBe("broken");
});
