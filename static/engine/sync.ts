// Gaps heal themselves: where a number is missing, the server is asked for what came between.
import { type ReadonlySignal, signal } from "@preact/signals";
import type { Frame, Refusal, Snapshot, Synced } from "../wire/frames";
import type { Link } from "./link";
import type { Streams } from "./streams";

/** Before asking once more, in milliseconds: a server that cannot heal a gap is not to be stormed. */
const PAUSE = 1000;

export interface Sync {
  hear(frame: Frame): void;
  readonly asking: ReadonlySignal<boolean>;
}

export function createSync(
  streams: Streams,
  { ask, phase }: Link,
  take: (snapshot: Snapshot) => void,
  forget: (stream: string) => void,
): Sync {
  const asking = signal(false);

  async function heal(): Promise<void> {
    const behind = streams.behind();
    if (asking.peek() || Object.keys(behind).length === 0) return;
    asking.value = true;
    const answer = await ask<Synced | Refusal>("sync", { streams: behind }).catch(() => null);
    asking.value = false;
    if (answer?.ok) mend(answer as Synced);
    // Where the line is lost, a welcome heals everything.
    if (phase.peek() === "connected") setTimeout(() => void heal(), PAUSE);
  }

  function mend({ snapshots, frames, unfollowed }: Synced): void {
    snapshots.forEach(take);
    frames.forEach(streams.hear);
    unfollowed.forEach(forget);
  }

  return {
    asking,
    hear(frame) {
      if (!streams.hear(frame)) void heal();
    },
  };
}
