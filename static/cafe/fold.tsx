import type { ComponentChildren, JSX } from "preact";
import { useId, useState } from "preact/hooks";
import { Icon } from "../parts/icons";

interface FoldProps {
  title: string;
  /** How much is inside: "3 notes". */
  count?: string | undefined;
  open?: boolean | undefined;
  class?: string | undefined;
  level?: 2 | 3 | 4 | undefined;
  children: ComponentChildren;
}

/** A side matter with a heading that opens and closes it. */
export function Fold({
  title,
  count,
  open = false,
  class: more = "",
  level = 2,
  children,
}: FoldProps): JSX.Element {
  const [shown, show] = useState(open);
  const id = useId();
  const Heading = `h${level}` as const;
  return (
    <section class={`fold ${more}`.trim()} aria-labelledby={id}>
      <Heading id={id} class="fold-head">
        <button type="button" aria-expanded={shown} onClick={() => show(!shown)}>
          <Icon name="down" />
          <span>
            {title} {count && <span class="count soft small">{count}</span>}
          </span>
        </button>
      </Heading>
      {shown && <div class="fold-body">{children}</div>}
    </section>
  );
}
