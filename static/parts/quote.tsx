import type { JSX } from "preact";
import { kindClass } from "./kinds";

interface QuoteProps {
  kind: string;
  /** Word for word; an editor's words only in [ ]. */
  text: string;
  /** Who and where: "Social worker · table 7 · round 1". */
  source: string;
  id?: string | undefined;
}

/** A note as the report shows it, in a list. */
export function Quote({ kind, text, source, id }: QuoteProps): JSX.Element {
  return (
    <li class={`quote ${kindClass(kind)}`} id={id}>
      <p dir="auto">{text}</p>
      <footer>{source}</footer>
    </li>
  );
}
