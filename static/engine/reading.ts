// A host reads along: streams that are followed because somebody looks at them, not on account of a place.
import type { Link } from "./link";
import type { Streams } from "./streams";

export interface Reading {
  followToo(stream: string): () => void;
  isWanted(stream: string): boolean;
  /** After a welcome: the server knows nothing any more of what was read before. */
  askAgain(): void;
}

export function createReading(streams: Streams, ask: Link["ask"], forget: (stream: string) => void): Reading {
  const readers = new Map<string, number>();

  function begin(stream: string): void {
    if (!streams.isOwn(stream)) void ask("follow", { stream }).catch(() => undefined); // the next welcome asks again
  }

  async function stop(stream: string): Promise<void> {
    readers.delete(stream);
    if (streams.isOwn(stream)) return;
    forget(stream);
    await ask("unfollow", { stream }).catch(() => undefined);
    if (!readers.has(stream)) forget(stream); // a snapshot may have been on its way
  }

  return {
    isWanted: (stream) => readers.has(stream),
    askAgain() {
      for (const stream of readers.keys()) begin(stream);
    },
    followToo(stream) {
      const before = readers.get(stream) ?? 0;
      readers.set(stream, before + 1);
      if (before === 0) begin(stream);
      let reads = true;
      return () => {
        const others = (readers.get(stream) ?? 0) - 1;
        if (reads && others > 0) readers.set(stream, others);
        else if (reads) void stop(stream);
        reads = false;
      };
    },
  };
}
