import type { JSX } from "preact";
import { catchFocus } from "../cafe/focus";
import { done, forget } from "../cafe/undo";
import { refused } from "../engine";
import { UndoBar } from "../parts/undo-bar";
import type { House } from "./house";
import { leftover, trouble } from "./perform";
import { TroubleBar } from "./trouble-bar";

/** On a page of its own: what was just done there, with its way back; or what did not work. */
export function PageEnd({ house }: { house: House }): JSX.Element | null {
  const wrong = trouble.value ?? leftover(refused.value);
  if (wrong) return <TroubleBar trouble={wrong} house={house} />;
  const last = done.value;
  return last && <UndoBar key={last.no} text={last.text} onUndo={undo} onGone={forget} />;
}

function undo(): void {
  done.value?.undo();
  forget();
  catchFocus();
}
