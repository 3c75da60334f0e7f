import type { JSX } from "preact";
import { nt, t } from "../words";

export interface MiniProps {
  /** The table's number. */
  no: number;
  /** People here, seats held for people who dropped out, free seats. */
  here: number;
  held?: number | undefined;
  free?: number | undefined;
  /** The facilitator, if this table has one. */
  lead?: "here" | "away" | undefined;
  /** "11 notes", "3 notes, quiet for 6 min". */
  caption: string;
  /** Why this table needs the host: "One person", "Facilitator away", "Asks for you". */
  alert?: string | undefined;
  onOpen: () => void;
}

/** A table, small: 23 of them fit the host's screen. */
export function Mini(props: MiniProps): JSX.Element {
  const { alert, caption, onOpen } = props;
  return (
    <button type="button" class="mini" data-alert={alert !== undefined || undefined} onClick={onOpen}>
      <MiniDrawing {...props} />
      <span class="only-read">{miniWords(props)}</span>
      {alert === undefined ? <span>{caption}</span> : <Alert alert={alert} caption={caption} />}
    </button>
  );
}

function Alert({ alert, caption }: { alert: string; caption: string }): JSX.Element {
  return (
    <>
      <b>{alert}</b>
      <span class="only-read">{caption}</span>
    </>
  );
}

function MiniDrawing({ no, here, held = 0, free = 0, lead }: MiniProps): JSX.Element {
  const looks = [
    ...Array<string>(here).fill("here"),
    ...Array<string>(held).fill("held"),
    ...Array<string>(free).fill("free"),
  ];
  const places = seatPlaces(looks.length);
  return (
    <svg viewBox="0 0 96 64" aria-hidden="true">
      <rect class="place" x="18" y="18" width="60" height="28" rx="10" />
      <text class="no" x="48" y="39.5" text-anchor="middle">
        {no}
      </text>
      {places.map(([x, y, r], at) => (
        <circle key={`${x} ${y}`} class={looks[at]} cx={x} cy={y} r={r} />
      ))}
      {lead && (
        <rect class={lead === "away" ? "lead away" : "lead"} x="3" y="27" width="10" height="10" rx="2" />
      )}
    </svg>
  );
}

type Place = readonly [x: number, y: number, r: number];

/** Seats along both long sides, an odd one at the head; the corners of four look the same on every table. */
function seatPlaces(seats: number): Place[] {
  const head = seats > 4 && seats % 2 === 1 ? 1 : 0;
  const columns = Math.max(2, Math.ceil((seats - head) / 2));
  const gap = Math.min(28, 56 / (columns - 1));
  const r = Math.min(5.5, gap * 0.4);
  const row = (y: number): Place[] =>
    Array.from({ length: columns }, (_, at) => [48 + (at - (columns - 1) / 2) * gap, y, r] as const);
  const places = [...row(9), ...row(55)].slice(0, seats - head);
  return head ? [...places, [88, 32, r]] : places;
}

function miniWords({ no, here, held = 0, lead }: MiniProps): string {
  const words = [
    t("Table %(no)s", { no }),
    nt("%(n)s person", "%(n)s people", here),
    held > 0 && nt("%(n)s seat held", "%(n)s seats held", held),
    lead === "away" && t("facilitator away"),
  ];
  return `${words.filter(Boolean).join(", ")}. `;
}

/** What the signs of the small tables mean. */
export function MiniKey(): JSX.Element {
  return (
    <p class="small soft mini-key">
      <KeySign name="here" words={t("here")} />
      <KeySign name="held" words={t("seat held")} />
      <KeySign name="free" words={t("free seat")} />
      <KeySign name="lead" words={t("facilitator")} />
    </p>
  );
}

function KeySign({ name, words }: { name: string; words: string }): JSX.Element {
  return (
    <span>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        {name === "lead" ? (
          <rect class="lead" x="2" y="2" width="12" height="12" rx="2.5" />
        ) : (
          <circle class={name} cx="8" cy="8" r="6.5" />
        )}
      </svg>
      {words}
    </span>
  );
}
