import type { JSX } from "preact";
import { Icon } from "../parts/icons";

export interface DragOptions {
  /** Where a drop would count, for the element under the pointer; null: nowhere. */
  aimAt: (under: Element) => HTMLElement | null;
  /** `below`: dropped on the lower half of the aim. */
  onDrop: (aim: HTMLElement, below: boolean) => void;
  /** What is dragged, where it is more than the one note: "5 notes". */
  what?: () => string | undefined;
}

/** Close to the window's edge the page scrolls, by so many pixels a frame. */
const EDGE = 72;
const SPEED = 12;

/** A handle to drag a note by, with mouse, finger or pen. What it does is in the note's menu as well. */
export function Grip(options: DragOptions): JSX.Element {
  return (
    <span class="grip" aria-hidden="true" onPointerDown={(event) => begin(event, options)}>
      <Icon name="level" />
    </span>
  );
}

interface Drag extends DragOptions {
  grip: HTMLElement;
  ghost: HTMLElement;
  x: number;
  y: number;
  aim: HTMLElement | null;
  below: boolean;
  going: boolean;
}

function begin(event: PointerEvent, options: DragOptions): void {
  const grip = event.currentTarget as HTMLElement;
  const source = grip.closest<HTMLElement>(".note, .line, [data-drags]");
  if (!source || event.button !== 0) return;
  event.preventDefault();
  const drag: Drag = {
    ...options,
    ...{
      grip,
      ghost: ghostOf(source, options.what?.()),
      x: event.clientX,
      y: event.clientY,
      aim: null,
      below: false,
      going: true,
    },
  };
  grip.setPointerCapture(event.pointerId);
  source.dataset["drag"] = "";
  const move = (at: PointerEvent) => follow(drag, at);
  const stop = (at: Event) => {
    for (const [name, act] of endings) grip.removeEventListener(name, act);
    document.removeEventListener("keydown", giveUp);
    delete source.dataset["drag"];
    finish(drag, at.type === "pointerup");
  };
  const giveUp = (key: KeyboardEvent) => {
    if (key.key === "Escape") stop(key);
  };
  const endings = [
    ["pointermove", move as EventListener],
    ["pointerup", stop],
    ["pointercancel", stop],
  ] as const;
  for (const [name, act] of endings) grip.addEventListener(name, act);
  document.addEventListener("keydown", giveUp);
  follow(drag, event);
  scrollAtEdges(drag);
}

function ghostOf(source: HTMLElement, what: string | undefined): HTMLElement {
  const ghost = source.cloneNode(true) as HTMLElement;
  ghost.removeAttribute("id");
  ghost.classList.add("ghost-note");
  ghost.style.width = `${source.offsetWidth}px`;
  ghost.setAttribute("aria-hidden", "true");
  if (what !== undefined) ghost.dataset["what"] = what;
  document.body.append(ghost);
  return ghost;
}

function follow(drag: Drag, event: PointerEvent): void {
  drag.x = event.clientX;
  drag.y = event.clientY;
  drag.ghost.style.transform = `translate(${drag.x + 8}px, ${drag.y + 8}px)`;
  look(drag);
}

/** Marks what is under the pointer now, if a drop there would count. */
function look(drag: Drag): void {
  const under = document.elementFromPoint(drag.x, drag.y);
  const aim = under && drag.aimAt(under);
  if (aim !== drag.aim) delete drag.aim?.dataset["aim"];
  drag.aim = aim;
  if (!aim) return;
  const box = aim.getBoundingClientRect();
  drag.below = drag.y > box.top + box.height / 2;
  aim.dataset["aim"] = drag.below ? "below" : "above";
}

function scrollAtEdges(drag: Drag): void {
  if (!drag.going) return;
  const way = drag.y < EDGE ? -1 : drag.y > innerHeight - EDGE ? 1 : 0;
  if (way !== 0) {
    scrollBy(0, way * SPEED);
    look(drag);
  }
  requestAnimationFrame(() => scrollAtEdges(drag));
}

function finish(drag: Drag, dropped: boolean): void {
  drag.going = false;
  drag.ghost.remove();
  delete drag.aim?.dataset["aim"];
  if (dropped && drag.aim) drag.onDrop(drag.aim, drag.below);
}
