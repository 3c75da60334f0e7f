// One person's dots on one ballot: shown at once, sent when the fingers rest.
import { useEffect } from "preact/hooks";
import { draft, one, send, waiting } from "../engine";
import type { BallotDoc } from "../wire/documents";

type Paper = { [option: string]: number };
export type Placed = Readonly<Paper>;

/** How long after the last change the paper is sent, in milliseconds. */
export const REST = 400;

/** Changed here and not sent yet; null: nothing is. It survives a reload. */
const kept = (ballot: string) => draft<Paper | null>(`dots/${ballot}`, null);
const timers = new Map<string, ReturnType<typeof setTimeout>>();

/** The dots as this person sees them: unsent changes first, then what is on its way, then what is recorded. */
export function dotsOn(ballot: string): Placed {
  return kept(ballot).text.value ?? onTheWay(ballot) ?? one("person:dots", ballot)?.dots ?? {};
}

function onTheWay(ballot: string): Placed | undefined {
  const papers = waiting.value.flatMap(({ command }) =>
    command.type === "dots.place" && command.ballot === ballot && !command.on_behalf_of ? [command.dots] : [],
  );
  return papers[papers.length - 1];
}

export function isOnTheWay(ballot: string): boolean {
  return kept(ballot).text.value !== null || onTheWay(ballot) !== undefined;
}

export function total(dots: Placed): number {
  return Object.values(dots).reduce((sum, n) => sum + n, 0);
}

/** The dots after one more or one fewer on an option, or null where the rules of the ballot forbid it. */
export function changed(ballot: BallotDoc, dots: Placed, option: string, by: 1 | -1): Placed | null {
  const n = (dots[option] ?? 0) + by;
  if (n < 0 || n > ballot.cap || total(dots) + by > ballot.allowance) return null;
  const { [option]: _before, ...others } = dots;
  return n === 0 ? others : { ...others, [option]: n };
}

export function place(ballot: string, dots: Placed): void {
  kept(ballot).text.value = { ...dots };
  sendSoon(ballot);
}

/** Also sends what an earlier page left behind. */
export function useSending(ballot: string): void {
  useEffect(() => {
    if (kept(ballot).text.peek() !== null) sendSoon(ballot);
  }, [ballot]);
}

function sendSoon(ballot: string): void {
  clearTimeout(timers.get(ballot));
  timers.set(
    ballot,
    setTimeout(() => {
      const dots = kept(ballot).text.peek();
      if (dots !== null) send("dots.place", { ballot, dots });
      kept(ballot).clear();
    }, REST),
  );
}
