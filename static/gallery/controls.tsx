import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Button, ButtonLink } from "../parts/button";
import { Chip } from "../parts/chip";
import { Dialog } from "../parts/dialog";
import { Dots } from "../parts/dots";
import { IconButton } from "../parts/icon-button";
import { Menu } from "../parts/menu";
import { Reach } from "../parts/reach";
import { UndoBar } from "../parts/undo-bar";
import { Part } from "./part";

const nothing = () => {};

export function Controls(): JSX.Element {
  return (
    <>
      <Part title="Buttons">
        <div class="row">
          <Button look="do">Lay it on the table</Button>
          <Button>Move to…</Button>
          <Button icon="heart" pressed>
            Thank you
          </Button>
          <Button look="stop" icon="hide">
            Hide this note now
          </Button>
          <Button look="quiet">Not now</Button>
          <Button reason="when 2 notes are in">Name it</Button>
          <Button look="do" busy="Sending">
            Lay it on the table
          </Button>
          <Button dense icon="plus">
            5 minutes
          </Button>
          <Button look="next" iconAfter="go">
            End this round and move
          </Button>
          <ButtonLink href="#main" dense icon="load">
            Word
          </ButtonLink>
          <IconButton icon="close" label="Close" onPress={nothing} />
          <Menu
            label="Choose what to do with the list"
            text="More"
            icon="down"
            items={[{ label: "All 104 people", onChoose: nothing }]}
          />
        </div>
      </Part>
      <Part title="Sheets and drawers">
        <Sheets />
      </Part>
      <Part title="Dots, chips and reach">
        <div class="stack">
          <Dots placed={3} free={2} big words="3 dots placed, 2 left" />
          <Dots placed={12} />
          <p class="row">
            <Chip look="now">Ready to start</Chip>
            <Chip>Cannot start yet: 1 thing missing</Chip>
            <Chip look="done">Done</Chip>
          </p>
          <Reach notes={12} tables={9} />
          <Reach notes={6} tables={1} more={["all from one table"]} />
          <Reach notes={23} tables={16} more={["16 dots"]} href="#main" />
        </div>
      </Part>
      <Part title="The way back">
        <UndoBar text="Moved Grace to table 8." onUndo={nothing} onGone={nothing} />
      </Part>
    </>
  );
}

function Sheets(): JSX.Element {
  const [open, setOpen] = useState<"sheet" | "drawer" | null>(null);
  const close = () => setOpen(null);
  return (
    <div class="row">
      <Button onPress={() => setOpen("sheet")}>End this round early</Button>
      <Button onPress={() => setOpen("drawer")}>Where this comes from</Button>
      {open === "sheet" && (
        <Dialog title="9 minutes are left. End it now?" onClose={close}>
          <ul class="small dotlist">
            <li>6 tables have no notes yet</li>
            <li>11 have not finished their recap</li>
          </ul>
          <div class="stack stack--tight">
            <Button look="do" wide onPress={close}>
              Let it run
            </Button>
            <Button wide onPress={close}>
              Give 5 more minutes
            </Button>
            <Button look="stop" wide onPress={close}>
              End it. A 60-second call goes out
            </Button>
          </div>
        </Dialog>
      )}
      {open === "drawer" && (
        <Dialog title="Where this comes from" look="drawer" onClose={close}>
          <p>The line in the report: Someone who stays.</p>
        </Dialog>
      )}
    </div>
  );
}
