import type { JSX } from "preact";
import { Bar } from "../parts/bar";
import { Button } from "../parts/button";
import { Clock } from "../parts/clock";
import { Icon } from "../parts/icons";
import type { LinkState } from "../parts/link";
import { Mini, MiniKey, type MiniProps } from "../parts/mini";
import { FreeSeat, Seat, Seats } from "../parts/seats";
import { TableHero } from "../parts/table-hero";
import { Part } from "./part";

const MINUTE = 60_000;
const START = Date.now();
const now = () => Date.now();
const nothing = () => {};

const LINKS: [LinkState, number][] = [
  ["connected", 0],
  ["catching-up", 0],
  ["waiting", 2],
  ["holding", 2],
  ["restarting", 0],
  ["reconnecting", 2],
];

const MINIS: Omit<MiniProps, "onOpen">[] = [
  { no: 4, here: 4, lead: "here", caption: "14 notes" },
  { no: 16, here: 3, held: 1, lead: "here", caption: "8 notes" },
  { no: 13, here: 2, free: 2, lead: "here", caption: "5 notes" },
  { no: 22, here: 5, lead: "here", caption: "11 notes" },
  { no: 23, here: 8, caption: "0 notes" },
  { no: 24, here: 11, free: 1, caption: "9 notes" },
  { no: 3, here: 4, lead: "away", caption: "9 notes", alert: "Facilitator away" },
  { no: 11, here: 1, free: 3, lead: "here", caption: "3 notes", alert: "One person" },
];

export function Places(): JSX.Element {
  return (
    <>
      <Part title="The bar and its connection">
        <div class="stack">
          {LINKS.map(([state, waiting]) => (
            <Bar
              key={state}
              title="Table 7"
              where="Our stories · round 1 of 3"
              link={{ state, waiting, notes: true }}
              onHelp={nothing}
            />
          ))}
          <Bar
            title="Our stories, Westmere"
            where="Host · Amina. Rob is co-host"
            link={{ state: "connected" }}
            onHelp={nothing}
          >
            <Button dense icon="projector">
              Projector
            </Button>
          </Bar>
        </div>
      </Part>
      <Part title="The table and who sits at it">
        <TableHero
          eyebrow="The question on the table"
          title="When did support really reach a family you know, and what got in its way?"
          clock={<Clock deadline={START + 14 * MINUTE + 20_000} now={now} total={30 * MINUTE} />}
        />
        <Seats label="Who sits here" edge>
          <Seat name="Nadia" lead />
          <Seat name="Bethan" />
          <Seat name="Marek" you />
          <Seat name="Oluwaseun" writing />
          <Seat name="Grace" away />
          <Seat name="Tom" heldMinutes={2} />
          <FreeSeat />
        </Seats>
      </Part>
      <Part title="Speaking now">
        <TableHero
          id="speaking"
          eyebrow="Speaking now"
          title="Table 7"
          lead="Bethan speaks for Nadia, Marek, Oluwaseun and Tom"
          clock={
            <Clock
              deadline={START + 85_000}
              now={now}
              total={91_000}
              note="Then table 8. No one is cut off"
              quiet
            />
          }
        >
          <p class="row">
            <Button dense>Pass to table 8</Button>
            <Button dense look="do">
              I have finished
            </Button>
          </p>
        </TableHero>
        <Seats label="Next to speak" edge>
          <Seat name="Bethan" lead note="speaking" mark={<Icon name="voice" />} />
          <Seat name="Table 8" mark="8" note="next" />
        </Seats>
      </Part>
      <Part title="Clocks" class="kit-clocks">
        <div class="kit-grid">
          <div class="table">
            <Clock deadline={START + 4 * MINUTE} now={now} total={10 * MINUTE} quiet />
          </div>
          <div class="table">
            <Clock deadline={null} now={now} held={9 * MINUTE + 4_000} total={30 * MINUTE} quiet />
          </div>
          <div class="table">
            <Clock deadline={START + 50_000} now={now} total={30 * MINUTE} quiet />
          </div>
          <div class="table">
            <Clock deadline={START - 1000} now={now} total={30 * MINUTE} quiet />
          </div>
          <Clock flat deadline={START + 75 * MINUTE} now={now} total={90 * MINUTE} quiet />
        </div>
      </Part>
      <Part title="Small tables">
        <ul class="minis">
          {MINIS.map((mini) => (
            <li key={mini.no}>
              <Mini {...mini} onOpen={nothing} />
            </li>
          ))}
        </ul>
        <MiniKey />
      </Part>
    </>
  );
}
