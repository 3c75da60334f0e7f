import type { ComponentChildren, JSX } from "preact";

interface EmptyProps {
  /** "The table is clear". */
  title: string;
  /** "The first note is the hardest. Half a sentence is enough." */
  text: string;
  /** The one thing to do. */
  children?: ComponentChildren;
  level?: 2 | 3 | undefined;
}

/** Nothing here yet, said kindly, with what would be first. */
export function Empty({ title, text, children, level = 2 }: EmptyProps): JSX.Element {
  const Title = `h${level}` as const;
  return (
    <div class="empty">
      <svg viewBox="0 0 96 64" aria-hidden="true">
        <rect class="place" x="18" y="18" width="60" height="28" rx="10" />
        <path
          class="free"
          d="M34 3.5a5.5 5.5 0 0 1 0 11a5.5 5.5 0 0 1 0-11M62 3.5a5.5 5.5 0 0 1 0 11a5.5 5.5 0 0 1 0-11M34 49.5a5.5 5.5 0 0 1 0 11a5.5 5.5 0 0 1 0-11M62 49.5a5.5 5.5 0 0 1 0 11a5.5 5.5 0 0 1 0-11"
        />
      </svg>
      <Title class="empty-title">{title}</Title>
      <p class="small soft">{text}</p>
      {children}
    </div>
  );
}
