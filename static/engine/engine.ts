// The rooms of the engine, put together. What each does is in its own file.
import { batch, computed, type ReadonlySignal } from "@preact/signals";
import type { Snapshot } from "../wire/frames";
import type { Boot } from "./boot";
import { createClock } from "./clock";
import { createDrafts } from "./drafts";
import { lasting } from "./lasting";
import { askBeforeLeaving } from "./leaving";
import { createLink, type Listeners, type Phase, type Socket } from "./link";
import { createOutbox } from "./outbox";
import { createReading } from "./reading";
import type { Shelf } from "./storage";
import { createStreams } from "./streams";
import { createSync } from "./sync";
import { createFields, createSayWriting, createSkies } from "./weather";

/**
 * `waiting`: the line is up, and something has been on its way for more than a second.
 * `holding`: the line is up, and the server cannot keep anything for now: this device holds it.
 */
export type LinkState = Phase | "holding" | "waiting";

export type Engine = ReturnType<typeof createEngine>;

export function createEngine(cafe: Boot, shelf: Shelf, socket: Socket) {
  const clock = createClock();
  const streams = createStreams(() => cafe.person);
  const skies = createSkies();

  function take(snapshot: Snapshot): void {
    batch(() => {
      streams.take(snapshot, reading.isWanted(snapshot.stream));
      skies.begin(snapshot);
    });
  }

  function forget(stream: string): void {
    batch(() => {
      streams.forget(stream);
      skies.end(stream);
    });
  }

  const listeners: Listeners = {
    welcome({ streams: snapshots }) {
      streams.welcome(snapshots);
      snapshots.forEach(skies.begin);
      queueMicrotask(reading.askAgain); // the line counts as up when this is over
    },
    events: (frame) => sync.hear(frame),
    follow: take,
    unfollow: ({ stream }) => forget(stream),
    weather: skies.hear,
  };
  const link = createLink(socket, clock, listeners);
  const sync = createSync(streams, link, take, forget);
  const reading = createReading(streams, link.ask, forget);
  const outbox = createOutbox({
    shelf,
    up: computed(() => link.phase.value === "connected"),
    deliver: (command) => link.ask("command", command),
    shows: (kind, id) => streams.one(kind, id) !== undefined,
    now: clock.now,
  });
  const drafts = createDrafts(shelf);
  const fields = createFields(
    (at, on) => link.tell("writing", { on, at }),
    () => skies.writing("fields"),
  );
  askBeforeLeaving(shelf.works, () => outbox.hasUnsent() || drafts.hasUnsent());
  const catchingUp = lasting(sync.asking, 1000);
  const state: ReadonlySignal<LinkState> = computed(() => {
    if (link.phase.value !== "connected") return link.phase.value;
    if (outbox.holding.value) return "holding";
    if (catchingUp.value) return "catching-up";
    return outbox.late.value ? "waiting" : "connected";
  });

  return {
    cafe,
    listeners,
    ...streams,
    ...outbox,
    draft: drafts.draft,
    mark: drafts.mark,
    storageWorks: shelf.works,
    now: clock.now,
    link: state,
    linkProblem: link.problem,
    lostAt: link.lostAt,
    lostBy: link.cause,
    here: skies.here,
    writing: skies.writing,
    ...fields,
    sayWriting: createSayWriting((on) => link.tell("writing", { on })),
    followToo: reading.followToo,
    start: link.open,
  };
}
