import type { ComponentChildren, JSX } from "preact";
import { useEffect } from "preact/hooks";
import { announce } from "./announce";
import { Say } from "./say";

interface ErrorNoteProps {
  /** What did not work: "This note is too long by 31 characters". */
  title: string;
  /** What is safe, and what to do next. */
  children?: ComponentChildren;
  level?: 2 | 3 | 4 | undefined;
}

/** Something did not work. Calm: no red screen, no blame; it is announced politely. */
export function ErrorNote({ title, children, level }: ErrorNoteProps): JSX.Element {
  useEffect(() => announce(title), [title]);
  return (
    <Say icon="warning" title={title} level={level} bare>
      {children}
    </Say>
  );
}
