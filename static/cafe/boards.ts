// The board is a large part, and nobody needs it before the first wall. It comes once the café runs, and then stays.
import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";

export type BoardPart = typeof import("../board");

export const boards = signal<BoardPart | null>(null);

/** How long between two attempts on a bad line, ms. */
const AGAIN = 4000;

/** Fetches the board if `needed`, until it is there: without the network there is nothing to fetch. */
export function useBoards(needed: boolean): void {
  const missing = needed && boards.value === null;
  useEffect(() => {
    if (!missing) return;
    fetchThem();
    const timer = setInterval(fetchThem, AGAIN);
    return () => clearInterval(timer);
  }, [missing]);
}

function fetchThem(): void {
  import("../board").then(
    (found) => {
      boards.value = found;
    },
    () => undefined,
  );
}
