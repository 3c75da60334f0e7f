// The browser's side of the engine, for everyone who draws screens. Signals are underneath: a part that reads
// something here draws itself again when it changes.
import { engine } from "./live";

/** What the page brought along: who this is, and in which café. */
export const cafe = engine.cafe;

/** One document, or undefined when it is not there: `one("hall:cafe")`, `one("hall:slot", "s9/7")`.
 * A table's is that of this person's own table, a wall's that of the open one, unless `at` names another stream. */
export const one = engine.one;
/** All documents of a kind, in no special order. The same list until one of them changes. */
export const all = engine.all;

/** Sends a command, now or when the line is back. It survives a reload. Nobody has to wait for `done`. */
export const send = engine.send;
/** What is not acknowledged yet (or not in view yet), oldest first. */
export const waiting = engine.waiting;
/** What the server refused for good. It is kept, text and all, until {@link discard} or {@link again}. */
export const refused = engine.refused;
export const discard = engine.discard;
/** Sends something refused once more, with these fields changed. */
export const again = engine.again;

/** What somebody writes and has not sent; survives a reload. */
export const draft = engine.draft;
/** What a page remembers, such as that something has been read; survives a reload. */
export const mark = engine.mark;
/** False once something could not be kept on this device: then it is safe only while this page is open. */
export const storageWorks = engine.storageWorks;

/** The server's clock, in milliseconds. */
export const now = engine.now;
export const link = engine.link;
/** Why the link is `refused` or `ended`. */
export const linkProblem = engine.linkProblem;
/** Since when the line is down, by the server's clock. */
export const lostAt = engine.lostAt;
/** Why it is down. */
export const lostBy = engine.lostBy;

/** The people connected at `hall`, `desk` or `table/7`. */
export const here = engine.here;
/** The people writing there at this moment. */
export const writing = engine.writing;
/** At every keystroke (true), and when something was sent (false): the table sees that this person writes. */
export const sayWriting = engine.sayWriting;
/** The same for a field that all may write in, by its name: everybody sees it, and nobody who it is. */
export const sayWritingAt = engine.sayWritingAt;
/** Whether somebody else is writing in such a field whose name begins so. */
export const someoneWritesAt = engine.someoneWritesAt;
/** A host reads along at `table/7` or on an old wall, until the returned function is called. */
export const followToo = engine.followToo;

/** Keys of documents, such as `note/…`, that others made while this browser was away, until {@link seen}. */
export const missed = engine.missed;
export const seen = engine.seen;
/** Calls back after every event of every stream that was heard live; returns a function that ends it. */
export const onEvent = engine.onEvent;

/** Opens the line. The page does it once. */
export const start = engine.start;

export type { StreamEvent } from "../wire/frames";
export type { Boot, Role } from "./boot";
export type { DraftOf } from "./drafts";
export type { LinkState } from "./engine";
export type { Cause, Problem } from "./link";
export { type Fields, type Order, type Outgoing, Refused, type RefusedOne, type Sent } from "./outbox";
export type { Json } from "./storage";
export type { Kind } from "./streams";
