// Tables at a glance: who is here, who is away, who leads, and what needs the host.
import type { Documents } from "../wire/documents";

export type DeskTable = Documents["desk:table"];
export type Guest = Documents["desk:person"];
export type Call = Documents["desk:call"];

/** How long a facilitator may be gone before the host hears of it, and before a deputy is suggested, ms. */
export const LEAD_AWAY = 30_000;
export const DEPUTY_DUE = 120_000;

export interface TableView {
  no: number;
  table: DeskTable;
  /** Participants who are here, whose seat is held, and how many seats are free. */
  here: Guest[];
  held: Guest[];
  free: number;
  lead: Guest | undefined;
  /** How long the facilitator has been gone, ms; undefined while here. */
  leadAway: number | undefined;
  /** Calls that nobody has answered, oldest first. */
  calls: Call[];
}

interface Seen {
  tables: readonly DeskTable[];
  people: readonly Guest[];
  calls: readonly Call[];
  /** The planned size of a table. */
  size: number;
  now: number;
}

/** The tables that are in use, by number. */
export function tableViews(seen: Seen): TableView[] {
  const byId = new Map(seen.people.map((person) => [person.id, person]));
  return seen.tables
    .filter((table) => table.people.length > 0 || table.facilitator !== null)
    .map((table) => tableView(table, byId, seen))
    .sort((a, b) => a.no - b.no);
}

function tableView(table: DeskTable, byId: Map<string, Guest>, { calls, size, now }: Seen): TableView {
  const lead = table.facilitator === null ? undefined : byId.get(table.facilitator);
  const seated = table.people.filter((id) => id !== table.facilitator).flatMap((id) => byId.get(id) ?? []);
  const here = seated.filter((person) => person.held_since === null);
  return {
    no: table.no,
    table,
    here,
    held: seated.filter((person) => person.held_since !== null),
    free: Math.max(0, size - seated.length),
    lead,
    leadAway: lead && lead.held_since !== null ? now - lead.held_since : undefined,
    calls: unanswered(calls).filter((call) => call.table === table.no),
  };
}

export function unanswered(calls: readonly Call[]): Call[] {
  return calls.filter((call) => call.answered_by === null).sort((a, b) => a.at - b.at);
}

/** Everyone with a seat at it, the facilitator included. */
export function seatedAt(view: TableView): number {
  return view.table.people.length;
}

/** Only one participant is left at it. */
export function isLonely(view: TableView): boolean {
  return view.here.length === 1;
}

/** Where someone could be moved: the fewest people first, but never to where they would be alone. */
export function emptiest(views: readonly TableView[], not: number): TableView | undefined {
  return views
    .filter((view) => view.no !== not && view.here.length > 0)
    .sort((a, b) => filled(a) - filled(b) || a.no - b.no)[0];
}

function filled(view: TableView): number {
  return view.here.length + view.held.length;
}

/** Facilitators who are here and lead no table: deputies. Those who sit nowhere come first. */
export function deputies(
  people: readonly Guest[],
  tables: readonly DeskTable[],
  here: ReadonlySet<string>,
): Guest[] {
  const leading = new Set(tables.map((table) => table.facilitator));
  return people
    .filter((person) => person.role === "facilitator" && !leading.has(person.id) && here.has(person.id))
    .sort((a, b) => Number(a.table !== null) - Number(b.table !== null) || a.name.localeCompare(b.name));
}

/** Tables without a note in the round that is on. */
export function withoutNotes(views: readonly TableView[]): number[] {
  return views.filter((view) => view.table.notes === 0 && view.here.length > 0).map((view) => view.no);
}
