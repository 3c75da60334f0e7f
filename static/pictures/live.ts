// Fetches a picture as the server draws it, and again when something has happened.
import { cafe, onEvent } from "../engine";
import { t } from "../words";
import type { PictureName } from "./names";

export interface Wanted {
  picture: PictureName;
  /** The board or ballot; empty for a picture of the whole café. */
  of: string;
  /** For the back of a room, a desk, or a hand. */
  shape: "wall" | "page" | "phone";
}

/** The drawing with its words, or why there is none. */
export type Answer = { figure: string } | { problem: string };

/** The shape that fits this window; `wide`: where there is room. */
export function shapeHere(wide: "wall" | "page" = "page"): Wanted["shape"] {
  return innerWidth < 720 ? "phone" : wide;
}

/** How often at most it is fetched anew while things happen, and how often anyway; ms. */
export const SOONEST = 2_000;
export const ANYWAY = 20_000;

/** Shows the picture now and whenever it changes. `eager`: when something happens, not only now and then. */
export function follow(wanted: Wanted, eager: boolean, show: (answer: Answer) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let [last, over, busy, before] = [0, false, false, ""];
  const plan = (ms: number) => {
    clearTimeout(timer);
    if (!over) timer = setTimeout(look, ms);
  };
  const look = async () => {
    if (busy || document.hidden) return plan(SOONEST);
    busy = true;
    const { answer, again } = await ask(wanted);
    [busy, last] = [false, Date.now()];
    const now = JSON.stringify(answer);
    if (!over && answer && now !== before) show(answer);
    before = answer ? now : before;
    plan(again);
  };
  const happened = () => plan(Math.max(0, last + SOONEST - Date.now()));
  const deaf = eager ? onEvent(happened) : () => undefined;
  void look();
  return () => {
    over = true;
    clearTimeout(timer);
    deaf();
  };
}

interface Asked {
  /** Null while there is nothing new to say: the line is down. */
  answer: Answer | null;
  /** When to ask again, ms. */
  again: number;
}

async function ask(wanted: Wanted): Promise<Asked> {
  try {
    const found = await fetch(addressOf(wanted), { headers: { Authorization: `Bearer ${cafe.token}` } });
    if (found.status === 202) return { answer: { problem: await found.text() }, again: SOONEST };
    const page = new DOMParser().parseFromString(await found.text(), "text/html");
    return { answer: found.ok ? figureIn(page) : { problem: headline(page) }, again: ANYWAY };
  } catch {
    return { answer: null, again: ANYWAY };
  }
}

export function addressOf({ picture, of, shape }: Wanted): string {
  const query = new URLSearchParams(of ? { of, shape } : { shape });
  return `/w/${cafe.code}/pictures/${picture}.html?${query}`;
}

function figureIn(page: Document): Answer {
  const figure = page.querySelector("figure.picture");
  return figure ? { figure: figure.outerHTML } : { problem: headline(page) };
}

function headline(page: Document): string {
  return page.querySelector("h1")?.textContent ?? t("The picture cannot be fetched now.");
}
