import type { JSX } from "preact";
import { t } from "../words";

interface SkipLinkProps {
  /** The id of the part to go to. */
  to?: string | undefined;
  label?: string | undefined;
}

/** First on every page, for people who use the keyboard. */
export function SkipLink({ to = "main", label = t("Skip to the main part") }: SkipLinkProps): JSX.Element {
  return (
    <a class="skip" href={`#${to}`}>
      {label}
    </a>
  );
}
