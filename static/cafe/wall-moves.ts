// What people do on the wall, each with its way back.
import { send } from "../engine";
import { announce } from "../parts/announce";
import { nt, t } from "../words";
import { offerUndo } from "./undo";
import type { Group } from "./wall";

/** A note where it lies: in a group, or loose (null). The same note may lie in two groups. */
export interface Lying {
  note: string;
  group: Group | null;
}

export type Moved = readonly [Lying, ...Lying[]];

export function groupWord(group: Group): string {
  return group.name || t("Group %(no)s, not named yet", { no: group.no });
}

function did(text: string, undo: () => void): void {
  announce(text);
  offerUndo(text, undo);
}

/** At least one. */
type Notes = [string, ...string[]];

function notesOf([first, ...others]: Moved): Notes {
  const rest = new Set(others.map(({ note }) => note));
  rest.delete(first.note);
  return [first.note, ...rest];
}

/** Notes by the group they lie in. */
function bySource(lying: Moved): [Group | null, Notes][] {
  const sources = new Map<Group | null, Notes>();
  for (const { note, group } of lying) {
    const before = sources.get(group);
    sources.set(group, before ? [...before, note] : [note]);
  }
  return [...sources];
}

/** As {@link bySource}, without the loose ones. */
function byGroup(lying: Moved): [Group, Notes][] {
  return bySource(lying).flatMap(([group, notes]): [Group, Notes][] => (group ? [[group, notes]] : []));
}

export function moveTo(to: Group, lying: Moved): void {
  const sources = bySource(lying).filter(([from]) => from?.id !== to.id);
  for (const [from, notes] of sources) send("theme.put", { theme: to.id, notes, out_of: from?.id ?? null });
  const group = groupWord(to);
  did(nt("The note is in “%(group)s”.", "%(n)s notes are in “%(group)s”.", lying.length, { group }), () => {
    for (const [from, notes] of sources) putBack(from, notes, to);
  });
}

/** Back to where they were; a group that fell apart meanwhile is made again, under its name. */
function putBack(from: Group | null, notes: Notes, out: Group): void {
  if (from === null) send("theme.take", { theme: out.id, notes });
  else if (from.notes.length > notes.length) send("theme.put", { theme: from.id, notes, out_of: out.id });
  else {
    makeAgain(from, notes);
    send("theme.take", { theme: out.id, notes });
  }
}

function makeAgain(group: Group, notes: Notes): void {
  const { id } = send("theme.start", { step: group.step, notes, name: group.name });
  if (group.statement) send("theme.name", { theme: id, name: group.name, statement: group.statement });
  if (group.single_voice) send("theme.single-voice", { theme: id, on: true });
}

export function alsoPut(to: Group, note: string): void {
  send("theme.put", { theme: to.id, notes: [note] });
  did(t("The note is also in “%(group)s”.", { group: groupWord(to) }), () => {
    send("theme.take", { theme: to.id, notes: [note] });
  });
}

export function startGroup(step: string, lying: Moved): void {
  const [only] = byGroup(lying);
  const whole = only && only[1].length === lying.length;
  if (whole && only[0].notes.length > lying.length) splitOff(...only);
  else gather(step, lying);
}

function gather(step: string, lying: Moved): void {
  const sources = byGroup(lying);
  const notes = notesOf(lying);
  const { id } = send("theme.start", { step, notes });
  for (const [group, taken] of sources) send("theme.take", { theme: group.id, notes: taken });
  did(nt("The note has a group of its own.", "The %(n)s notes are a new group.", lying.length), () => {
    for (const [group, taken] of sources) giveBack(group, taken);
    send("theme.take", { theme: id, notes });
  });
}

function giveBack(group: Group, notes: Notes): void {
  if (group.notes.length > notes.length) send("theme.put", { theme: group.id, notes });
  else makeAgain(group, notes);
}

function splitOff(from: Group, notes: Notes): void {
  const { id } = send("theme.split", { theme: from.id, notes });
  did(nt("The note has a group of its own.", "The %(n)s notes are a new group.", notes.length), () => {
    send("theme.merge", { theme: id, into: from.id });
  });
}

/** A voice that stands alone is kept, and is called so. */
export function leaveAlone(step: string, note: string): void {
  const { id } = send("theme.start", { step, notes: [note] });
  send("theme.single-voice", { theme: id, on: true });
  did(t("The note stays on its own, as a single voice."), () => {
    send("theme.take", { theme: id, notes: [note] });
  });
}

export function takeOut(lying: Moved): void {
  const sources = byGroup(lying);
  for (const [group, notes] of sources) send("theme.take", { theme: group.id, notes });
  did(
    nt("The note is not grouped any more.", "The %(n)s notes are not grouped any more.", lying.length),
    () => {
      for (const [group, notes] of sources) giveBack(group, notes);
    },
  );
}

export function merge(group: Group, into: Group): void {
  send("theme.merge", { theme: group.id, into: into.id });
  const words = { group: groupWord(group), into: groupWord(into) };
  did(t("“%(group)s” went into “%(into)s”.", words), () => {
    send("theme.unmerge", { theme: group.id });
  });
}

export function singleVoice({ id, single_voice }: Group): void {
  send("theme.single-voice", { theme: id, on: !single_voice });
}
