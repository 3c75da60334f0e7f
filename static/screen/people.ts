import { cafe, here } from "../engine";
import { nt } from "../words";

/** How many are connected; this screen itself is nobody. */
export function peopleHere(): number {
  const all = here("hall");
  return all.size - (all.has(cafe.person) ? 1 : 0);
}

export function hereWords(): string {
  const n = peopleHere();
  return nt("%(n)s person is here", "%(n)s people are here", n);
}
