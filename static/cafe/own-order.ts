// An order that is random for each person, but stays as it is: for one person it never jumps about.

const PRIME = 16777619;
const BASIS = 2166136261;

/** FNV-1a, 32 bits, over the UTF-16 units, mixed once more so that near ids lie far apart. */
function scattered(text: string): number {
  let hash = BASIS;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), PRIME);
  hash = Math.imul(hash ^ (hash >>> 15), 2246822507);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** The things in the order that belongs to `seed`. What comes or goes leaves the others where they are. */
export function ownOrder<T extends { id: string }>(things: readonly T[], seed: string): T[] {
  return things
    .map((thing) => ({ thing, place: scattered(seed + thing.id) }))
    .sort((a, b) => a.place - b.place || (a.thing.id < b.thing.id ? -1 : 1))
    .map(({ thing }) => thing);
}
