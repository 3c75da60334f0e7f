import { type Socket as Connection, Server } from "socket.io";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Frame, Snapshot } from "../wire/frames";
import { createEngine, type Engine } from "./engine";
import { createSocket } from "./socket";
import { openShelf } from "./storage";

const AHEAD = 3_600_000; // the server's clock, before this device's, in milliseconds

type Answer = (words: object) => void;

/** A server that speaks the protocol of the café, and does what the test says. */
class Cafe {
  readonly commands: { id: string; text: string }[] = [];
  readonly asked: [event: string, words: unknown][] = [];
  /** What follows when somebody comes to the door; by default they are let in. */
  door: (next: (error?: Error) => void) => void = (next) => next();
  streams: Snapshot[] = [];
  protocol = 1;
  come = 0;
  /** The code that stood in the address of each who came. */
  readonly codes: unknown[] = [];
  private readonly server: Server;

  constructor(transports: ("polling" | "websocket")[] = ["polling", "websocket"]) {
    this.server = new Server(0, { transports });
    this.server.use((_, next) => this.door(next));
    this.server.on("connection", (connection) => this.greet(connection));
  }

  get address(): string {
    return `http://localhost:${(this.server.httpServer.address() as { port: number }).port}`;
  }

  answer: (command: { id: string; text: string }, answer: Answer) => void = (_, answer) =>
    answer({ ok: true, n: 1 });
  sync: (answer: Answer) => void = () => {};

  private greet(connection: Connection): void {
    this.come += 1;
    const { code } = connection.handshake.query;
    this.codes.push(code);
    const now = Date.now() + AHEAD;
    const who = { workshop: "w1", person: "ana", role: "host" };
    connection.onAny((event: string, words: unknown) => this.asked.push([event, words]));
    connection.on("time", (_, answer: Answer) => answer({ ok: true, now: Date.now() + AHEAD }));
    connection.on("sync", (_, answer: Answer) => this.sync(answer));
    connection.on("command", (words: string, answer: Answer) => {
      const command = JSON.parse(words) as { id: string; text: string };
      this.commands.push(command);
      this.answer(command, answer);
    });
    connection.on("follow", ({ stream }: { stream: string }, answer: Answer) => {
      connection.emit("follow", { stream, n: 1, state: { "note/x": { id: "x" } }, here: [] });
      answer({ ok: true, n: 0 });
    });
    connection.on("unfollow", (_, answer: Answer) => answer({ ok: true, n: 0 }));
    connection.emit("welcome", { protocol: this.protocol, ...who, now, streams: this.streams });
  }

  asks(event: string): unknown[] {
    return this.asked.flatMap(([name, words]) => (name === event ? [words] : []));
  }

  tell(event: string, words: object): void {
    this.server.emit(event, words);
  }

  /** All lines break, as when a network is gone; nobody says goodbye. */
  breakLines(): void {
    for (const { conn } of this.server.sockets.sockets.values()) conn.transport.close();
  }

  /** The server ends all connections by itself. */
  sendAway(): void {
    this.server.disconnectSockets();
  }

  async close(): Promise<void> {
    await this.server.close();
  }
}

let cafe: Cafe;
let engine: Engine;
let hangUp: () => void;

beforeEach(() => {
  localStorage.clear();
  cafe = new Cafe();
});

afterEach(async () => {
  hangUp();
  await cafe.close();
});

function open(): void {
  const socket = createSocket("a-token", "KUPFER", cafe.address);
  hangUp = () => socket.disconnect();
  const boot = {
    code: "KUPFER",
    token: "a-token",
    role: "host",
    person: "ana",
    title: "",
    join_link: "",
    here: "",
  } as const;
  engine = createEngine(boot, openShelf("cafe:", localStorage), socket);
  engine.start();
}

async function until(what: () => boolean): Promise<void> {
  await vi.waitFor(() => expect(what()).toBe(true), { timeout: 10_000, interval: 10 });
}

const connected = () => until(() => engine.link.value === "connected");

function table(n: number, ...notes: string[]): Snapshot {
  const state = Object.fromEntries(notes.map((id) => [`note/${id}`, { id, by: null }]));
  return { stream: "table/7", n, state, here: ["ben"] };
}

function frame(from: number, ...notes: string[]): Frame {
  const events = notes.map((id, at) => {
    const put = { [`note/${id}`]: { id, by: null } };
    return { n: from + 1 + at, type: "note.added", at: 0, put, drop: [], clear: false };
  });
  return { stream: "table/7", from, to: from + notes.length, events };
}

const notes = () => engine.all("table:note", "table/7").map(({ id }) => id);
const add = (text: string) => engine.send("note.add", { step: "s3", kind: "helped", text });

