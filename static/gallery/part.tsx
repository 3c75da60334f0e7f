import type { ComponentChildren, JSX } from "preact";

interface PartProps {
  title: string;
  class?: string;
  children: ComponentChildren;
}

export function Part({ title, class: more = "", children }: PartProps): JSX.Element {
  return (
    <section class={more}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
