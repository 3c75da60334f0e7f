import type { ComponentChildren, JSX } from "preact";

interface ChipProps {
  look?: "plain" | "now" | "done" | undefined;
  children: ComponentChildren;
}

export function Chip({ look = "plain", children }: ChipProps): JSX.Element {
  return <span class={look === "plain" ? "chip" : `chip chip--${look}`}>{children}</span>;
}
