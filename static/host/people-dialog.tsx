import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { cafe, one } from "../engine";
import { Button } from "../parts/button";
import { Dialog } from "../parts/dialog";
import { Field } from "../parts/field";
import { Menu } from "../parts/menu";
import type { MenuItem } from "../parts/menu-list";
import { nt, t } from "../words";
import { Aftermath } from "./aftermath";
import { CHECKS } from "./figures";
import type { House } from "./house";
import { close, open } from "./opened";
import { found, groupsToChoose } from "./people";
import { perform } from "./perform";
import type { Guest } from "./tables";
import { roleWord } from "./words";

/** Everyone: find somebody, see where they are and from where, move them, take them out. */
export function PeopleDialog({ house }: { house: House }): JSX.Element {
  const search = useSignal("");
  const removing = useSignal<string | null>(null);
  const people = found(house.people, search.value);
  const leaving = people.find((person) => person.id === removing.value);
  return (
    <Dialog title={t("People")} look="drawer" onClose={close}>
      <div class="stack">
        <Field
          label={t("Search by name")}
          value={search.value}
          autocomplete="off"
          onChange={(text) => {
            search.value = text;
          }}
        />
        <p class="small soft" role="status">
          {nt("%(n)s person", "%(n)s people", people.length)}
        </p>
        <Quoting />
        <ul class="desk-people">
          {people.map((person) => (
            <PersonLine
              key={person.id}
              person={person}
              house={house}
              onRemove={() => {
                removing.value = person.id;
              }}
            />
          ))}
        </ul>
      </div>
      <Aftermath house={house} />
      {leaving && (
        <RemoveDialog
          person={leaving}
          onClose={() => {
            removing.value = null;
          }}
        />
      )}
    </Dialog>
  );
}

/** How many may be quoted, never who: people are counted in fives. */
function Quoting(): JSX.Element | null {
  const said = one("desk:quoting");
  if (said === undefined || said.agreed === null) return null;
  return (
    <p class="small soft">
      {t(
        "Of the first %(people)s who joined, %(n)s may be quoted. They are counted in fives, so that nobody sees who.",
        {
          people: said.people,
          n: said.agreed,
        },
      )}
    </p>
  );
}

interface LineProps {
  person: Guest;
  house: House;
  onRemove: () => void;
}

function PersonLine({ person, house, onRemove }: LineProps): JSX.Element {
  const items = choices(person, house, onRemove);
  return (
    <li class="desk-person">
      <div>
        <p>
          <b>
            <bdi>{person.name}</bdi>
          </b>{" "}
          <span class="small soft">{roleWord(person.role)}</span>
        </p>
        <p class="small soft">{whereWords(person, house).join(" · ")}</p>
      </div>
      {items.length > 0 && (
        <Menu label={t("What to do with %(name)s", { name: person.name })} items={items} />
      )}
    </li>
  );
}

function whereWords(person: Guest, house: House): string[] {
  const sits = person.role === "participant" || person.role === "facilitator";
  const seat = person.table === null ? t("in the lobby") : t("table %(no)s", { no: person.table });
  return [
    ...(sits ? [seat] : []),
    house.here.has(person.id) ? t("here") : person.held_since === null ? t("away") : t("away, seat held"),
    ...(person.group ? [person.group] : []),
    ...(sits && person.checks.length > 0 ? [triedWords(person.checks.length)] : []),
  ];
}

function triedWords(checks: number): string {
  return checks >= CHECKS ? t("tried all three") : t("tried %(n)s of %(all)s", { n: checks, all: CHECKS });
}

function choices(person: Guest, house: House, onRemove: () => void): MenuItem[] {
  if (person.id === cafe.person) return [];
  const leads = house.tables.find((table) => table.facilitator === person.id)?.no;
  const sits = person.role === "participant" || person.role === "facilitator";
  const reason =
    leads === undefined
      ? undefined
      : t("leads table %(no)s; give that table to someone else first", { no: leads });
  const move: MenuItem = {
    label: t("Move to…"),
    icon: "go",
    reason,
    onChoose: () => open({ what: "move", person: person.id }),
  };
  const remove: MenuItem = {
    label: t("Take out of the café…"),
    icon: "close",
    stop: true,
    onChoose: onRemove,
  };
  const group: MenuItem = {
    label: t("Change the group…"),
    icon: "people",
    onChoose: () => open({ what: "group", person: person.id }),
  };
  return [
    ...(sits && house.seated ? [move] : []),
    ...(sits && groupsToChoose(person).length > 0 ? [group] : []),
    remove,
  ];
}

function RemoveDialog({ person, onClose }: { person: Guest; onClose: () => void }): JSX.Element {
  const { name } = person;
  const remove = () => {
    onClose();
    perform({
      order: { type: "person.remove", fields: { person: person.id } },
      said: t("%(name)s is out of the café.", { name }),
    });
  };
  return (
    <Dialog title={t("Take %(name)s out of the café?", { name })} onClose={onClose}>
      <p>{t("They see a calm message and cannot come back with their link. What they wrote stays.")}</p>
      <div class="stack stack--tight desk-choices">
        <Button wide onPress={onClose}>
          {t("Let them stay")}
        </Button>
        <Button look="stop" wide onPress={remove}>
          {t("Take %(name)s out", { name })}
        </Button>
      </div>
    </Dialog>
  );
}
