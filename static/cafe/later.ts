// Large parts that nobody needs before their step: the board, and the blueprint. They come once the café runs, and
// then stay.
import { type Signal, signal } from "@preact/signals";
import { useEffect } from "preact/hooks";

export type BoardPart = typeof import("../board");
export type BlueprintPart = typeof import("../blueprint");

export const boards = signal<BoardPart | null>(null);
export const blueprints = signal<BlueprintPart | null>(null);

/** How long between two attempts on a bad line, ms. */
const AGAIN = 4000;

/** Fetches the board if `needed`, until it is there: without the network there is nothing to fetch. */
export function useBoards(needed: boolean): void {
  usePart(boards, needed, () => import("../board"));
}

export function useBlueprints(needed: boolean): void {
  usePart(blueprints, needed, () => import("../blueprint"));
}

function usePart<Part>(part: Signal<Part | null>, needed: boolean, fetch: () => Promise<Part>): void {
  const missing = needed && part.value === null;
  useEffect(() => {
    if (!missing) return;
    const ask = () => {
      fetch().then(
        (found) => {
          part.value = found;
        },
        () => undefined,
      );
    };
    ask();
    const timer = setInterval(ask, AGAIN);
    return () => clearInterval(timer);
  }, [missing]);
}
