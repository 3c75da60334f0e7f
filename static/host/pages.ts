// Which page of the console shows: kept in the address, so that Back and reloading do what people expect.
import { signal } from "@preact/signals";

/** The desk, the agenda, or the board with this id. */
export type Page = "desk" | "agenda" | { board: string };

const hash = signal(location.hash);
addEventListener("hashchange", () => {
  hash.value = location.hash;
});

export const AGENDA = "#agenda";
export const DESK = "#desk";
const BOARD = "#board/";

/** Where a board is: of a themes step, or with a question's number (from 0) the answers to it. */
export function boardLink(step: string, question?: number): string {
  return `${BOARD}${step}${question === undefined ? "" : `.${question}`}`;
}

export function usePage(): Page {
  if (hash.value.startsWith(BOARD)) return { board: decodeURIComponent(hash.value.slice(BOARD.length)) };
  return hash.value === AGENDA ? "agenda" : "desk";
}
