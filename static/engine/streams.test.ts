import { effect } from "@preact/signals";
import { describe, expect, test, vi } from "vitest";
import type { Frame, StreamEvent } from "../wire/frames";
import { createStreams } from "./streams";

const ME = "ana";

function note(id: string, by: string | null = null, text = "A note") {
  return { id, by, text, table: 7 };
}

function event(n: number, put: object = {}, more: Partial<StreamEvent> = {}): StreamEvent {
  return { n, type: "note.added", at: n, put, drop: [], clear: false, ...more };
}

function frame(stream: string, from: number, ...events: StreamEvent[]): Frame {
  return { stream, from, to: from + events.length, events };
}

function snapshot(stream: string, n: number, state: Record<string, unknown>) {
  return { stream, n, state, here: [] };
}

/** Ana at table 7, where there is one note. */
function seated() {
  const streams = createStreams(() => ME);
  streams.welcome([
    snapshot("hall", 3, { cafe: { title: "Café" }, "slot/s9/7": { table: 7 } }),
    snapshot(`person/${ME}`, 1, { me: { id: ME, table: 7 } }),
    snapshot("table/7", 5, { table: { no: 7 }, "note/a": note("a") }),
  ]);
  return streams;
}

const ids = (streams: ReturnType<typeof seated>) => streams.all("table:note").map(({ id }) => id);

describe("reading", () => {
  test("documents are found by kind and id, at one's own table, or elsewhere when asked", () => {
    const streams = seated();
    streams.take(snapshot("table/9", 1, { table: { no: 9 } }), true);
    expect(streams.one("hall:cafe")).toEqual({ title: "Café" });
    expect(streams.one("hall:slot", "s9/7")).toEqual({ table: 7 });
    expect(streams.one("table:table")).toEqual({ no: 7 });
    expect(streams.one("table:table", "", "table/9")).toEqual({ no: 9 });
    expect(streams.one("table:note", "nobody's")).toBeUndefined();
    expect(streams.all("desk:person")).toEqual([]);
  });

  test("whoever reads one document hears of that one alone", () => {
    const streams = seated();
    const drawn = vi.fn();
    effect(() => drawn(streams.one("table:note", "a")?.text));
    streams.hear(frame("table/7", 5, event(6, { "note/b": note("b") })));
    expect(drawn).toHaveBeenCalledTimes(1);
    streams.hear(frame("table/7", 6, event(7, { "note/a": note("a", null, "Better") })));
    expect(drawn).toHaveBeenLastCalledWith("Better");
  });

  test("a list is the same list until one of its documents changes", () => {
    const streams = seated();
    const before = streams.all("table:note");
    streams.hear(frame("table/7", 5, event(6, { table: { no: 7, link: "https://example.org" } })));
    expect(streams.all("table:note")).toBe(before);
    streams.hear(frame("table/7", 6, event(7, { "note/b": note("b") })));
    expect(streams.all("table:note")).not.toBe(before);
  });

  test("a frame is drawn once, however many events it holds", () => {
    const streams = seated();
    const drawn = vi.fn();
    effect(() => drawn(ids(streams)));
    const events = ["b", "c", "d"].map((id, at) => event(6 + at, { [`note/${id}`]: note(id) }));
    streams.hear(frame("table/7", 5, ...events));
    expect(drawn.mock.calls).toEqual([[["a"]], [["a", "b", "c", "d"]]]);
  });
});

