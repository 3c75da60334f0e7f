import type { JSX } from "preact";
import { writing } from "../engine";
import { Menu } from "../parts/menu";
import type { MenuItem } from "../parts/menu-list";
import { t } from "../words";
import { appoint, nameSpeaker } from "./deeds";
import type { House } from "./house";
import { open } from "./opened";
import { perform } from "./perform";
import type { Guest, TableView } from "./tables";

interface TablePeopleProps {
  view: TableView;
  house: House;
  at: string;
}

/** Who sits here, and what a host can do for each of them. */
export function TablePeople({ view, house, at }: TablePeopleProps): JSX.Element {
  const people = [...(view.lead ? [view.lead] : []), ...view.here, ...view.held];
  const busy = writing(at);
  return (
    <section aria-labelledby="table-people">
      <h3 id="table-people">{t("Who sits here")}</h3>
      <ul class="desk-people">
        {people.map((person) => (
          <li key={person.id} class="desk-person">
            <p>
              <b>
                <bdi>{person.name}</bdi>
              </b>{" "}
              <span class="small soft">{seatWords(person, view, house.now, busy.has(person.id))}</span>
            </p>
            <Menu
              label={t("What to do with %(name)s", { name: person.name })}
              items={choices(person, view, house)}
            />
          </li>
        ))}
      </ul>
      {!view.lead && (
        <p class="small">{t("This table has no facilitator. Everyone at it may highlight and choose.")}</p>
      )}
    </section>
  );
}

function seatWords(person: Guest, view: TableView, now: number, busy: boolean): string {
  const away = person.held_since;
  return [
    person.id === view.lead?.id && t("facilitator"),
    person.id === view.table.spokesperson && t("speaks for the table"),
    busy && t("writing"),
    away !== null && t("away for %(n)s s, seat held", { n: Math.max(0, Math.round((now - away) / 1000)) }),
  ]
    .filter(Boolean)
    .join(", ");
}

function choices(person: Guest, view: TableView, house: House): MenuItem[] {
  const { facilitator } = view.table;
  return person.id === facilitator
    ? [speaker(person, view), letGo(person, view)]
    : [speaker(person, view), lead(person, view, house), mover(person)];
}

function speaker(person: Guest, { no, table }: TableView): MenuItem {
  const speaks = table.spokesperson === person.id;
  return {
    label: speaks ? t("Does not speak for the table") : t("Speaks for the table"),
    icon: "voice",
    onChoose: () => perform(nameSpeaker(no, speaks ? null : person, table.spokesperson)),
  };
}

function lead(person: Guest, { no, table }: TableView, house: House): MenuItem {
  const left = house.tables.find((other) => other.facilitator === person.id)?.no ?? null;
  return {
    label: t("Leads table %(no)s", { no }),
    hint: table.facilitator === null ? undefined : t("instead of the facilitator it has"),
    icon: "people",
    onChoose: () => perform(appoint(no, person, table.facilitator, left)),
  };
}

function letGo(person: Guest, { no, table }: TableView): MenuItem {
  return {
    label: t("Leads no more"),
    hint: t("%(name)s stays at the table", { name: person.name }),
    icon: "people",
    onChoose: () => perform(appoint(no, null, table.facilitator, null)),
  };
}

function mover(person: Guest): MenuItem {
  return { label: t("Move to…"), icon: "go", onChoose: () => open({ what: "move", person: person.id }) };
}
