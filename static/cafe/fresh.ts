// Notes that have just come to my table: marked for a moment, and told to screen readers in batches.
import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { draft, missed, onEvent, type StreamEvent, waiting } from "../engine";
import { announce } from "../parts/announce";
import type { MeDoc, NoteDoc } from "../wire/documents";
import { nt } from "../words";
import { isMine, me } from "./on";

/** How long a note is marked as new, in milliseconds. */
const MARKED = 6000;
/** Notes that come within so many milliseconds are told as one number. */
const BATCH = 4000;

/** Whether this person wants new notes to be marked only, and not told. */
export const quiet = () => draft<boolean>("quiet", false);

const fresh = signal<ReadonlySet<string>>(new Set());

/** Whether the words came a moment ago, or while this browser was away. */
export function isNew(note: string): boolean {
  return fresh.value.has(note) || missed.value.has(`note/${note}`);
}

/** Listens as long as the part that calls it is drawn. */
export function useFresh(): void {
  useEffect(() => {
    let count = 0;
    let telling: ReturnType<typeof setTimeout> | undefined;
    const tell = () => {
      announce(nt("%(n)s new note at your table", "%(n)s new notes at your table", count));
      count = 0;
    };
    const stop = onEvent((stream, event) => {
      const came = othersNotes(stream, event);
      if (came.length === 0) return;
      mark(came);
      if (quiet().text.value) return;
      if (count === 0) telling = setTimeout(tell, BATCH);
      count += came.length;
    });
    return () => {
      stop();
      clearTimeout(telling);
    };
  }, []);
}

function othersNotes(stream: string, event: StreamEvent): string[] {
  const who = me();
  if (!who || event.type !== "note.added" || stream !== `table/${who.table}`) return [];
  const docs = Object.values(event.put) as NoteDoc[];
  return docs.filter((note) => !isFromHere(note, who)).map(({ id }) => id);
}

/** Written on this device, for oneself or for somebody else; without a name, the outbox alone knows it. */
function isFromHere(note: NoteDoc, who: MeDoc): boolean {
  const sent = waiting.peek().some(({ id }) => id === note.id);
  return sent || note.entered_by === who.name || isMine(note, who);
}

function mark(ids: readonly string[]): void {
  fresh.value = new Set([...fresh.value, ...ids]);
  setTimeout(() => {
    fresh.value = new Set([...fresh.value].filter((id) => !ids.includes(id)));
  }, MARKED);
}
