import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { nt, t } from "../words";
import { announce } from "./announce";
import { Icon, type IconName } from "./icons";

/**
 * How things stand between this device and the server. `restarting`: it said that it will be back in a moment.
 * `holding`: it is there, and cannot keep anything for now.
 */
export type LinkState = "connected" | "catching-up" | "reconnecting" | "restarting" | "waiting" | "holding";

export interface LinkProps {
  state: LinkState;
  /** How many commands are on this device and not yet acknowledged. */
  waiting?: number | undefined;
  /** They are notes, all of them. */
  notes?: boolean | undefined;
  /** Somewhere on the page words are not saved: their own place says why. */
  unsaved?: boolean | undefined;
}

/** Says honestly whether what people do arrives; a change is announced once, however often is tried meanwhile. */
export function Link(props: LinkProps): JSX.Element {
  const { state } = props;
  const words = linkWords(props);
  const told = useRef(state);
  useEffect(() => {
    if (PASSING.includes(state) || told.current === state) return;
    told.current = state;
    announce(words);
  }, [state, words]);
  return <LinkSign {...props} />;
}

/** The same without a voice, for a second place on the page. */
export function LinkSign(props: LinkProps): JSX.Element {
  return (
    <span class="link" data-link={linkLine(props.state)}>
      <Icon name={SIGNS[props.state]} />
      <span>{linkWords(props)}</span>
    </span>
  );
}

/** On the way to another state: for eyes only. */
const PASSING: readonly LinkState[] = ["catching-up", "waiting"];

const SIGNS: Record<LinkState, IconName> = {
  connected: "linked",
  "catching-up": "linked",
  reconnecting: "broken",
  restarting: "clock",
  waiting: "clock",
  holding: "clock",
};

/** The line style of the thread under the bar: whole, `partial` (dotted) or `broken` (dashed). */
export function linkLine(state: LinkState): "partial" | "broken" | undefined {
  if (state === "reconnecting") return "broken";
  return state === "connected" ? undefined : "partial";
}

/** Each fits on one line of a phone: the line below must not jump when they change. */
function linkWords({ state, waiting = 0, notes = false, unsaved = false }: LinkProps): string {
  if (state === "connected" && unsaved) return t("Connected");
  if (waiting === 0 || state === "connected" || state === "catching-up") return WITHOUT[state]();
  const things = countThings(waiting, notes);
  if (state === "waiting") return t("Sending %(things)s", { things });
  if (state === "holding") return t("Holding %(things)s. Nothing is lost", { things });
  if (state === "restarting") return t("Back in a moment. Holding %(things)s", { things });
  return t("Reconnecting. Holding %(things)s", { things });
}

const WITHOUT: Record<LinkState, () => string> = {
  connected: () => t("Connected. All saved"),
  "catching-up": () => t("Connected. Catching up"),
  reconnecting: () => t("Reconnecting. Keep writing"),
  restarting: () => t("Back in a moment. Keep writing"),
  waiting: () => t("Sending"),
  holding: () => t("Nothing can be saved just now"),
};

/** Where something unsent is, and for how long: "on this device". */
export function whereKept(onDevice: boolean): string {
  return onDevice ? t("on this device") : t("on this page, while it stays open,");
}

/** "2 notes", or "2 things" where there are others among them. */
export function countThings(n: number, notes: boolean): string {
  return notes ? nt("%(n)s note", "%(n)s notes", n) : nt("%(n)s thing", "%(n)s things", n);
}
