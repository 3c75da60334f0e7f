import type { JSX } from "preact";
import { spoken } from "./announce";

/** The one live region of a page. Place it once, outside all that comes and goes. */
export function StatusLine(): JSX.Element {
  return (
    <p class="only-read" role="status" aria-live="polite">
      {spoken.value}
    </p>
  );
}
