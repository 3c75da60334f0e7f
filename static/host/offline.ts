// What a host should not do while the line is down: orders would arrive late and surprise everyone.
import { link } from "../engine";
import { t } from "../words";

type Line = typeof link.value;

const DOWN: readonly Line[] = ["reconnecting", "catching-up", "refused", "ended"];

/** Why a button that acts at once for everyone cannot be pressed now. */
export function offlineReason(): string | undefined {
  if (link.value === "holding") return t("cannot save now");
  return DOWN.includes(link.value) ? t("no connection") : undefined;
}