describe("coming in", () => {
  test("the welcome brings documents, people and the clock", async () => {
    cafe.streams = [table(5, "a")];
    open();
    expect(engine.link.value).toBe("connecting");
    await connected();
    expect(notes()).toEqual(["a"]);
    expect([...engine.here("table/7")]).toEqual(["ben"]);
    await until(() => cafe.asks("time").length > 0);
    await until(() => Math.abs(engine.now() - Date.now() - AHEAD) < 100);
    expect(engine.lostAt.value).toBeNull();
  });

  test("where WebSockets are blocked, polling does", async () => {
    await cafe.close();
    cafe = new Cafe(["polling"]);
    open();
    await connected();
    expect(cafe.come).toBe(1);
  });

  test("a token that does not count is the end, in the server's words", async () => {
    const why = { code: "token", message: "This link is not for this café." };
    let knocked = 0;
    cafe.door = (next) => {
      knocked += 1;
      next(Object.assign(new Error(why.message), { data: { ok: false, again: false, ...why } }));
    };
    open();
    add("Kept");
    await until(() => engine.link.value === "refused");
    expect(engine.linkProblem.value).toEqual(why);
    dispatchEvent(new Event("online")); // even then it stays away
    expect(engine.waiting.value.length).toBe(1);
    expect(knocked).toBe(1);
  });

  test("a door that cannot be opened now is tried again", async () => {
    let knocked = 0;
    cafe.door = (next) => {
      knocked += 1;
      const data = { code: "unavailable", message: "The server is very busy." };
      next(knocked < 3 ? Object.assign(new Error(), { data }) : undefined);
    };
    open();
    await connected();
    expect(knocked).toBe(3);
  });

  test("a page that is too old for the server says so", async () => {
    cafe.protocol = 2;
    open();
    await until(() => engine.link.value === "refused");
    expect(engine.linkProblem.value?.message).toBe("The café has been updated. Load this page again.");
  });
});

describe("gaps", () => {
  test("what is lacking is asked for, once, and comes in order", async () => {
    cafe.streams = [table(5, "a"), { stream: "hall", n: 9, state: {}, here: [] }];
    cafe.sync = (answer) =>
      answer({ ok: true, now: 0, frames: [frame(5, "b", "c", "d")], snapshots: [], unfollowed: [] });
    open();
    await connected();
    cafe.tell("events", frame(6, "c"));
    cafe.tell("events", frame(7, "d"));
    await until(() => notes().length === 4);
    expect(notes()).toEqual(["a", "b", "c", "d"]);
    expect(cafe.asks("sync")).toEqual([{ streams: { "table/7": 5 } }]);
  });

  test("a snapshot heals as well, and a stream that is no longer mine is forgotten", async () => {
    cafe.streams = [table(5, "a"), { stream: "desk", n: 1, state: { "wish/w": { id: "w" } }, here: [] }];
    cafe.sync = (answer) =>
      answer({ ok: true, now: 0, frames: [], snapshots: [table(9, "z")], unfollowed: ["desk"] });
    open();
    await connected();
    expect(engine.all("desk:wish").length).toBe(1);
    cafe.tell("events", frame(8, "y"));
    await until(() => notes()[0] === "z");
    expect(engine.all("desk:wish")).toEqual([]);
    cafe.tell("events", frame(9, "after"));
    await until(() => notes().length === 2);
  });

  test("a gap that is not healed by the first answer is asked about again", async () => {
    cafe.streams = [table(5, "a")];
    let answers = 0;
    cafe.sync = (answer) => {
      answers += 1;
      const frames = answers === 1 ? [frame(5, "b")] : [frame(6, "c", "d")];
      answer({ ok: true, now: 0, frames, snapshots: [], unfollowed: [] });
    };
    open();
    await connected();
    cafe.tell("events", frame(7, "d"));
    await until(() => notes().length === 4);
    expect(cafe.asks("sync")).toEqual([{ streams: { "table/7": 5 } }, { streams: { "table/7": 6 } }]);
  });
});

