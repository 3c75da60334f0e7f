import type { JSX } from "preact";
import { now, one, send, writing } from "../engine";
import { useBeat } from "../parts/beat";
import { ButtonLink } from "../parts/button";
import { Chip } from "../parts/chip";
import { Clock } from "../parts/clock";
import { Menu } from "../parts/menu";
import { FreeSeat, Seat, Seats } from "../parts/seats";
import { TableHero } from "../parts/table-hero";
import type { MeDoc, SeatDoc, TableDoc } from "../wire/documents";
import { t } from "../words";
import { deadlineOf, isLive, type StepOf } from "./on";

const SECOND = 1000;
const MINUTE = 60 * SECOND;

interface TableTopProps {
  step: StepOf<"story_round">;
  table: TableDoc;
  who: MeDoc;
}

/** The question, the time, and who sits here. */
export function TableTop({ step, table, who }: TableTopProps): JSX.Element {
  const { prompt, words, minutes } = step.settings;
  return (
    <div class="tv-top">
      <TableHero
        eyebrow={t("The question on the table")}
        title={prompt}
        lead={words || undefined}
        clock={
          isLive(step) && (
            <Clock
              deadline={deadlineOf(step)}
              now={now}
              total={minutes * MINUTE}
              held={step.held_left ?? undefined}
            />
          )
        }
      />
      <WhoSitsHere table={table} who={who} edge />
    </div>
  );
}

interface WhoSitsHereProps extends Omit<TableTopProps, "step"> {
  /** At the edge of the table drawn above. */
  edge?: boolean | undefined;
}

export function WhoSitsHere({ table, who, edge }: WhoSitsHereProps): JSX.Element {
  const at = `table/${table.no}`;
  useBeat(table.seats.some((seat) => seat.held_since !== null));
  return (
    <Seats label={t("Who sits here")} edge={edge}>
      {table.seats.map((seat) => (
        <Seat key={seat.person} {...seatAt(seat, at, who)} />
      ))}
      {table.seats.length < 2 && <FreeSeat>{t("More people are on their way")}</FreeSeat>}
    </Seats>
  );
}

/** Away is what the table itself says: a seat that is held. Presence is weather, and may come late. */
function seatAt(seat: SeatDoc, at: string, who: MeDoc): Parameters<typeof Seat>[0] {
  const { person, name, leads, held_since } = seat;
  const you = person === who.id;
  return {
    ...{ name, lead: leads, you, writing: writing(at).has(person) && !you },
    heldMinutes: held_since === null || you ? undefined : heldMinutes(held_since),
  };
}

/** A facilitator's seat is held for the whole day: then the minutes are at their least. */
function heldMinutes(since: number): number {
  const until = since + (one("hall:cafe")?.times?.seat_held ?? 0) * SECOND;
  return Math.max(1, Math.ceil((until - now()) / MINUTE));
}

interface TableToolsProps {
  table: TableDoc;
  /** Whether this person looks after the table. */
  leads: boolean;
}

/** Who speaks for the table later, and the way to its video call. */
export function TableTools({ table, leads }: TableToolsProps): JSX.Element {
  return (
    <div class="row tv-tools">
      <Speaker table={table} leads={leads} />
      {table.link && (
        <ButtonLink dense href={table.link} target="_blank" icon="projector">
          {t("Join the call of table %(no)s (new window)", { no: table.no })}
        </ButtonLink>
      )}
    </div>
  );
}

export function Speaker({ table, leads }: TableToolsProps): JSX.Element | null {
  const speaker = table.seats.find((seat) => seat.person === table.spokesperson);
  const words = speaker
    ? t("%(name)s speaks for this table", { name: speaker.name })
    : t("Nobody speaks for this table yet");
  if (!leads) return speaker ? <Chip>{words}</Chip> : null;
  return (
    <>
      <Chip look={speaker ? "plain" : "now"}>{words}</Chip>
      <Menu
        label={t("Choose who speaks for the table")}
        text={t("Choose who speaks")}
        icon="voice"
        items={speakers(table)}
      />
    </>
  );
}

function speakers(table: TableDoc): Parameters<typeof Menu>[0]["items"] {
  const name = (person: string | null) => send("table.spokesperson", { table: table.no, person });
  const seats = table.seats.map(({ person, name: label }) => ({
    label,
    hint: person === table.spokesperson ? t("speaks now") : undefined,
    onChoose: () => void name(person),
  }));
  return [...seats, { label: t("Nobody yet"), onChoose: () => void name(null) }];
}
