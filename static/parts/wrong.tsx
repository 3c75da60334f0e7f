import type { ComponentChildren, JSX } from "preact";
import { Icon } from "./icons";

interface WrongProps {
  /** For the field's `aria-describedby`. */
  id: string;
  children: ComponentChildren;
}

/** What is wrong with a field, and what would be right. */
export function Wrong({ id, children }: WrongProps): JSX.Element {
  return (
    <p class="wrong" id={id}>
      <Icon name="warning" />
      <span>{children}</span>
    </p>
  );
}
