import type { JSX } from "preact";

interface LoadingProps {
  /** "Fetching your table…" */
  text: string;
  /** How many sheets to draw. */
  sheets?: number | undefined;
}

/** Paper to come. It lies still. */
export function Loading({ text, sheets = 2 }: LoadingProps): JSX.Element {
  return (
    <div class="loading" aria-busy="true">
      <p class="small">{text}</p>
      <div class="notes" aria-hidden="true">
        {Array.from({ length: sheets }, (_, at) => (
          <div key={at} class="note">
            <span class="ghost" />
            <span class="ghost ghost--most" />
            <span class="ghost ghost--some" />
          </div>
        ))}
      </div>
    </div>
  );
}
