import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { afterDrawing } from "../cafe/focus";
import { Button } from "../parts/button";
import { Picker } from "../parts/picker";
import { nt, t } from "../words";
import type { Board } from "./board";
import { backToTheBoxes } from "./box";
import { chooseNone, chosenOn, type Moved, stopChoosing } from "./chosen";
import { moveTo, partOf, startGroup, takeOut } from "./moves";
import { fits, targets } from "./targets";
import { count } from "./wording";

/** What to do with the chosen notes; in sight while anything is chosen. */
export function ChosenBar({ board }: { board: Board }): JSX.Element {
  const [first, ...others] = chosenOn(board.wall.value);
  const n = first ? others.length + 1 : 0;
  return (
    <section
      class="chosen-bar"
      aria-label={t("What is chosen")}
      onKeyDown={(event) => event.key === "Escape" && !event.defaultPrevented && backToTheBoxes()}
    >
      <p class="firm" role="status">
        {nt("%(things)s chosen", "%(things)s chosen", n, { things: count(board, n) })}
      </p>
      {first ? (
        <Tools board={board} lying={[first, ...others]} />
      ) : (
        <p class="small soft">
          {t("Press a box, or Space on it. With Shift: all between. Enter comes here.")}
        </p>
      )}
      <Button dense look="quiet" onPress={stopChoosing}>
        {t("Done")}
      </Button>
    </section>
  );
}

function Tools({ board, lying }: { board: Board; lying: Moved }): JSX.Element {
  const [moving, setMoving] = useState(false);
  const { groups } = board.wall.value;
  const act = (deed: () => void) => () => {
    deed();
    chooseNone();
    afterDrawing(backToTheBoxes);
  };
  return (
    <>
      {groups.length > 0 && (
        <div class="chosen-move">
          <Button dense icon="go" expanded={moving} onPress={() => setMoving(!moving)}>
            {t("Move them to…")}
          </Button>
          {moving && (
            <Picker
              label={t("Move them to…")}
              items={targets(board, groups, (to) => act(() => moveTo(board, to, lying))())}
              fits={fits}
              onClose={() => setMoving(false)}
            />
          )}
        </div>
      )}
      <Button dense icon="plus" onPress={act(() => startGroup(board, lying))}>
        {partOf(lying) ? t("Split them off") : t("Make a new group of them")}
      </Button>
      {lying.some(({ group }) => group) && (
        <Button dense icon="back" onPress={act(() => takeOut(board, lying))}>
          {t("Take them out")}
        </Button>
      )}
    </>
  );
}
