// What the host's console knows, read from the streams in one place.
import { all, here, now, one } from "../engine";
import { type Cafe, type Day, dayOf, seatedRound } from "./day";
import { type Call, type DeskTable, type Guest, type TableView, tableViews } from "./tables";

export interface House {
  cafe: Cafe;
  day: Day;
  /** The server's clock, ms. */
  now: number;
  tables: readonly DeskTable[];
  views: TableView[];
  /** Whether people have been given tables: from the first round on. */
  seated: boolean;
  /** Everyone who has not left: participants, facilitators, hosts and screens. */
  people: readonly Guest[];
  /** Who is connected. */
  here: ReadonlySet<string>;
  calls: readonly Call[];
}

/** Undefined until the first snapshot has come. */
export function readHouse(): House | undefined {
  const cafe = one("hall:cafe");
  if (cafe === undefined) return undefined;
  const seen = { tables: all("desk:table"), people: all("desk:person"), calls: all("desk:call"), now: now() };
  const day = dayOf(cafe, all("hall:step"));
  return {
    ...seen,
    cafe,
    day,
    seated: seatedRound(day) !== undefined,
    views: tableViews({ ...seen, size: cafe.table_size }),
    here: here("desk"),
  };
}

/** Everyone who takes a seat at tables, by name. */
export function guestsOf({ people }: House): Guest[] {
  return people
    .filter((person) => person.role === "participant" || person.role === "facilitator")
    .sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
}

export function participantsHere(house: House): Guest[] {
  return guestsOf(house).filter((person) => person.role === "participant" && house.here.has(person.id));
}

/** Here, but without a seat although the tables are laid. */
export function inLobby(house: House): Guest[] {
  if (!house.seated) return [];
  return participantsHere(house).filter((person) => person.table === null);
}

export function heldSeats(house: House): Guest[] {
  return guestsOf(house).filter((person) => person.table !== null && person.held_since !== null);
}

export function otherHosts(house: House, me: string): Guest[] {
  return house.people.filter(
    (person) => person.role === "host" && person.id !== me && house.here.has(person.id),
  );
}

/** How many screens a message to all shows on: everyone who is connected, projectors included. */
export function screens(house: House): number {
  return house.here.size;
}
