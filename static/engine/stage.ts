// For tests of screens: this page's engine, with documents as a server would have sent them.
import type { StreamEvent } from "../wire/frames";
import type { Boot } from "./boot";
import { engine } from "./live";

/** Sets who this page belongs to, and all documents of each stream, by key: `{ hall: { cafe: {…}, "step/s1": {…} } }`. */
export function stage(who: Partial<Boot>, streams: Record<string, Record<string, unknown>>): void {
  Object.assign(engine.cafe, who);
  engine.listeners.welcome({
    protocol: 1,
    workshop: "stage",
    person: engine.cafe.person,
    role: engine.cafe.role,
    now: Date.now(),
    streams: Object.entries(streams).map(([stream, state]) => ({ stream, n: 0, state, here: [] })),
  });
}

let n = 0;

/** Something happens on a stream that {@link stage} named. */
export function happen(stream: string, event: Partial<StreamEvent>): void {
  n += 1;
  const whole = { n, type: "happened", at: Date.now(), put: {}, drop: [], clear: false, ...event };
  engine.listeners.events({ stream, from: 0, to: n, events: [{ ...whole, n }] });
}
