// How much fits into one message.
import type { Refusal } from "../wire/frames";
import { nt } from "../words";

/** The largest message that the server takes, in bytes (live/door.py). A larger one would end the connection. */
export const MOST_BYTES = 64_000;
/** Room for the packet's kind and number, in bytes. */
const ENVELOPE = 40;

/** By how many bytes a command, as JSON, is too large to be sent; 0 when it fits. */
export function excess(command: string): number {
  const packet = new TextEncoder().encode(JSON.stringify(["command", command]));
  return Math.max(0, packet.length + ENVELOPE - MOST_BYTES);
}

/** The server would hang up on it without an answer, and again each time it came. */
export function tooLarge(over: number): Refusal {
  const message = nt(
    "This is too long to be sent in one piece, by %(n)s character. Shorten some of its words, then try again.",
    "This is too long to be sent in one piece, by %(n)s characters. Shorten some of its words, then try again.",
    over,
  );
  return { ok: false, code: "too-large", message, again: false };
}
