import type { JSX } from "preact";
import { refused } from "../engine";
import { UndoBar } from "../parts/undo-bar";
import type { House } from "./house";
import { done, forget, leftover, trouble, undo } from "./perform";
import { TroubleBar } from "./trouble-bar";

/** What was just done, with its way back; or what did not work. Only in front: on the desk, or in what lies over it. */
export function Aftermath({ house }: { house: House }): JSX.Element | null {
  const wrong = trouble.value ?? leftover(refused.value);
  const last = done.value;
  if (wrong) return <TroubleBar trouble={wrong} house={house} />;
  if (last === null || last.back.length === 0) return null;
  return <UndoBar key={last.no} text={last.text} onUndo={undo} onGone={forget} />;
}
