// A board as this person has left it: every part of it reckons only when what it is made of changes.
import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { all, cafe, mark, one, waiting } from "../engine";
import type { GuessDoc, NearDoc, SuggestingDoc, ThemeDoc } from "../wire/documents";
import { EVERYTHING, type Shown, shownOf, type Wanted } from "./find";
import { type AnyCommand, isAbout, overlaid, type Standing } from "./overlay";
import type { Hands, Place } from "./place";
import { besideOf, createWalls, notesOf, type Wall } from "./wall";

export interface Board extends Place, Hands {
  wall: ReadonlySignal<Wall>;
  /** Whether groups get their names now. */
  naming: ReadonlySignal<boolean>;
  /** Whether this person may name groups now. */
  names: ReadonlySignal<boolean>;
  /** What the computer says of itself; undefined where there are no suggestions. */
  suggesting: ReadonlySignal<SuggestingDoc | undefined>;
  /** By group: the loose notes that may belong there. */
  beside: ReadonlySignal<ReadonlyMap<string, readonly string[]>>;
  wanted: Signal<Wanted>;
  shown: ReadonlySignal<Shown>;
}

const NO_ORDERS: readonly AnyCommand[] = [];
const NO_NEAR: Standing["near"] = new Map();
const NO_GUESSES: Standing["guesses"] = new Map();

export function createBoard(place: Place, hands: Hands): Board {
  const { at } = place;
  const said = computed(() => one("wall:board", "", at));
  const notes = computed(() => notesOf(all("wall:note", at), `${cafe.person}/${place.step}`));
  const orders = computed(() => ordersFor(place));
  const suggests = computed(() => said.value?.suggests === true);
  const themes = computed(() => byId<ThemeDoc>(all("wall:theme", at)));
  const guesses = computed(() => (suggests.value ? byId<GuessDoc>(all("wall:guess", at)) : NO_GUESSES));
  const near = computed(() => (suggests.value ? byNote(all("wall:near", at)) : NO_NEAR));
  const looking = computed(() => one("wall:suggesting", "", at));
  const standing = computed(() => {
    const { dismissed = [], level = 3 } = looking.value ?? {};
    const naming = said.value?.naming === true;
    const there = { themes: themes.value, guesses: guesses.value, near: near.value };
    return overlaid({ ...there, dismissed, naming, level }, orders.value);
  });
  const draw = createWalls();
  const wall = computed(() => draw(notes.value, standing.value));
  const naming = computed(() => standing.value.naming);
  const suggesting = computed(() => {
    const { dismissed, level } = standing.value;
    return suggests.value && looking.value
      ? { ...looking.value, level, dismissed: [...dismissed] }
      : undefined;
  });
  const wanted = signal(EVERYTHING);
  return {
    ...{ ...place, ...hands, wall, naming, suggesting, wanted },
    names: computed(() => hands.moves.value && (hands.hosts || naming.value)),
    beside: computed(() => besideOf(wall.value)),
    shown: computed(() => shownOf(wall.value, wanted.value)),
  };
}

/** The same empty list as long as there are none: then nothing is reckoned again. */
function ordersFor(place: Place): readonly AnyCommand[] {
  const mine = waiting.value.map(({ command }) => command).filter((order) => isAbout(order, place));
  return mine.length === 0 ? NO_ORDERS : mine;
}

function byId<T extends { id: string }>(docs: readonly T[]): Map<string, T> {
  return new Map(docs.map((doc) => [doc.id, doc]));
}

function byNote(docs: readonly NearDoc[]): Map<string, NearDoc> {
  return new Map(docs.map((doc) => [doc.note, doc]));
}

export type View = "wall" | "list";

/** How this person likes to see boards; kept on the device. */
export function viewSignal(): Signal<View> {
  return mark<View>("board-view", "wall").text;
}
