// For tests: a café in miniature, and its documents as a server would send them.
import { engine } from "../engine/live";
import { stage } from "../engine/stage";
import { sampleBallot } from "../votes/sample";
import type {
  BallotDoc,
  BoardDoc,
  CafeDoc,
  ChatDoc,
  GuessDoc,
  MeDoc,
  NoteDoc,
  SeatDoc,
  SlotDoc,
  StepDoc,
  SuggestingDoc,
  TableDoc,
  ThemeDoc,
  WallNoteDoc,
} from "../wire/documents";

export const MINUTE = 60_000;
type Settings = StepDoc["settings"];
type Docs = Record<string, unknown>;

export const round = (more: Partial<Extract<Settings, { activity: "story_round" }>> = {}): Settings => ({
  ...{ activity: "story_round", title: "Our stories", minutes: 30, prompt: "What has helped?" },
  ...{ note_kinds: ["helped", "hindered"], note_length: 100 },
  ...more,
});

export function step(id: string, place: number, settings: Settings, more: Partial<StepDoc> = {}): Docs {
  const doc: StepDoc = {
    ...{ id, place, settings, phase: "planned", opened_at: null, deadline: null, held_left: null },
    // biome-ignore lint/suspicious/noThenProperty: the name of the field on the wire; nobody awaits a step
    ...{ closing_until: null, then: null, closed_at: null, late_until: null, reopen_until: null, spent: 0 },
    ...more,
  };
  return { [`step/${id}`]: doc };
}

export const open = (): Partial<StepDoc> => ({
  phase: "open",
  opened_at: Date.now(),
  deadline: Date.now() + 14 * MINUTE,
});

export function closed(late = 0): Partial<StepDoc> {
  const at = Date.now();
  return { phase: "closed", opened_at: at - MINUTE, closed_at: at, late_until: late ? at + late : null };
}

export function cafe(current: string | null, more: Partial<CafeDoc> = {}): Docs {
  const doc: CafeDoc = {
    ...{ code: "PLMKTW", title: "What helps families", purpose: "Hear what we have seen", plan: "Explore" },
    ...{
      status: current ? "running" : "lobby",
      practice: false,
      current,
      planned_minutes: 60,
      table_size: 4,
      groups: [],
    },
    ...{ contacts: [{ name: "Meera", how: "Call 01" }], started_at: null, closed_at: null },
    ...{ quoting_days: 14, quoting_until: null, attribution: "anonymous" as const },
    times: { closing_call: 60, late_notes: 120, reopen: 300, seat_held: 180 },
    ...more,
  };
  return { cafe: doc };
}

export function ann(more: Partial<MeDoc> & { places?: [string, number][] } = {}): Docs {
  const { places = [], ...rest } = more;
  const doc: MeDoc = {
    ...{ id: "ann", name: "Ann", role: "participant", table: null, leads: null, checks: [] },
    sat_at: places as unknown as MeDoc["sat_at"],
    quoting: false,
    group: "",
    ...rest,
  };
  return { me: doc };
}

export const seat = (person: string, name: string, leads = false): SeatDoc => ({
  ...{ person, name, leads, role: leads ? "facilitator" : "participant", held_since: null },
});

export function table(roundStep: string, more: Partial<TableDoc> = {}): Docs {
  const seats = [seat("fay", "Fay", true), seat("ann", "Ann"), seat("bob", "Bob")];
  const doc: TableDoc = { no: 7, round: roundStep, link: "", spokesperson: null, seats, ...more };
  return { table: doc };
}

let rank = 0;

export function note(id: string, text: string, by: string, more: Partial<NoteDoc> = {}): Docs {
  rank += 1;
  const names: Record<string, string> = { ann: "Ann", bob: "Bob", fay: "Fay" };
  const doc: NoteDoc = {
    ...{ id, text, by, step: "s1", table: 7, kind: "helped", name: names[by] ?? null, entered_by: null },
    ...{ anonymous: false, builds_on: [], brought_from: null, highlighted: false, edited: 0, rank },
    ...{ at: 1, late: false, earlier: false },
    ...more,
  };
  return { [`note/${id}`]: doc };
}

export function wallNote(id: string, text: string, no = 1): Docs {
  const doc: WallNoteDoc = { id, text, table: no, step: "s1", kind: "helped", at: 1 };
  return { [`note/${id}`]: doc };
}

export function theme(id: string, notes: string[], more: Partial<ThemeDoc> = {}): Docs {
  const doc: ThemeDoc = {
    ...{ id, notes, name: "", statement: "", includes: "", excludes: "", tables: [], at: 1 },
    ...{ suggested: [], differing: [], hints: [], single_voice: false },
    ...more,
  };
  return { [`theme/${id}`]: doc };
}

export function guess(id: string, notes: string[], more: Partial<GuessDoc> = {}): Docs {
  const doc: GuessDoc = {
    ...{ id, notes, keywords: ["lift"], example: notes[0] ?? "", shared: ["lift"] },
    likeness: notes.map(() => 40),
    ...more,
  };
  return { [`guess/${id}`]: doc };
}

/** A board where the computer has looked; `naming`: whether groups get their names now. */
export function board(naming: boolean, more: Partial<SuggestingDoc> = {}): Docs {
  const suggesting: SuggestingDoc = {
    ...{ version: 1, method: "model", remark: "", level: 3, shown_level: 3, dismissed: [] },
    ...more,
  };
  const doc: BoardDoc = { step: "s1", question: null, naming, suggests: true };
  return { board: doc, suggesting };
}

export function ballot(more: Partial<BallotDoc> = {}): Docs {
  const doc = sampleBallot(more);
  return { [`ballot/${doc.id}`]: doc };
}

export function slot(no: number, phase: SlotDoc["phase"], more: Partial<SlotDoc> = {}): Docs {
  const doc: SlotDoc = {
    ...{
      step: "s1",
      table: no,
      phase,
      started_at: null,
      deadline: null,
      speaker: null,
      people: [],
      brings: [],
    },
    ...more,
  };
  return { [`slot/s1/${no}`]: doc };
}

export function chat(id: string, text: string, at: number, more: Partial<ChatDoc> = {}): Docs {
  const doc: ChatDoc = {
    ...{ id, text, at, step: "s1", kind: "comment", by: "bob", name: "Bob", table: 8 },
    ...more,
  };
  return { [`chat/${id}`]: doc };
}

interface Set {
  hall: Docs;
  person?: Docs;
  table?: Docs;
  wall?: Docs;
}

/** Puts Ann (or whoever `who` says) into a café with these documents. What earlier tests sent is forgotten. */
export function setOut(
  { hall, person = ann(), table: at, wall }: Set,
  role: "participant" | "facilitator" = "participant",
): void {
  for (const one of [...engine.waiting.peek(), ...engine.refused.peek()]) engine.discard(one.id);
  const me = (person["me"] as MeDoc).id;
  const streams: Record<string, Docs> = { hall, [`person/${me}`]: person };
  if (at) streams["table/7"] = at;
  if (wall) streams["wall/s1"] = wall;
  stage({ code: "PLMKTW", person: me, role, title: "What helps families" }, streams);
}

/** The commands that this browser has sent and that no server has answered, oldest first. */
export function sent(): Record<string, unknown>[] {
  return engine.waiting.value.map(({ command }) => {
    const { id: _id, ...rest } = command;
    return rest;
  });
}

/** Ann has been told where she sits, and sits there. */
export function seated(roundStep = "s1"): void {
  engine.mark("told").text.value = `${roundStep}/7`;
}
