// Names for what this browser sends: UUIDs of version 7 (RFC 9562), which sort in the order they were made.

let last = 0;
let count = 0;

/** A new id. `at` is milliseconds since 1970; ids of one page are ascending even when the clock goes back. */
export function newId(at: number = Date.now()): string {
  tick(Math.floor(at));
  const noise = crypto.getRandomValues(new Uint8Array(8));
  noise[0] = 0x80 | ((noise[0] ?? 0) & 0x3f);
  const hex = hexOf(last, 12) + hexOf(0x7000 | count, 4) + [...noise].map((byte) => hexOf(byte, 2)).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

/** Within one millisecond a 12-bit counter orders the ids; when it is full, the next millisecond is borrowed. */
function tick(at: number): void {
  count = at > last ? 0 : count + 1;
  last = Math.max(at, last);
  if (count > 0xfff) {
    count = 0;
    last += 1;
  }
}

function hexOf(number: number, digits: number): string {
  return number.toString(16).padStart(digits, "0");
}
