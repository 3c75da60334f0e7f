import type { JSX } from "preact";
import { GroupDialog } from "./group-dialog";
import type { House } from "./house";
import { MoveDialog } from "./move-dialog";
import { opened } from "./opened";
import { PeopleDialog } from "./people-dialog";
import { TableDrawer } from "./table-drawer";
import { VotesDialog } from "./votes-dialog";
import { WishesDialog } from "./wishes-dialog";

/** Everything that lies over the desk, the last opened in front. */
export function Overlays({ house }: { house: House }): JSX.Element {
  return (
    <>
      {opened.value.map((thing) => {
        const key = JSON.stringify(thing);
        if (thing.what === "table") return <TableDrawer key={key} no={thing.no} house={house} />;
        if (thing.what === "people") return <PeopleDialog key={key} house={house} />;
        if (thing.what === "votes") return <VotesDialog key={key} house={house} />;
        if (thing.what === "wishes") return <WishesDialog key={key} house={house} />;
        if (thing.what === "group") return <GroupDialog key={key} person={thing.person} house={house} />;
        return <MoveDialog key={key} person={thing.person} house={house} />;
      })}
    </>
  );
}
