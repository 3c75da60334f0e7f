import type { ComponentChildren, JSX } from "preact";
import { t } from "../words";

export type At = "done" | "now" | "next";

interface ThreadProps {
  label?: string | undefined;
  /** {@link Knot}s. */
  children: ComponentChildren;
}

/** One line with knots: the agenda, or where something comes from. */
export function Thread({ label, children }: ThreadProps): JSX.Element {
  return (
    <ol class="thread" aria-label={label}>
      {children}
    </ol>
  );
}

interface KnotProps {
  at: At;
  /** Evidence needs no "done" said at each knot. */
  silent?: boolean | undefined;
  children: ComponentChildren;
}

export function Knot({ at, silent, children }: KnotProps): JSX.Element {
  return (
    <li data-at={at} aria-current={at === "now" ? "step" : undefined}>
      {!silent && <span class="only-read">{knotWord(at)}</span>}
      {children}
    </li>
  );
}

function knotWord(at: At): string {
  if (at === "done") return t("Done:");
  return at === "now" ? t("Now:") : t("To come:");
}
