import type { ComponentChildren, JSX } from "preact";
import { useId } from "preact/hooks";
import { nt, t } from "../words";
import { KindName, kindClass } from "./kinds";

interface BoardProps {
  /** How many columns there are when there is room. */
  columns: number;
  class?: string | undefined;
  /** {@link BoardColumn}s. */
  children: ComponentChildren;
}

/** Lists of notes, side by side when there is room. */
export function Board({ columns, class: more = "", children }: BoardProps): JSX.Element {
  return <div class={`board board--${Math.min(columns, 3)} ${more}`.trim()}>{children}</div>;
}

interface BoardColumnProps {
  kind: string;
  count: number;
  /** Notes, in their order. */
  children: ComponentChildren;
  level?: 2 | 3 | undefined;
}

/** One kind: its name, how many there are, and the notes as a list. */
export function BoardColumn({ kind, count, children, level = 2 }: BoardColumnProps): JSX.Element {
  const id = useId();
  const Heading = `h${level}` as const;
  return (
    <section class={`board-col ${kindClass(kind)}`} aria-labelledby={id}>
      <Heading id={id}>
        <KindName kind={kind} />
        <span class="count">{nt("%(n)s note", "%(n)s notes", count)}</span>
      </Heading>
      {count === 0 && <p class="board-none">{t("Nothing here yet.")}</p>}
      <ul class="notes">{children}</ul>
    </section>
  );
}
