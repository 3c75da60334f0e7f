import type { JSX } from "preact";

interface DotsProps {
  placed: number;
  free?: number | undefined;
  big?: boolean | undefined;
  /** The same in words, if it does not stand beside the dots. */
  words?: string | undefined;
}

export function Dots({ placed, free = 0, big, words }: DotsProps): JSX.Element {
  return (
    <>
      {words && <span class="only-read">{words}</span>}
      <span class={big ? "dots dots--big" : "dots"} aria-hidden="true">
        {Array.from({ length: placed + free }, (_, at) => (
          <i key={at} class={at < placed ? undefined : "free"} />
        ))}
      </span>
    </>
  );
}
