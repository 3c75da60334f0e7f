// What people do with notes and groups on a board, each with its way back.
import { offerUndo } from "../cafe/undo";
import { send } from "../engine";
import { announce } from "../parts/announce";
import { nt, t } from "../words";
import type { Board } from "./board";
import type { Moved } from "./chosen";
import { fieldsOf } from "./place";
import type { Group } from "./wall";
import { groupWord, things } from "./wording";

export function did(text: string, undo: () => void): void {
  announce(text);
  offerUndo(text, undo);
}

/** At least one. */
export type Notes = [string, ...string[]];

export function some(notes: readonly string[]): Notes | undefined {
  const [first, ...others] = notes;
  return first === undefined ? undefined : [first, ...others];
}

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

export function moveTo(board: Board, to: Group, lying: Moved): void {
  const sources = bySource(lying).filter(([from]) => from?.id !== to.id);
  for (const [from, notes] of sources) send("theme.put", { theme: to.id, notes, out_of: from?.id ?? null });
  const words = { group: groupWord(to), things: things(board, lying.length) };
  const said = nt("%(things)s is in “%(group)s”.", "%(things)s are in “%(group)s”.", lying.length, words);
  did(said, () => {
    for (const [from, notes] of sources) putBack(board, from, notes, to);
  });
}

/** Back to where they were; a group that fell apart meanwhile is made again, under its name. */
function putBack(board: Board, from: Group | null, notes: Notes, out: Group): void {
  if (from === null) send("theme.take", { theme: out.id, notes });
  else if (from.notes.length > notes.length) send("theme.put", { theme: from.id, notes, out_of: out.id });
  else {
    makeAgain(board, from, notes);
    send("theme.take", { theme: out.id, notes });
  }
}

function makeAgain(board: Board, group: Group, notes: Notes): void {
  const { id } = send("theme.start", { ...fieldsOf(board), notes });
  const { name, statement, includes, excludes } = group;
  const has = [name, statement, includes, excludes].some(Boolean);
  if (has && board.names.peek()) send("theme.name", { theme: id, name, statement, includes, excludes });
  if (group.single_voice) send("theme.single-voice", { theme: id, on: true });
}

export function alsoPut(board: Board, to: Group, note: string): void {
  send("theme.put", { theme: to.id, notes: [note] });
  did(t("%(things)s is also in “%(group)s”.", { group: groupWord(to), things: things(board, 1) }), () => {
    send("theme.take", { theme: to.id, notes: [note] });
  });
}

/** The group that all of these lie in, if they are a part of it. */
export function partOf(lying: Moved): Group | undefined {
  const [only, ...others] = bySource(lying);
  const group = others.length === 0 ? only?.[0] : null;
  return group && group.notes.length > lying.length ? group : undefined;
}

export function startGroup(board: Board, lying: Moved): void {
  const group = partOf(lying);
  if (group) splitOff(board, group, notesOf(lying));
  else gather(board, lying);
}

function newGroupWords(board: Board, n: number): string {
  const words = { things: things(board, n) };
  return nt("%(things)s has a group of its own.", "%(things)s are a new group.", n, words);
}

function gather(board: Board, lying: Moved): void {
  const sources = byGroup(lying);
  const notes = notesOf(lying);
  const { id } = send("theme.start", { ...fieldsOf(board), notes });
  for (const [group, taken] of sources) send("theme.take", { theme: group.id, notes: taken });
  did(newGroupWords(board, lying.length), () => {
    for (const [group, taken] of sources) giveBack(board, group, taken);
    send("theme.take", { theme: id, notes });
  });
}

function giveBack(board: Board, group: Group, notes: Notes): void {
  if (group.notes.length > notes.length) send("theme.put", { theme: group.id, notes });
  else makeAgain(board, group, notes);
}

function splitOff(board: Board, from: Group, notes: Notes): void {
  const { id } = send("theme.split", { theme: from.id, notes });
  did(newGroupWords(board, notes.length), () => {
    send("theme.merge", { theme: id, into: from.id });
  });
}

/** A voice that stands alone is kept, and is called so. */
export function leaveAlone(board: Board, note: string): void {
  const { id } = send("theme.start", { ...fieldsOf(board), notes: [note] });
  send("theme.single-voice", { theme: id, on: true });
  did(t("%(things)s stays on its own, as a single voice.", { things: things(board, 1) }), () => {
    send("theme.take", { theme: id, notes: [note] });
  });
}

export function takeOut(board: Board, lying: Moved): void {
  const sources = byGroup(lying);
  for (const [group, notes] of sources) send("theme.take", { theme: group.id, notes });
  const words = { things: things(board, lying.length) };
  const said = nt(
    "%(things)s is not grouped any more.",
    "%(things)s are not grouped any more.",
    lying.length,
    words,
  );
  did(said, () => {
    for (const [group, notes] of sources) giveBack(board, group, notes);
  });
}

export function merge(group: Group, into: Group): void {
  send("theme.merge", { theme: group.id, into: into.id });
  const words = { group: groupWord(group), into: groupWord(into) };
  did(t("“%(group)s” went into “%(into)s”.", words), () => {
    send("theme.unmerge", { theme: group.id });
  });
}

export function markSingleVoice(group: Group): void {
  const mark = (on: boolean) => send("theme.single-voice", { theme: group.id, on });
  const on = !group.single_voice;
  mark(on);
  const words = { group: groupWord(group) };
  const said = on
    ? t("“%(group)s” is kept as a single voice.", words)
    : t("“%(group)s” is not a single voice any more.", words);
  did(said, () => mark(!on));
}

/** A note that sees it the other way round belongs to the group all the same, and is marked. */
export function markDiffering(board: Board, { id, differing }: Group, note: string): void {
  const mark = (on: boolean) => send("theme.differs", { theme: id, note, on });
  const on = !differing.includes(note);
  mark(on);
  const words = { things: things(board, 1) };
  const said = on
    ? t("%(things)s is marked: it sees it the other way round.", words)
    : t("%(things)s is not marked as an opposite view any more.", words);
  did(said, () => mark(!on));
}

/** The words are recorded already; this is the way back to those before. */
export function renamed(group: Group, name: string): void {
  const { id: theme, statement, includes, excludes } = group;
  const before = { theme, name: group.name, statement, includes, excludes };
  const said = name
    ? t("“%(group)s” is “%(name)s” now.", { group: groupWord(group), name })
    : t("The words of “%(group)s” are saved.", { group: groupWord(group) });
  did(said, () => send("theme.name", before));
}

export function openNaming({ step }: Board, on: boolean): void {
  send("theme.naming", { step, on });
  const said = on ? t("Everyone can name groups now.") : t("Everyone groups in silence again.");
  did(said, () => send("theme.naming", { step, on: !on }));
}
