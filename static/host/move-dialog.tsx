import type { JSX } from "preact";
import { Button } from "../parts/button";
import { Dialog } from "../parts/dialog";
import { nt, t } from "../words";
import { movePerson } from "./deeds";
import type { House } from "./house";
import { close } from "./opened";
import { perform } from "./perform";
import { emptiest, type Guest, seatedAt, type TableView } from "./tables";

interface MoveProps {
  /** Id of who is to move. */
  person: string;
  house: House;
}

/** Where to? Every table with its size; the emptiest is said first. */
export function MoveDialog({ person, house }: MoveProps): JSX.Element {
  const guest = house.people.find((other) => other.id === person);
  const best = guest && emptiest(house.views, guest.table ?? 0);
  return (
    <Dialog title={t("Move %(name)s to…", { name: guest?.name ?? "" })} onClose={close}>
      <p class="small">{t("What they wrote stays at the table where they wrote it. You can undo this.")}</p>
      {guest && best && (
        <Button look="do" wide onPress={() => move(guest, best.no)}>
          {t("Table %(no)s, which has the fewest people", { no: best.no })}
        </Button>
      )}
      <ul class="desk-moves">
        {house.views
          .filter((view) => view.no !== guest?.table)
          .map((view) => (
            <li key={view.no}>
              <Button dense wide onPress={() => guest && move(guest, view.no)}>
                {t("Table %(no)s · %(size)s", { no: view.no, size: sizeWords(view) })}
              </Button>
            </li>
          ))}
      </ul>
    </Dialog>
  );
}

function sizeWords(view: TableView): string {
  return nt("%(n)s person", "%(n)s people", seatedAt(view));
}

function move(guest: Guest, table: number): void {
  close();
  perform(movePerson(guest, table));
}