describe("hearing", () => {
  test("put, drop and clear do what they say", () => {
    const streams = seated();
    streams.hear(frame("table/7", 5, event(6, { "note/b": note("b") }), event(7, {}, { drop: ["note/a"] })));
    expect(ids(streams)).toEqual(["b"]);
    streams.hear(frame("table/7", 7, event(8, { "note/c": note("c") }, { clear: true })));
    expect(ids(streams)).toEqual(["c"]);
    expect(streams.one("table:table")).toBeUndefined();
  });

  test("what was heard already is not heard again, whole frames and parts of frames", () => {
    const streams = seated();
    const heard: number[] = [];
    streams.onEvent((_, { n }) => heard.push(n));
    const late = frame("table/7", 5, event(6, { "note/b": note("b", null, "old") }));
    streams.hear(late);
    streams.hear(frame("table/7", 5, event(6, { "note/b": note("b", null, "odd") }), event(7)));
    streams.hear(late);
    expect(heard).toEqual([6, 7]);
    expect(streams.one("table:note", "b")?.text).toBe("old");
  });

  test("a frame after a gap changes nothing, and tells what is lacking", () => {
    const streams = seated();
    expect(streams.hear(frame("table/7", 6, event(7, { "note/c": note("c") })))).toBe(false);
    expect(ids(streams)).toEqual(["a"]);
    expect(streams.behind()).toEqual({ "table/7": 5 });
    streams.hear(frame("table/7", 5, event(6, { "note/b": note("b") }), event(7, { "note/c": note("c") })));
    expect(ids(streams)).toEqual(["a", "b", "c"]);
    expect(streams.behind()).toEqual({});
  });

  test("a stream that is not followed is not heard, before, between or after", () => {
    const streams = seated();
    expect(streams.hear(frame("table/8", 0, event(1, { "note/x": note("x") })))).toBe(true);
    streams.forget("table/7");
    expect(streams.hear(frame("table/7", 5, event(6, { "note/b": note("b") })))).toBe(true);
    expect(streams.all("table:note", "table/8")).toEqual([]);
    expect(ids(streams)).toEqual([]);
  });

  test("listeners find the state as it is after the frame, until they stop", () => {
    const streams = seated();
    const counts: number[] = [];
    const stop = streams.onEvent(() => counts.push(ids(streams).length));
    streams.hear(frame("table/7", 5, event(6, { "note/b": note("b") }), event(7, { "note/c": note("c") })));
    stop();
    streams.hear(frame("table/7", 7, event(8)));
    expect(counts).toEqual([3, 3]);
  });
});

describe("moving", () => {
  test("the old table stays in view until the new one is there", () => {
    const streams = seated();
    const drawn: unknown[] = [];
    effect(() => {
      drawn.push(streams.one("table:table")?.no);
    });
    streams.hear(frame(`person/${ME}`, 1, event(2, { me: { id: ME, table: 9 } })));
    streams.take(snapshot("table/9", 4, { table: { no: 9 } }));
    streams.forget("table/7");
    expect(drawn).toEqual([7, 9]);
  });

  test("whoever has no seat has no table, at once", () => {
    const streams = seated();
    streams.hear(frame(`person/${ME}`, 1, event(2, { me: { id: ME, table: null } })));
    expect(streams.one("table:table")).toBeUndefined();
  });

  test("the open wall is meant, not the old one that a host reads", () => {
    const streams = seated();
    streams.take(snapshot("wall/s3", 1, { "theme/old": { id: "old" } }), true);
    expect(streams.all("wall:theme").map(({ id }) => id)).toEqual(["old"]);
    streams.take(snapshot("wall/s7", 1, { "theme/new": { id: "new" } }));
    expect(streams.all("wall:theme").map(({ id }) => id)).toEqual(["new"]);
    expect(streams.all("wall:theme", "wall/s3").map(({ id }) => id)).toEqual(["old"]);
    streams.forget("wall/s7");
    expect(streams.all("wall:theme").map(({ id }) => id)).toEqual(["old"]);
  });
});

describe("coming back", () => {
  function back(streams: ReturnType<typeof seated>, notes: Record<string, unknown>): void {
    streams.welcome([
      snapshot("hall", 4, { cafe: { title: "Café" } }),
      snapshot(`person/${ME}`, 1, { me: { id: ME, table: 7 } }),
      snapshot("table/7", 8, { table: { no: 7 }, ...notes }),
    ]);
  }

  test("the server's word replaces everything", () => {
    const streams = seated();
    back(streams, { "note/b": note("b") });
    expect(ids(streams)).toEqual(["b"]);
    expect(streams.one("hall:slot", "s9/7")).toBeUndefined();
    streams.hear(frame("table/7", 8, event(9, { "note/c": note("c") })));
    expect(ids(streams)).toEqual(["b", "c"]);
  });

  test("what others made meanwhile is marked until it is seen; one's own is not", () => {
    const streams = seated();
    expect(streams.missed.value.size).toBe(0);
    back(streams, {
      "note/a": note("a", null, "Changed"),
      "note/b": note("b", "ben"),
      "note/m": note("m", ME),
    });
    expect([...streams.missed.value]).toEqual(["note/b"]);
    streams.seen("note/b");
    expect(streams.missed.value.size).toBe(0);
  });

  test("a table that is new to this browser has not been missed", () => {
    const streams = seated();
    streams.welcome([snapshot("table/9", 2, { "note/x": note("x") })]);
    expect(streams.missed.value.size).toBe(0);
    expect(streams.isOwn("table/7")).toBe(false);
  });

  test("what a host reads along stays in view until the server sends it again", () => {
    const streams = seated();
    streams.take(snapshot("table/9", 2, { "note/x": note("x") }), true);
    back(streams, {});
    expect(streams.all("table:note", "table/9").map(({ id }) => id)).toEqual(["x"]);
  });
});
