import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { nt, t } from "../words";
import { announce } from "./announce";
import { Icon, type IconName } from "./icons";

/** How things stand between this device and the server. */
export type LinkState = "connected" | "catching-up" | "reconnecting" | "waiting";

interface LinkProps {
  state: LinkState;
  /** How many commands are on this device and not yet acknowledged. */
  waiting?: number | undefined;
}

/** Says honestly whether what people do arrives; a change is announced. */
export function Link({ state, waiting = 0 }: LinkProps): JSX.Element {
  const words = linkWords(state, waiting);
  const before = useRef(state);
  useEffect(() => {
    if (before.current !== state) announce(words);
    before.current = state;
  }, [state, words]);
  return (
    <span class="link" data-link={linkLine(state)}>
      <Icon name={SIGNS[state]} />
      <span>{words}</span>
    </span>
  );
}

const SIGNS: Record<LinkState, IconName> = {
  connected: "linked",
  "catching-up": "linked",
  reconnecting: "broken",
  waiting: "clock",
};

/** The line style of the thread under the bar: whole, `partial` (dotted) or `broken` (dashed). */
export function linkLine(state: LinkState): "partial" | "broken" | undefined {
  if (state === "reconnecting") return "broken";
  return state === "connected" ? undefined : "partial";
}

function linkWords(state: LinkState, waiting: number): string {
  if (state === "reconnecting") return reconnecting(waiting);
  if (state === "catching-up") return t("Connected. Catching up");
  if (state === "waiting") return nt("Sending %(n)s thing", "Sending %(n)s things", waiting);
  return t("Connected. All saved");
}

function reconnecting(waiting: number): string {
  if (waiting === 0) return t("Reconnecting. Keep writing");
  return nt(
    "Reconnecting. Keep writing; %(n)s thing is safe here",
    "Reconnecting. Keep writing; %(n)s things are safe here",
    waiting,
  );
}
