// How the line stands, as the bar and the bands say it.
import { type LinkState as Line, link, lostBy, waiting } from "../engine";
import type { LinkProps } from "../parts/link";
import { someUnsaved } from "../writing/unsaved";
import { isAdding } from "./outgoing";

/** Before the first answer there is nothing to say, and afterwards neither: those screens speak for themselves. */
export function barLink(): LinkProps | undefined {
  const state = barState(link.value);
  if (state === undefined) return undefined;
  const held = { waiting: waiting.value.length, notes: waiting.value.every(isAdding) };
  return { state, ...held, unsaved: someUnsaved.value };
}

function barState(line: Line): LinkProps["state"] | undefined {
  if (line === "connecting" || line === "refused" || line === "ended") return undefined;
  return line === "reconnecting" && lostBy.value === "restarting" ? "restarting" : line;
}
