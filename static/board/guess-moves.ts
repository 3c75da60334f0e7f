// What people make of the computer's suggestions, each with its way back.
import { send } from "../engine";
import type { GuessDoc } from "../wire/documents";
import { nt, t } from "../words";
import type { Board } from "./board";
import { did, type Notes, some } from "./moves";
import { fieldsOf } from "./place";
import type { Group } from "./wall";
import { groupWord, things } from "./wording";

/** At most so many in one order. */
const MOST = 200;

/** Makes a group of it; of these notes alone, where some were left out. */
export function accept(board: Board, guess: GuessDoc, notes: Notes): void {
  const all = notes.length === guess.notes.length;
  const { id } = send("suggestion.accept", {
    ...fieldsOf(board),
    suggestions: [guess.id],
    ...(all ? {} : { notes }),
  });
  const words = { things: things(board, notes.length) };
  did(nt("%(things)s has a group of its own.", "%(things)s are a new group.", notes.length, words), () => {
    send("theme.take", { theme: id, notes });
  });
}

export function acceptAll(board: Board, guesses: readonly GuessDoc[]): void {
  const taken = guesses.slice(0, MOST);
  const suggestions = some(taken.map((guess) => guess.id));
  if (!suggestions) return;
  const { id } = send("suggestion.accept", { ...fieldsOf(board), suggestions });
  did(nt("%(n)s new group.", "%(n)s new groups.", taken.length), () => {
    taken.forEach((guess, no) => {
      const notes = some(guess.notes);
      if (notes) send("theme.take", { theme: no === 0 ? id : `${id}-${no}`, notes });
    });
  });
}

export function dismiss(board: Board, guesses: readonly string[]): void {
  setAside(board, guesses, true);
}

export function bringBack(board: Board, guesses: readonly string[]): void {
  setAside(board, guesses, false);
}

function setAside(board: Board, guesses: readonly string[], on: boolean): void {
  const suggestions = some(guesses.slice(0, MOST));
  if (!suggestions) return;
  const mark = (away: boolean) => send("suggestion.dismiss", { ...fieldsOf(board), suggestions, on: away });
  mark(on);
  const n = suggestions.length;
  const said = on
    ? nt("The suggestion is set aside.", "%(n)s suggestions are set aside.", n)
    : nt("The suggestion is back.", "%(n)s suggestions are back.", n);
  did(said, () => mark(!on));
}

export function putSuggested(board: Board, to: Group, notes: Notes): void {
  send("suggestion.put", { theme: to.id, notes });
  const words = { group: groupWord(to), things: things(board, notes.length) };
  const said = nt("%(things)s is in “%(group)s”.", "%(things)s are in “%(group)s”.", notes.length, words);
  did(said, () => {
    send("theme.take", { theme: to.id, notes });
  });
}

export function refuse(to: Group, note: string): void {
  const mark = (on: boolean) => send("suggestion.refuse", { theme: to.id, note, on });
  mark(true);
  did(t("“%(group)s” is not offered for it any more.", { group: groupWord(to) }), () => mark(false));
}

export function setLevel(board: Board, level: number): void {
  send("suggestion.level", { ...fieldsOf(board), level });
}
