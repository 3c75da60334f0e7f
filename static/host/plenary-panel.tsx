import type { JSX } from "preact";
import { all } from "../engine";
import { Button } from "../parts/button";
import { numerals } from "../parts/clock";
import { Menu } from "../parts/menu";
import type { MenuItem } from "../parts/menu-list";
import { Knot, Thread } from "../parts/thread";
import { nt, t } from "../words";
import { isLive, type Step } from "./day";
import { skipTable } from "./deeds";
import type { House } from "./house";
import { offlineReason } from "./offline";
import { issue, perform } from "./perform";
import { type Slot, turnsOf } from "./plenary";

interface PlenaryProps {
  step: Step;
  house: House;
}

/** Who has the floor, for how long, and who is next. */
export function PlenaryPanel({ step, house }: PlenaryProps): JSX.Element {
  const { slots, speaking, next, heard } = turnsOf(all("hall:slot"), step.id);
  return (
    <section class="desk-plenary" aria-label={t("Turns")}>
      {isLive(step) && <Floor step={step} speaking={speaking} next={next} now={house.now} />}
      <p class="small soft">
        {nt("%(heard)s of %(n)s table heard.", "%(heard)s of %(n)s tables heard.", slots.length, { heard })}
      </p>
      <Thread label={t("Turns")}>
        {slots.map((slot) => (
          <Turn key={slot.table} slot={slot} step={step} />
        ))}
      </Thread>
    </section>
  );
}

interface FloorProps {
  step: Step;
  speaking: Slot | undefined;
  next: Slot | undefined;
  now: number;
}

function Floor({ step, speaking, next, now }: FloorProps): JSX.Element {
  const reason = offlineReason();
  return (
    <div class="split">
      <p class="lead">{speaking ? speakingWords(speaking, now) : t("Nobody has the floor.")}</p>
      <div class="row">
        {next && (
          <Button look="do" dense reason={reason} onPress={() => call(step, next.table)}>
            {t("Give the floor to table %(no)s", { no: next.table })}
          </Button>
        )}
        {speaking && (
          <Button dense reason={reason} onPress={() => call(step, null)}>
            {t("Thank table %(no)s", { no: speaking.table })}
          </Button>
        )}
      </div>
    </div>
  );
}

function speakingWords(slot: Slot, now: number): string {
  const left = (slot.deadline ?? now) - now;
  const words = { no: slot.table, time: numerals(Math.abs(left)) };
  return left < 0
    ? t("Table %(no)s speaks, %(time)s over its time", words)
    : t("Table %(no)s speaks, %(time)s left", words);
}

function call(step: Step, table: number | null): void {
  issue({ type: "plenary.call", fields: { step: step.id, table } });
}

function Turn({ slot, step }: { slot: Slot; step: Step }): JSX.Element {
  const at = slot.phase === "speaking" ? "now" : slot.phase === "waiting" ? "next" : "done";
  return (
    <Knot at={at} silent>
      <div class="desk-person">
        <p>
          <b>{t("Table %(no)s", { no: slot.table })}</b>{" "}
          <span class="small soft" dir="auto">
            {turnWords(slot)}
          </span>
        </p>
        {isLive(step) && (
          <Menu label={t("What to do with table %(no)s", { no: slot.table })} items={choices(slot, step)} />
        )}
      </div>
    </Knot>
  );
}

function turnWords(slot: Slot): string {
  const speaker = slot.speaker ?? t("nobody named yet");
  const ideas = nt("%(n)s idea", "%(n)s ideas", slot.brings.length);
  return [phaseWord(slot.phase), t("speaker: %(name)s", { name: speaker }), ideas].join(" · ");
}

function phaseWord(phase: Slot["phase"]): string {
  if (phase === "speaking") return t("has the floor");
  if (phase === "heard") return t("heard");
  return phase === "skipped" ? t("skipped") : t("waits");
}

function choices(slot: Slot, step: Step): MenuItem[] {
  const floor: MenuItem = {
    label: slot.phase === "heard" ? t("Give it the floor again") : t("Give it the floor"),
    icon: "voice",
    onChoose: () => call(step, slot.table),
  };
  const skipped = slot.phase === "skipped";
  const skip: MenuItem = {
    label: skipped ? t("Do not skip it") : t("Skip it"),
    icon: "go",
    onChoose: () => perform(skipTable(step.id, slot.table, !skipped)),
  };
  if (slot.phase === "speaking") return [];
  return slot.phase === "heard" ? [floor] : [floor, skip];
}
