// How long a command stays in view once it is acknowledged: what it changed may still be on its way here.
import type { Order } from "./outbox";
import type { Kind } from "./streams";

/** Commands that make a document of their own id, and where their sender sees it. */
export const MAKES: Partial<Record<Order, Kind>> = {
  "note.add": "table:note",
  "chat.say": "hall:chat",
  "theme.start": "wall:theme",
  "theme.split": "wall:theme",
  "suggestion.accept": "wall:theme",
  "help.ask": "person:call",
  "wish.make": "desk:wish",
};

/** What changes a board; laid over its documents twice, it does what it does once. */
const ON_BOARDS = /^(theme|suggestion)\./;

/** Milliseconds; of a board less, whose documents were there before: its frames gather for a moment only. */
export function lingers(type: Order): number {
  if (MAKES[type]) return 1000;
  return ON_BOARDS.test(type) ? 250 : 0;
}
