// What a host should not do while the line is down: orders would arrive late and surprise everyone.
import { link } from "../engine";
import type { LinkState } from "../parts/link";
import { t } from "../words";

type Line = typeof link.value;

/** The bar knows four states; the others belong to whole pages. Before the first answer there is nothing to say. */
export function barLink(state: Line): LinkState | undefined {
  if (state === "connecting") return undefined;
  return state === "refused" || state === "ended" ? "reconnecting" : state;
}

const DOWN: readonly Line[] = ["reconnecting", "catching-up", "refused", "ended"];

/** Why a button that acts at once for everyone cannot be pressed now. */
export function offlineReason(): string | undefined {
  return DOWN.includes(link.value) ? t("no connection") : undefined;
}