describe("a line that breaks", () => {
  test("comes back by itself: what was not acknowledged goes again, in order, with the same ids", async () => {
    cafe.streams = [table(5, "a")];
    cafe.answer = () => {}; // committed or not: the answer is lost
    open();
    await connected();
    const ids = [add("one").id];
    await until(() => cafe.commands.length === 1);
    cafe.breakLines();
    await until(() => engine.link.value === "reconnecting");
    expect(engine.lostAt.value).toBeGreaterThan(Date.now() + AHEAD - 60_000);
    ids.push(add("two").id, add("three").id);
    expect(cafe.commands.length).toBe(1);
    cafe.answer = (_, answer) => answer({ ok: true, n: 1 });
    cafe.streams = [table(7, "a", "b")];
    await connected();
    await until(() => cafe.commands.length === 4);
    expect(cafe.commands.map(({ id }) => id)).toEqual([ids[0], ...ids]);
    expect([...engine.missed.value]).toEqual(["note/b"]);
    expect(engine.lostAt.value).toBeNull();
    await until(() => engine.waiting.value.length === 0);
  });

  test("comes back as well when the server ended it without a word", async () => {
    open();
    await connected();
    cafe.sendAway();
    await until(() => cafe.come === 2);
    await connected();
  });

  test("a device that finds a network again does not sit out the pause", async () => {
    open();
    await connected();
    cafe.breakLines();
    await until(() => engine.link.value === "reconnecting");
    dispatchEvent(new Event("online"));
    await connected();
    expect(cafe.come).toBe(2);
  });
});

describe("being sent away", () => {
  test("for good: the link has ended, and says why", async () => {
    open();
    await connected();
    cafe.tell("bye", { ok: false, code: "gone", message: "You have left this café.", again: false });
    await until(() => engine.link.value === "ended");
    expect(engine.linkProblem.value).toEqual({ code: "gone", message: "You have left this café." });
    dispatchEvent(new Event("online"));
    expect(engine.link.value).toBe("ended");
    expect(cafe.come).toBe(1);
  });

  test("while the server starts again: back in a while", async () => {
    open();
    await connected();
    cafe.tell("bye", { code: "restarting", again_in: 10 });
    await until(() => engine.link.value === "reconnecting");
    await connected();
    expect(cafe.come).toBe(2);
  });
});

describe("commands", () => {
  test("go as one string, and are refused in words", async () => {
    cafe.answer = (_, answer) =>
      answer({ ok: false, code: "empty", message: "The note is empty.", again: false });
    open();
    const { id, done } = add(" ");
    await expect(done).rejects.toMatchObject({ code: "empty", message: "The note is empty." });
    expect(cafe.commands).toEqual([{ id, type: "note.add", step: "s3", kind: "helped", text: " " }]);
    expect(engine.refused.value.length).toBe(1);
    expect(engine.link.value).toBe("connected");
  });

  test("the link says when something waits although the line is up", async () => {
    let say: Answer = () => {};
    cafe.answer = (_, answer) => {
      say = answer;
    };
    open();
    add("one");
    await until(() => engine.link.value === "waiting");
    say({ ok: true, n: 1 });
    await connected();
  });
});

describe("reading along", () => {
  test("a host hears a table on asking, again after every welcome, until nobody reads it", async () => {
    open();
    const stop = engine.followToo("table/9");
    const stopToo = engine.followToo("table/9");
    await until(() => engine.all("table:note", "table/9").length === 1);
    expect(cafe.asks("follow")).toEqual([{ stream: "table/9" }]);
    cafe.breakLines();
    await until(() => cafe.asks("follow").length === 2);
    await connected();
    stop();
    stop();
    expect(engine.all("table:note", "table/9").length).toBe(1);
    stopToo();
    expect(engine.all("table:note", "table/9")).toEqual([]);
    await until(() => cafe.asks("unfollow").length === 1);
  });

  test("what the server has given of its own accord is not asked for, nor given back", async () => {
    cafe.streams = [table(5, "a")];
    open();
    await connected();
    const stop = engine.followToo("table/7");
    stop();
    expect(notes()).toEqual(["a"]);
    expect([...cafe.asks("follow"), ...cafe.asks("unfollow")]).toEqual([]);
  });
});

test("says in the address which café it is for, also when it comes back", async () => {
  open();
  await until(() => cafe.come === 1);
  cafe.breakLines();
  await until(() => cafe.come === 2);
  expect(cafe.codes).toEqual(["KUPFER", "KUPFER"]);
});

test("the weather comes and goes: who writes, and that I do", async () => {
  cafe.streams = [table(5, "a")];
  open();
  await connected();
  engine.sayWriting(true);
  await until(() => cafe.asks("writing").length === 1);
  expect(cafe.asks("writing")).toEqual([{ on: true }]);
  cafe.tell("weather", { stream: "table/7", here: { cai: true }, writing: { ben: true } });
  await until(() => engine.writing("table/7").has("ben"));
  expect([...engine.here("table/7")]).toEqual(["ben", "cai"]);
  cafe.tell("unfollow", { stream: "table/7" });
  await until(() => engine.here("table/7").size === 0);
  expect(notes()).toEqual([]);
});
