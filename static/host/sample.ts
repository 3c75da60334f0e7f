// For tests: documents of a small café, as the server would send them. Everything can be overridden.
import type { Documents } from "../wire/documents";
import type { Cafe, Step } from "./day";
import { MINUTE } from "./day";
import type { Call, DeskTable, Guest } from "./tables";

/** 10:00 on some day: all sample times count from here. */
export const START = 1_763_800_000_000;

export function sampleCafe(more: Partial<Cafe> = {}): Cafe {
  return {
    code: "PLMKTW",
    title: "Our stories, Westmere",
    purpose: "Find what could change",
    plan: "Explore",
    status: "running",
    practice: false,
    current: "s2",
    planned_minutes: 60,
    table_size: 4,
    groups: [],
    times: { closing_call: 60, late_notes: 120, reopen: 300, seat_held: 180 },
    contacts: [],
    quoting_days: 14,
    quoting_until: null,
    attribution: "anonymous",
    started_at: START,
    closed_at: null,
    ...more,
  };
}

/** What the wire calls the step that follows by itself. No step is ever awaited. */
const THEN = "then";

type Settings = Step["settings"];

/** A step that is planned; `s3` stands at place 2. */
export function sampleStep(id: string, settings: Partial<Settings>, more: Partial<Step> = {}): Step {
  return {
    id,
    place: Number(id.slice(1)) - 1,
    phase: "planned",
    settings: { activity: "break", title: `Step ${id}`, minutes: 10, ...settings } as Settings,
    ...{ opened_at: null, deadline: null, held_left: null, closing_until: null, [THEN]: null },
    ...{ closed_at: null, late_until: null, reopen_until: null, spent: 0 },
    ...more,
  };
}

export function sampleRound(id: string, more: Partial<Step> = {}, settings: Partial<Settings> = {}): Step {
  const round = {
    activity: "story_round",
    title: `Round ${id}`,
    prompt: "What helped?",
    note_kinds: ["helped"],
  };
  return sampleStep(id, { minutes: 30, ...round, ...settings } as Partial<Settings>, more);
}

/** What a step that is on adds: opened at `at`, with its whole time before it. */
export function open(at: number, minutes: number): Partial<Step> {
  return { phase: "open", opened_at: at, deadline: at + minutes * MINUTE };
}

/** Its closing call runs until `until`; then `next` opens by itself, or nothing. */
export function calling(until: number, next: string | null): Partial<Step> {
  return { phase: "closing", closing_until: until, [THEN]: next };
}

export function closed(at: number, took: number): Partial<Step> {
  const end = at + took * MINUTE;
  return {
    ...{ phase: "closed", opened_at: at, closed_at: end, spent: took * MINUTE },
    ...{ late_until: end + 2 * MINUTE, reopen_until: end + 5 * MINUTE },
  };
}

export function sampleGuest(id: string, more: Partial<Guest> = {}): Guest {
  const name = id.charAt(0).toUpperCase() + id.slice(1);
  return {
    id,
    name,
    role: "participant",
    joined_at: START,
    table: null,
    held_since: null,
    checks: [],
    group: "",
    ...more,
  };
}

export function sampleTable(no: number, people: string[], more: Partial<DeskTable> = {}): DeskTable {
  return {
    ...{ no, people, facilitator: null, notes: 0, highlights: 0, priorities: 0, spokesperson: null },
    ...{ link: "", last_activity: null },
    ...more,
  };
}

export function sampleCall(id: string, table: number | null, more: Partial<Call> = {}): Call {
  return {
    id,
    table,
    by: "leila",
    name: "Leila",
    text: "In Polish?",
    at: START,
    answered_by: null,
    answer: "",
    ...more,
  };
}

export function sampleSlot(table: number, phase: Documents["hall:slot"]["phase"]): Documents["hall:slot"] {
  return {
    step: "s3",
    table,
    phase,
    started_at: null,
    deadline: null,
    speaker: null,
    people: [],
    brings: [],
  };
}

/** Documents by their keys, as {@link stage} wants them. */
export function byKey(name: string, docs: readonly { id?: string; no?: number }[]): Record<string, unknown> {
  return Object.fromEntries(docs.map((doc) => [`${name}/${doc.id ?? doc.no}`, doc]));
}
