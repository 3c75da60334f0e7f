// How much fits into one message.

/** The largest message that the server takes, in bytes (live/door.py). A larger one would end the connection. */
export const MOST_BYTES = 64_000;
/** Room for the packet's kind and number, in bytes. */
const ENVELOPE = 40;

/** By how many bytes a command, as JSON, is too large to be sent; 0 when it fits. */
export function excess(command: string): number {
  const packet = new TextEncoder().encode(JSON.stringify(["command", command]));
  return Math.max(0, packet.length + ENVELOPE - MOST_BYTES);
}
