// What opens when somebody on a phone wants to see the picture of the screen. It comes when it is asked for.
import type { JSX } from "preact";
import { Dialog } from "../parts/dialog";
import type { ShowingDoc } from "../wire/documents";
import { shapeHere } from "./live";
import { nameOf } from "./names";
import { Picture } from "./picture";

interface LookProps {
  showing: ShowingDoc;
  onClose: () => void;
}

export function Look({ showing, onClose }: LookProps): JSX.Element {
  return (
    <Dialog title={nameOf(showing.picture)} onClose={onClose}>
      <Picture picture={showing.picture} of={showing.of} shape={shapeHere()} />
    </Dialog>
  );
}
