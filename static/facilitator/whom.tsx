import type { JSX } from "preact";
import { useId } from "preact/hooks";
import { me } from "../cafe/on";
import { one } from "../engine";
import type { SeatDoc } from "../wire/documents";
import { t } from "../words";

/** The others who sit at the table that I lead: those I may write, vote and answer for. */
export function othersAtMyTable(): SeatDoc[] {
  const table = one("table:table");
  const who = me();
  if (!table || !who || who.leads !== table.no) return [];
  return table.seats.filter(({ person }) => person !== who.id);
}

interface WhomProps {
  label: string;
  hint?: string | undefined;
  /** The first choice: nobody else. */
  none: string;
  chosen: string | null;
  onChoose: (person: string | null) => void;
}

/** For whom: somebody at the table who cannot type, or is on the phone. */
export function Whom({ label, hint, none, chosen, onChoose }: WhomProps): JSX.Element | null {
  const id = useId();
  const people = othersAtMyTable();
  if (people.length === 0) return null;
  return (
    <div class="field">
      <label for={id}>
        {label}
        {hint && <span class="hint">{hint}</span>}
      </label>
      <select
        id={id}
        class="input"
        value={chosen ?? ""}
        onChange={(event) => onChoose(event.currentTarget.value || null)}
      >
        <option value="">{none}</option>
        {people.map(({ person, name, held_since }) => (
          <option key={person} value={person}>
            {held_since === null ? name : t("%(name)s (by phone, or away)", { name })}
          </option>
        ))}
      </select>
    </div>
  );
}

/** The name of somebody at my table. */
export function nameOf(person: string): string {
  return othersAtMyTable().find((seat) => seat.person === person)?.name ?? "";
}
