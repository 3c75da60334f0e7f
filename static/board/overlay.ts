// What this person has done and the server has not recorded yet, laid over what the server shows.
import type { Order } from "../engine";
import type { Commands } from "../wire/commands";
import type { GuessDoc, NearDoc, ThemeDoc } from "../wire/documents";
import type { Place } from "./place";

export type AnyCommand = Commands[Order];

/** What people put together on a board, and what the computer would. */
export interface Standing {
  themes: Map<string, ThemeDoc>;
  guesses: Map<string, GuessDoc>;
  near: Map<string, NearDoc>;
  /** Suggestions that can be brought back. */
  dismissed: readonly string[];
  naming: boolean;
  level: number;
}

type Change<T extends Order> = (on: Standing, order: Commands[T]) => void;

const CHANGES: { [T in Order]?: Change<T> } = {
  "theme.start": (on, { id, notes, name }) => begin(on, id, { notes, name: name ?? "" }),
  "theme.split"(on, { id, theme, notes, name }) {
    if (begin(on, id, { notes, name: name ?? "" })) change(on, theme, without(notes));
  },
  "theme.put"(on, { theme, notes, out_of }) {
    change(on, theme, withNotes(notes));
    if (out_of) change(on, out_of, without(notes));
  },
  "theme.take": (on, { theme, notes }) => change(on, theme, without(notes)),
  "theme.name": (on, { theme, name, statement = "", includes = "", excludes = "" }) =>
    change(on, theme, () => ({ name, statement, includes, excludes })),
  "theme.single-voice": (on, { theme, on: single_voice }) => change(on, theme, () => ({ single_voice })),
  "theme.differs": (on, { theme, note, on: differs }) =>
    change(on, theme, ({ differing }) => ({
      differing: differs ? union(differing, [note]) : less(differing, [note]),
    })),
  "theme.merge"(on, { theme, into }) {
    const brought = on.themes.get(theme)?.notes ?? [];
    change(on, into, withNotes(brought));
    on.themes.delete(theme);
  },
  "theme.naming"(on, order) {
    on.naming = order.on;
  },
  "suggestion.accept"(on, { id, suggestions, notes = [] }) {
    suggestions.forEach((guess, no) => {
      accept(on, no === 0 ? id : `${id}-${no}`, guess, notes);
    });
  },
  "suggestion.dismiss"(on, { suggestions, on: away = true }) {
    if (away) for (const each of suggestions) on.guesses.delete(each);
    on.dismissed = (away ? union : less)(on.dismissed, suggestions);
  },
  "suggestion.put": (on, { theme, notes }) =>
    change(on, theme, (now) => ({
      ...withNotes(notes)(now),
      suggested: union(now.suggested, notes),
    })),
  "suggestion.refuse"(on, { theme, note, on: away = true }) {
    const near = on.near.get(note);
    if (near && away)
      on.near.set(note, { ...near, themes: near.themes.filter((one) => one.theme !== theme) });
  },
  "suggestion.level"(on, { level }) {
    on.level = level;
  },
};

/** Whether an order is about a board at all, and not about another one. */
export function isAbout(order: AnyCommand, { step, question }: Place): boolean {
  if (!CHANGES[order.type]) return false;
  const at = order as { step?: string; question?: number | null };
  return at.step === undefined || (at.step === step && (at.question ?? null) === question);
}

/** `orders`: not recorded yet, oldest first. What stands is left as it is; the answer shares what did not change. */
export function overlaid(standing: Standing, orders: readonly AnyCommand[]): Standing {
  if (orders.length === 0) return standing;
  const { themes, guesses, near } = standing;
  const on = { ...standing, themes: new Map(themes), guesses: new Map(guesses), near: new Map(near) };
  for (const order of orders) (CHANGES[order.type] as Change<Order> | undefined)?.(on, order);
  return on;
}

function begin(on: Standing, id: string, as: Pick<ThemeDoc, "notes"> & Partial<ThemeDoc>): boolean {
  if (on.themes.has(id)) return false;
  on.themes.set(id, {
    ...{ id, name: "", statement: "", includes: "", excludes: "", tables: [], suggested: [] },
    ...{ differing: [], hints: [], single_voice: false, at: 0 },
    ...as,
  });
  return true;
}

function accept(on: Standing, id: string, suggestion: string, only: readonly string[]): void {
  const guess = on.guesses.get(suggestion);
  if (!guess) return;
  const notes = only.length > 0 ? guess.notes.filter((note) => only.includes(note)) : guess.notes;
  begin(on, id, { notes, suggested: notes, hints: guess.keywords });
  on.guesses.delete(suggestion);
}

type Part = (theme: ThemeDoc) => Partial<ThemeDoc>;

function change(on: Standing, id: string, part: Part): void {
  const theme = on.themes.get(id);
  if (theme) on.themes.set(id, { ...theme, ...part(theme) });
}

const withNotes =
  (notes: readonly string[]): Part =>
  (theme) => ({ notes: union(theme.notes, notes) });
const without =
  (notes: readonly string[]): Part =>
  (theme) => ({ notes: less(theme.notes, notes) });

function union(some: readonly string[], more: readonly string[]): string[] {
  return [...new Set([...some, ...more])];
}

function less(some: readonly string[], gone: readonly string[]): string[] {
  const away = new Set(gone);
  return some.filter((each) => !away.has(each));
}
