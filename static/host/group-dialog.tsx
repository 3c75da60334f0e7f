import type { JSX } from "preact";
import { Button } from "../parts/button";
import { Dialog } from "../parts/dialog";
import { t } from "../words";
import { setGroup } from "./deeds";
import type { House } from "./house";
import { close } from "./opened";
import { groupsToChoose } from "./people";
import { perform } from "./perform";
import type { Guest } from "./tables";

interface GroupProps {
  /** Id of the person it is about. */
  person: string;
  house: House;
}

/** Where is this person from? What they said at the door can be put right. */
export function GroupDialog({ person, house }: GroupProps): JSX.Element | null {
  const guest = house.people.find((other) => other.id === person);
  if (!guest) return null;
  return (
    <Dialog title={t("Which group is %(name)s from?", { name: guest.name })} onClose={close}>
      <p class="small">{t("Only hosts see it. New seats mix the groups. You can undo this.")}</p>
      <ul class="desk-moves">
        {groupsToChoose(guest).map((group) => (
          <li key={group}>
            <Button dense wide onPress={() => choose(guest, group)}>
              {group || t("No group")}
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function choose(guest: Guest, group: string): void {
  close();
  perform(setGroup(guest, group));
}
