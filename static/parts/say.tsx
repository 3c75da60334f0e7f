import type { ComponentChildren, JSX } from "preact";
import { Icon, type IconName } from "./icons";

export interface SayProps {
  icon: IconName;
  title: string;
  /** Words and buttons below the title. */
  children?: ComponentChildren;
  /** Needs an answer: marigold ground. */
  now?: boolean | undefined;
  /** Without the rule above. */
  bare?: boolean | undefined;
  /** The level that fits where it stands. */
  level?: 2 | 3 | 4 | undefined;
  id?: string | undefined;
}

/** The software speaks: flat, with a mark. */
export function Say({ icon, title, children, now, bare, level = 3, id }: SayProps): JSX.Element {
  const Title = `h${level}` as const;
  const classes = ["say", now && "say--now", bare && "say--bare"].filter(Boolean).join(" ");
  return (
    <div class={classes} id={id}>
      <Icon name={icon} />
      <div class="say-body">
        <Title class="say-title">{title}</Title>
        {children}
      </div>
    </div>
  );
}
