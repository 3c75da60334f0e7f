// Which other host is writing, and where: whoever writes now, writes where they were saved last.
import { all, cafe, now, writing } from "../../engine";

/** What was saved longer ago than this, in milliseconds, says nothing of where somebody is. */
const FRESH = 120_000;

/** The names of the hosts who are writing at this moment, without this one. */
export function writers(): string[] {
  const busy = writing("desk");
  return all("desk:person").flatMap(({ id, name }) => (id !== cafe.person && busy.has(id) ? [name] : []));
}

/** Who is writing in this place. `key`: of a passage, or the id of a statement. */
export function writerAt(key: string): string | undefined {
  return writers().find((name) => lastPlaceOf(name) === key);
}

function lastPlaceOf(name: string): string | undefined {
  const places = [
    ...all("desk:passage").map(({ part, by, at }) => ({ key: part, by, at })),
    ...all("desk:statement").map(({ id, by, at }) => ({ key: id, by, at })),
  ];
  const own = places.filter(({ by, at }) => by === name && now() - at < FRESH);
  return own.sort((a, b) => b.at - a.at)[0]?.key;
}
