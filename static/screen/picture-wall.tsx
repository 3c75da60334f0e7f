import type { JSX } from "preact";
import { shapeHere } from "../pictures/live";
import { nameOf } from "../pictures/names";
import { Picture } from "../pictures/picture";
import type { ShowingDoc } from "../wire/documents";

interface PictureWallProps {
  showing: ShowingDoc;
  title: string;
}

/** What the host shows instead of the step's own wall. The same in words lies beneath. */
export function PictureWall({ showing, title }: PictureWallProps): JSX.Element {
  return (
    <div class="wall-picture">
      <p class="wall-turnout" dir="auto">
        {title}
      </p>
      <h1>{nameOf(showing.picture)}</h1>
      <Picture
        picture={showing.picture}
        of={showing.of}
        shape={shapeHere(innerHeight < innerWidth ? "wall" : "page")}
        eager
      />
    </div>
  );
}
