import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Board, BoardColumn } from "../parts/board";
import { Button } from "../parts/button";
import { Menu } from "../parts/menu";
import { type MenuItem, MenuList } from "../parts/menu-list";
import { Note } from "../parts/note";
import { Quote } from "../parts/quote";
import { Part } from "./part";

const nothing = () => {};

const KINDS: [string, string][] = [
  ["helped", "A manager who came along and listened."],
  ["hindered", "Nine screens before hello."],
  ["problem", "No two teams mean the same by “early”."],
  ["strength", "We know this town."],
  ["possibility", "What if we met at the school gate?"],
  ["suggestion", "Let two teams try it for a month."],
  ["solution", "Ring first, write later."],
  ["idea", "Start with one team."],
  ["question", "Who asks the children?"],
  ["comment", "Same here, table 3."],
  ["reaction", "I would stay in this job for that."],
  ["answer", "Keep the same worker, always."],
  ["gap", "Nothing about housing."],
  ["odd-one-out", "A kind that only the plan knows."],
];

const DEEDS: MenuItem[] = [
  { label: "Move to…", icon: "go", onChoose: nothing },
  { label: "Change", icon: "pen", onChoose: nothing },
  { label: "Highlight for the recap", icon: "highlight", onChoose: nothing },
  { label: "Make it a priority", icon: "priority", onChoose: nothing, reason: "3 are chosen already" },
  { label: "Take it away", icon: "bin", onChoose: nothing, stop: true },
];

const PLACES: MenuItem[] = [
  { label: "Telling it all again", icon: "go", hint: "12 notes · 9 tables", onChoose: nothing },
  { label: "Time behind a screen", icon: "go", hint: "23 notes · 16 tables", onChoose: nothing },
  { label: "A new group", icon: "plus", onChoose: nothing },
  { label: "Leave it on its own", icon: "done", onChoose: nothing },
];

const menu = <Menu label="Choose what to do with this note" items={DEEDS} />;

export function Notes(): JSX.Element {
  return (
    <>
      <Part title="Kinds" class="kit-notes">
        <ul class="notes">
          {KINDS.map(([kind, text]) => (
            <Note key={kind} kind={kind} text={text} by="Table 4" menu={menu} />
          ))}
        </ul>
      </Part>
      <Part title="A note’s life" class="kit-notes">
        <ul class="notes">
          <Note kind="helped" text="Laid on the table." by="Bethan" menu={menu} />
          <Note
            kind="helped"
            text="Just arrived: a ring, for four seconds."
            by="Tom"
            state="new"
            menu={menu}
          />
          <Note kind="helped" text="Not sent yet." state="waiting" why="10:29" />
          <Note
            kind="helped"
            text="Sent back by the server."
            state="refused"
            why="This round is over. Keep it for the next one."
          >
            <div class="row">
              <Button dense>Copy the words</Button>
              <Button dense look="quiet">
                Let it go
              </Button>
            </div>
          </Note>
          <PickedNote />
          <Note kind="hindered" text="Highlighted for the recap." by="Marek" you highlighted menu={menu} />
          <Note
            kind="possibility"
            text="One of the table’s three."
            by="Marek"
            you
            priority
            highlighted
            edited
            menu={menu}
          />
          <Note
            kind="problem"
            text="Builds on another, and was written in by someone else."
            by="Grace (by phone)"
            enteredBy="Nadia"
            buildsOn={["No two teams mean the same by “early”."]}
            broughtFrom={4}
            menu={menu}
          />
          <Note kind="solution" text="Large, for the plenary." by="Chosen at table 7" big />
          <Note kind="comment" text="" state="gone" />
          <Note
            kind="question"
            text={
              "Two lines,\nand Averylongwordwithoutanyblanksinitthatmustbebrokensomewheresonothingscrolls."
            }
            by="A participant with quite a long name from table 14"
            menu={menu}
          />
          <Note kind="answer" text="כל הפתקים נשארים כאן" by="מיכל" />
        </ul>
      </Part>
      <Part title="A board">
        <Board columns={2}>
          <BoardColumn kind="helped" count={2}>
            <Note
              kind="helped"
              text="Duty rang me back the same day. It sounds small. It was everything."
              by="Oluwaseun"
              menu={menu}
            />
            <Note
              kind="helped"
              text="Same worker for two years. The children stopped asking who was coming."
              by="Marek"
              you
              menu={menu}
            />
          </BoardColumn>
          <BoardColumn kind="hindered" count={0}>
            {null}
          </BoardColumn>
        </Board>
      </Part>
      <Part title="Quotes" class="kit-notes">
        <ul class="notes">
          <Quote
            kind="helped"
            text="Same worker for two years. The children stopped asking who was coming."
            source="Social worker · table 7 · round 1"
          />
          <Quote
            kind="hindered"
            text="I was the sixth name on the file [of one family]."
            source="Social worker · table 2 · round 1"
          />
        </ul>
      </Part>
    </>
  );
}

function PickedNote(): JSX.Element {
  const [open, setOpen] = useState(false);
  const again = { label: "Move to…", icon: "go", onChoose: () => setOpen(true) } as const;
  return (
    <Note
      kind="hindered"
      text="Picked up, to be moved."
      by="Table 4"
      state="picked"
      menu={<Menu label="Choose what to do with this note: Picked up" items={[again]} />}
    >
      {open && <MenuList inline heading label="Move to…" items={PLACES} onClose={() => setOpen(false)} />}
    </Note>
  );
}
