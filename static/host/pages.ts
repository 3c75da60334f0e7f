// Which page of the console shows: kept in the address, so that Back and reloading do what people expect.
import { signal } from "@preact/signals";

/** The desk, the agenda, the blueprint, what goes out, the board with this id, or the writing of the report, at a section or none. */
export type Page = "desk" | "agenda" | "blueprint" | "check" | { board: string } | { report: string };

const hash = signal(location.hash);
addEventListener("hashchange", () => {
  hash.value = location.hash;
});

export const AGENDA = "#agenda";
export const DESK = "#desk";
export const REPORT = "#report";
export const BLUEPRINT = "#blueprint";
export const CHECK = "#check";
const BOARD = "#board/";
const SECTION = `${REPORT}/`;

/** Where a board is: of a themes step, or with a question's number (from 0) the answers to it. */
export function boardLink(step: string, question?: number): string {
  return `${BOARD}${step}${question === undefined ? "" : `.${question}`}`;
}

/** Where a section of the report is written. */
export function reportLink(section: string): string {
  return `${SECTION}${section}`;
}

export function usePage(): Page {
  if (hash.value.startsWith(BOARD)) return { board: decodeURIComponent(hash.value.slice(BOARD.length)) };
  if (hash.value.startsWith(SECTION)) return { report: decodeURIComponent(hash.value.slice(SECTION.length)) };
  if (hash.value === REPORT) return { report: "" };
  if (hash.value === BLUEPRINT) return "blueprint";
  if (hash.value === CHECK) return "check";
  return hash.value === AGENDA ? "agenda" : "desk";
}
