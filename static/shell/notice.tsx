import type { ComponentChildren, JSX } from "preact";

interface NoticeProps {
  about: string;
  title: string;
  /** What can be done now. */
  children?: ComponentChildren;
}

/** The whole page says one thing. */
export function Notice({ about, title, children }: NoticeProps): JSX.Element {
  return (
    <main id="main" class="join">
      <header class="table join-table">
        <p class="eyebrow">{about}</p>
        <h1>{title}</h1>
      </header>
      <div class="join-form stack">{children}</div>
    </main>
  );
}
