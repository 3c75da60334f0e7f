import type { JSX } from "preact";
import { all, now, one } from "../engine";
import type { Step } from "../host/day";
import { type Slot, turnsOf } from "../host/plenary";
import { Clock } from "../parts/clock";
import { KindName, kindClass } from "../parts/kinds";
import { Note } from "../parts/note";
import { broughtGroups, groupName, tablesOf } from "../votes/brought";
import { nt, t } from "../words";
import { Wall, WallClock } from "./wall";

/** Each table in turn: who speaks, what it brings, and what the room says. */
export function PlenaryWall({ step }: { step: Step }): JSX.Element {
  const { slots, speaking, next, heard } = turnsOf(all("hall:slot"), step.id);
  const signs = [
    nt("%(heard)s of %(n)s table heard", "%(heard)s of %(n)s tables heard", slots.length, { heard }),
    ...(next ? [t("Next: table %(no)s", { no: next.table })] : []),
  ];
  if (speaking === undefined) {
    return (
      <Wall step={step.settings.title} title={nextWords(next)} signs={signs}>
        <BroughtWall />
        <div class="wall-foot">
          <WallClock step={step} />
        </div>
      </Wall>
    );
  }
  return (
    <div class="wall-speaking">
      <Wall
        step={step.settings.title}
        title={t("Table %(no)s", { no: speaking.table })}
        signs={signs}
        clock={<SlotClock slot={speaking} />}
      >
        {speaking.speaker && <p class="wall-words">{t("%(name)s speaks", { name: speaking.speaker })}</p>}
      </Wall>
      <div class="wall-plenary">
        <Brings slot={speaking} />
        <Chat step={step.id} />
      </div>
    </div>
  );
}

/** As many themes as fit a screen; the others are on everyone's own. */
const THEMES = 6;

/** "Time for families: tables 2, 5, 9". */
function BroughtWall(): JSX.Element | null {
  const groups = broughtGroups();
  const rest = groups.length - THEMES;
  if (groups.length === 0) return null;
  return (
    <section aria-label={t("What the tables bring, by theme")}>
      <ul class="wall-brought">
        {groups.slice(0, THEMES).map((group) => (
          <li key={group.theme} dir="auto">
            <b>{groupName(group)}</b>: {tablesOf(group.tables)}
          </li>
        ))}
      </ul>
      {rest > 0 && <p class="wall-step">{nt("and %(n)s theme more", "and %(n)s themes more", rest)}</p>}
    </section>
  );
}

function nextWords(next: Slot | undefined): string {
  return next ? t("In a moment: table %(no)s", { no: next.table }) : t("Thank you, all tables");
}

function SlotClock({ slot }: { slot: Slot }): JSX.Element {
  const total = (slot.deadline ?? 0) - (slot.started_at ?? 0);
  return <Clock deadline={slot.deadline} now={now} total={total} note={t("No one is cut off")} quiet />;
}

/** Letters from which on the ideas of a table are drawn smaller. */
const LETTERS = 170;

function lettersIn(slot: Slot): number {
  return slot.brings.reduce((sum, idea) => sum + idea.text.length, 0);
}

function Brings({ slot }: { slot: Slot }): JSX.Element {
  return (
    <section aria-labelledby="brings" data-long={lettersIn(slot) > LETTERS || undefined}>
      <h2 id="brings">{t("What table %(no)s brings", { no: slot.table })}</h2>
      {slot.brings.length === 0 && <p class="wall-step">{t("Listen to what they found.")}</p>}
      <ul class="notes">
        {slot.brings.map((idea) => (
          <Note key={idea.note} kind={idea.kind} text={idea.text} big />
        ))}
      </ul>
      <Reactions slot={slot} />
    </section>
  );
}

function reactionWord(reaction: string): string {
  if (reaction === "thanks") return t("thank you");
  if (reaction === "same") return t("we found this too");
  return reaction === "more" ? t("tell us more") : t("I could help");
}

function Reactions({ slot }: { slot: Slot }): JSX.Element | null {
  const counts = one("hall:reactions", `${slot.step}/${slot.table}`)?.counts ?? {};
  const given = Object.entries(counts).filter(([, n]) => n > 0);
  if (given.length === 0) return null;
  return (
    <p class="wall-reactions">
      {given.map(([reaction, n]) => (
        <span key={reaction}>
          <b class="count">{n}</b> {reactionWord(reaction)}
        </span>
      ))}
    </p>
  );
}

/** The newest lines, at most so many. */
const LINES = 3;

/** The chat, without names: a wall is for everyone who passes by. */
function Chat({ step }: { step: string }): JSX.Element {
  const lines = all("hall:chat")
    .filter((line) => line.step === step)
    .sort((a, b) => b.at - a.at)
    .slice(0, LINES);
  return (
    <section aria-labelledby="chat">
      <h2 id="chat">{t("In the chat")}</h2>
      {lines.length === 0 && <p class="wall-step">{t("Nothing yet. Comments and questions are welcome.")}</p>}
      <ul class="wall-chat">
        {lines.map((line) => (
          <li key={line.id} class={kindClass(line.kind)}>
            <KindName kind={line.kind} />
            <p dir="auto">{line.text}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
