// Finding somebody among everybody, and where they may be from.
import { one } from "../engine";
import type { Guest } from "./tables";

/** People whose name has the words in it, by name. Accents and capitals do not matter. */
export function found(people: readonly Guest[], words: string): Guest[] {
  const wanted = plain(words).split(" ").filter(Boolean);
  return people
    .filter((person) => person.role !== "screen")
    .filter((person) => wanted.every((word) => plain(person.name).includes(word)))
    .sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
}

/** The groups that this person is not from; the empty one is none. Nothing where the café knows no groups. */
export function groupsToChoose(person: Guest): string[] {
  const known = one("hall:cafe")?.groups ?? [];
  const all = known.length > 0 || person.group ? [...known, ""] : [];
  return all.filter((group) => group !== person.group);
}

function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
}
