import type { JSX, TargetedKeyboardEvent, TargetedMouseEvent } from "preact";
import { excerpt } from "../cafe/words";
import type { WallNoteDoc } from "../wire/documents";
import { t } from "../words";
import type { Board } from "./board";
import { choose, chooseAll, isChosen, type Lying } from "./chosen";

interface BoxProps {
  board: Board;
  lying: Lying;
  note: WallNoteDoc;
}

const BOX = "input[data-note]";

/** Chooses a note. With Shift, and all between the last one and this; arrows go from box to box. */
export function Box({ board, lying, note }: BoxProps): JSX.Element {
  return (
    <label class="note-box">
      <input
        type="checkbox"
        data-note={note.id}
        data-group={lying.group?.id}
        checked={isChosen(lying)}
        onClick={(event) => press(event, board)}
        onChange={(event) => choose(lying, event.currentTarget.checked)}
        onKeyDown={(event) => steer(event, board)}
      />
      <span class="only-read">{t("Choose: %(words)s", { words: excerpt(note.text) })}</span>
    </label>
  );
}

/** The box that was pressed last: where a stretch begins. */
let anchor: HTMLInputElement | null = null;

function boxesAround(box: Element): HTMLInputElement[] {
  return [...(box.closest(".board")?.querySelectorAll<HTMLInputElement>(BOX) ?? [])];
}

function lyingOf(box: HTMLInputElement, { wall }: Board): Lying {
  const group = wall.peek().groups.find(({ id }) => id === box.dataset["group"]) ?? null;
  return { note: box.dataset["note"] ?? "", group };
}

/** Space with Shift comes here as well: a press by keyboard. */
function press(event: TargetedMouseEvent<HTMLInputElement>, board: Board): void {
  const box = event.currentTarget;
  if (event.shiftKey && anchor?.isConnected) stretch(anchor, box, box.checked, board);
  anchor = box;
}

function stretch(from: HTMLInputElement, to: HTMLInputElement, on: boolean, board: Board): void {
  const boxes = boxesAround(to);
  const [a, b] = [boxes.indexOf(from), boxes.indexOf(to)].sort((x, y) => x - y);
  if (a === undefined || b === undefined || a < 0) return;
  chooseAll(
    boxes.slice(a, b + 1).map((box) => lyingOf(box, board)),
    on,
  );
}

/** Arrows go on; with Shift they choose on the way. Enter goes to what can be done with the chosen notes. */
function steer(event: TargetedKeyboardEvent<HTMLInputElement>, board: Board): void {
  const way = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const box = event.currentTarget;
  if (event.key === "Enter") toTheBar(event);
  if (way === undefined) return;
  event.preventDefault();
  const boxes = boxesAround(box);
  const next = boxes[boxes.indexOf(box) + way];
  if (!next) return;
  if (event.shiftKey) chooseAll([lyingOf(box, board), lyingOf(next, board)], true);
  anchor = next;
  next.focus();
}

function toTheBar(event: TargetedKeyboardEvent<HTMLInputElement>): void {
  event.preventDefault();
  if (!event.currentTarget.checked) event.currentTarget.click();
  requestAnimationFrame(() => document.querySelector<HTMLElement>(".chosen-bar button")?.focus());
}

/** Back from what can be done, to the box one came from. */
export function backToTheBoxes(): void {
  if (anchor?.isConnected) anchor.focus();
}
