import type { ComponentChildren, JSX } from "preact";
import { nt, t } from "../words";

interface SeatsProps {
  /** "Who sits here". */
  label: string;
  /** Right behind a {@link TableHero}: people sit at its edge. */
  edge?: boolean | undefined;
  class?: string | undefined;
  children: ComponentChildren;
}

export function Seats({ label, edge, class: more, children }: SeatsProps): JSX.Element {
  const classes = ["seats", edge && "seats--edge", more].filter(Boolean).join(" ");
  return (
    <ul class={classes} aria-label={label}>
      {children}
    </ul>
  );
}

export interface SeatProps {
  name: string;
  /** A square mark: a facilitator or a host. */
  lead?: boolean | undefined;
  you?: boolean | undefined;
  writing?: boolean | undefined;
  away?: boolean | undefined;
  /** Kept for someone who dropped out, for so many more minutes. */
  heldMinutes?: number | undefined;
  /** Said instead of the words that follow from the state: "host", "next". */
  note?: string | undefined;
  /** Shown in the mark instead of the first letter. */
  mark?: ComponentChildren;
}

/** Who sits here, and how: always in words, never by colour alone. */
export function Seat(props: SeatProps): JSX.Element {
  const note = props.note ?? seatWords(props);
  return (
    <li class={seatClass(props)}>
      <span class="seat-mark" aria-hidden="true">
        {props.mark ?? firstLetter(props.name)}
      </span>
      <span>
        <bdi>{props.name}</bdi>
        {note && <small>{note}</small>}
      </span>
    </li>
  );
}

/** A seat without a person: a free one, or words about the room ("58 are here"). */
export function FreeSeat({ children = t("Free seat") }: { children?: ComponentChildren }): JSX.Element {
  return (
    <li class="seat seat--free">
      <span>{children}</span>
    </li>
  );
}

/** A plain sign at the table's edge, for the wall: "23 tables". */
export function SeatSign({ children }: { children: ComponentChildren }): JSX.Element {
  return (
    <li class="seat">
      <span>{children}</span>
    </li>
  );
}

function seatClass({ lead, you, away, heldMinutes }: SeatProps): string {
  const held = heldMinutes !== undefined;
  const classes = [
    "seat",
    lead && "seat--lead",
    you && "seat--you",
    held && "seat--held",
    away && "seat--away",
  ];
  return classes.filter(Boolean).join(" ");
}

function seatWords({ lead, you, writing, away, heldMinutes }: SeatProps): string {
  const words = [
    lead && t("facilitator"),
    you && t("you"),
    writing && t("writing a note"),
    away && t("away"),
    heldMinutes !== undefined && nt("seat held, %(n)s min", "seat held, %(n)s min", heldMinutes),
  ];
  return words.filter(Boolean).join(", ");
}

function firstLetter(name: string): string {
  const [first = ""] = name.trim();
  return first.toUpperCase();
}
