import type { JSX } from "preact";
import { pieces } from "./find";

interface MarkedProps {
  text: string;
  /** What was looked for. */
  words: string;
}

/** A note's words, with those that were looked for marked. */
export function Marked({ text, words }: MarkedProps): JSX.Element {
  const parts = pieces(text, words);
  // The odd pieces are those that were found; their places in the text are what tells them apart.
  let at = 0;
  return (
    <>
      {parts.map((part, no) => {
        const key = at;
        at += part.length + 1;
        return no % 2 === 1 ? <mark key={key}>{part}</mark> : part;
      })}
    </>
  );
}
