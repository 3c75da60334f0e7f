import type { ComponentChildren, JSX } from "preact";

interface TableHeroProps {
  /** "The question on the table". */
  eyebrow: string;
  /** The prompt, or who speaks. */
  title: string;
  /** A line below it. */
  lead?: string | undefined;
  /** The clock of this place, if time runs here. */
  clock?: ComponentChildren;
  /** More words on the table itself. */
  children?: ComponentChildren;
  id?: string | undefined;
}

/** The table: it holds the question. Put {@link Seats} with `edge` right behind it. */
export function TableHero({
  eyebrow,
  title,
  lead,
  clock,
  children,
  id = "prompt",
}: TableHeroProps): JSX.Element {
  return (
    <section class="table" aria-labelledby={id}>
      <div class="table-head">
        <div>
          <p class="eyebrow">{eyebrow}</p>
          <h1 class="hero-title" id={id} dir="auto">
            {title}
          </h1>
          {lead && (
            <p class="lead" dir="auto">
              {lead}
            </p>
          )}
          {children}
        </div>
        {clock}
      </div>
    </section>
  );
}
