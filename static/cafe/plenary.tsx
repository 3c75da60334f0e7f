import type { JSX } from "preact";
import { all, now, one, send } from "../engine";
import { Button } from "../parts/button";
import { Clock } from "../parts/clock";
import { Icon, type IconName } from "../parts/icons";
import { Note } from "../parts/note";
import { Seat, Seats } from "../parts/seats";
import { TableHero } from "../parts/table-hero";
import { alsoWords } from "../votes/brought";
import { ThemesBrought } from "../votes/themes-brought";
import type { React } from "../wire/commands";
import type { SlotDoc } from "../wire/documents";
import { nt, t } from "../words";
import { Chat } from "./chat";
import { isLive, type StepOf } from "./on";
import { listed, shortTime, tableName } from "./words";

type Step = StepOf<"plenary">;

/** The turns of this plenary, in the order of the tables. */
export function turnsOf(step: Step): SlotDoc[] {
  return all("hall:slot")
    .filter((slot) => slot.step === step.id)
    .sort((a, b) => a.table - b.table);
}

/** Each table is heard in turn; everyone else reacts, comments and asks. */
export function Plenary({ step }: { step: Step }): JSX.Element {
  const turns = turnsOf(step);
  const speaking = turns.find(({ phase }) => phase === "speaking");
  const next = turns.filter(({ phase }) => phase === "waiting");
  return (
    <div class="pl">
      <div class="pl-main">
        <Floor step={step} speaking={speaking} turns={turns} next={next} />
        <Queue speaking={speaking} next={next} />
        {speaking && <Brings slot={speaking} />}
        {!speaking && <ThemesBrought />}
        {speaking && isLive(step) && <Reactions step={step} slot={speaking} />}
      </div>
      <Chat step={step} />
    </div>
  );
}

interface FloorProps {
  step: Step;
  speaking: SlotDoc | undefined;
  turns: readonly SlotDoc[];
  next: readonly SlotDoc[];
}

/** The table that has the floor; before the first and after the last, the question itself. */
function Floor({ step, speaking, turns, next }: FloorProps): JSX.Element {
  if (speaking) return <Speaking slot={speaking} next={next[0]} />;
  const heard = turns.filter(({ phase }) => phase === "heard").length;
  return (
    <TableHero
      eyebrow={nt("%(n)s of %(all)s tables heard", "%(n)s of %(all)s tables heard", heard, {
        all: turns.length,
      })}
      title={step.settings.prompt || step.settings.title}
      lead={floorWords(step, next)}
    />
  );
}

function floorWords(step: Step, next: readonly SlotDoc[]): string {
  const [first] = next;
  if (!isLive(step) || !first) return t("Thank you. Every table has been heard.");
  return t("Table %(no)s speaks first. The host gives the floor.", { no: first.table });
}

function Speaking({ slot, next }: { slot: SlotDoc; next: SlotDoc | undefined }): JSX.Element {
  const { table, started_at, deadline } = slot;
  const whole = started_at !== null && deadline !== null ? deadline - started_at : 0;
  const then = next
    ? t("Then table %(no)s. No one is cut off", { no: next.table })
    : t("The last table. No one is cut off");
  return (
    <TableHero
      eyebrow={t("Speaking now")}
      title={tableName(table)}
      lead={speakerWords(slot)}
      clock={
        <Clock
          deadline={deadline}
          now={now}
          total={whole}
          tail={t("left of %(all)s", { all: shortTime(whole) })}
          note={then}
          quiet
        />
      }
    />
  );
}

function speakerWords({ speaker, people, table }: SlotDoc): string | undefined {
  const names = listed(people);
  if (speaker && names) return t("%(speaker)s speaks for %(names)s", { speaker, names });
  if (speaker) return t("%(speaker)s speaks for table %(no)s", { speaker, no: table });
  return names || undefined;
}

function Queue({ speaking, next }: Pick<FloorProps, "speaking" | "next">): JSX.Element | null {
  if (!speaking && next.length === 0) return null;
  const notes = [t("next"), t("then")];
  return (
    <Seats label={t("Next to speak")} edge>
      {speaking?.speaker && (
        <Seat name={speaking.speaker} note={t("speaking")} lead mark={<Icon name="voice" />} />
      )}
      {next.slice(0, 2).map(({ table }, at) => (
        <Seat key={table} name={tableName(table)} note={notes[at]} mark={table} />
      ))}
    </Seats>
  );
}

function Brings({ slot }: { slot: SlotDoc }): JSX.Element {
  const { table, brings } = slot;
  return (
    <section class="pl-brings" aria-labelledby="brings">
      <h2 id="brings">{t("What table %(no)s brings", { no: table })}</h2>
      {brings.length === 0 && <p class="soft">{t("They speak without a note.")}</p>}
      <ul class="notes">
        {brings.map(({ note, kind, text, why }) => (
          <Note key={note} kind={kind} text={text} by={t("Chosen at table %(no)s", { no: table })} big>
            {why && <p dir="auto">{t("Why: %(why)s", { why })}</p>}
            {alsoWords(note, table).map((words) => (
              <p key={words} class="small soft" dir="auto">
                {words}
              </p>
            ))}
          </Note>
        ))}
      </ul>
    </section>
  );
}

type Reaction = React["reaction"];

const REACTIONS: readonly [Reaction, IconName, () => string][] = [
  ["thanks", "heart", () => t("Thank you")],
  ["same", "level", () => t("We found this too")],
  ["more", "ear", () => t("Tell us more")],
  ["help", "hand", () => t("I could help")],
];

function Reactions({ step, slot }: { step: Step; slot: SlotDoc }): JSX.Element {
  const { table } = slot;
  const counts = one("hall:reactions", `${step.id}/${table}`)?.counts ?? {};
  const mine = one("person:reacted", step.id)?.tables[String(table)] ?? [];
  return (
    <section aria-labelledby="react">
      <h2 id="react">{t("Let them know")}</h2>
      <div class="row pl-reacts">
        {REACTIONS.map(([reaction, icon, words]) => {
          const on = mine.includes(reaction);
          return (
            <Button
              key={reaction}
              icon={icon}
              pressed={on}
              onPress={() => send("plenary.react", { step: step.id, table, reaction, on: !on })}
            >
              {words()} <span class="count soft">{counts[reaction] ?? 0}</span>
            </Button>
          );
        })}
      </div>
    </section>
  );
}
