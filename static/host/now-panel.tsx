import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { Button } from "../parts/button";
import { numerals } from "../parts/clock";
import { t, timeOfDay } from "../words";
import { ClosedPanel } from "./closed-panel";
import { ClosingBand } from "./closing-band";
import { isLive, leftOf, MINUTE, roundOf, type Step } from "./day";
import { extend } from "./deeds";
import { EndDialog } from "./end-dialog";
import { Figures } from "./figures";
import type { House } from "./house";
import { offlineReason } from "./offline";
import { issue, perform } from "./perform";
import { ReopenLine } from "./reopen";

/** What is on, its clock, and the four things a host does to it. */
export function NowPanel({ house }: { house: House }): JSX.Element {
  const { cafe, day } = house;
  const step = day.current;
  if (cafe.status === "closed") return <ClosedPanel house={house} />;
  if (step === undefined) return <h1 id="now">{cafe.title}</h1>;
  return (
    <>
      <div class="split">
        <div>
          <p class="eyebrow">{eyebrow(step, house)}</p>
          <h1 id="now" dir="auto">
            {step.settings.title}
          </h1>
        </div>
        {isLive(step) && <ClockControls step={step} house={house} />}
      </div>
      {step.phase === "closing" && <ClosingBand step={step} house={house} />}
      <StepWords step={step} />
      <ReopenLine house={house} />
      <Figures house={house} />
    </>
  );
}

/** What everyone reads now: a host reads it aloud. */
function StepWords({ step }: { step: Step }): JSX.Element | null {
  const { settings } = step;
  const prompt = "prompt" in settings ? settings.prompt : undefined;
  const words = prompt || settings.words;
  return words ? (
    <p class="desk-words" dir="auto">
      {words}
    </p>
  ) : null;
}

function eyebrow(step: Step, { day, now }: House): string {
  const late = step.late_until ?? 0;
  if (!isLive(step) && late > now) {
    return t("It is over. Late notes are welcome until %(time)s", { time: timeOfDay(late) });
  }
  if (!isLive(step)) return t("It is over. Nothing else is open yet");
  const round = roundOf(step, day.steps);
  return round
    ? t("Happening now · round %(n)s of %(all)s", { n: round[0], all: round[1] })
    : t("Happening now");
}

/** How many minutes one press adds. */
const MORE = 5;

function ClockControls({ step, house }: { step: Step; house: House }): JSX.Element {
  const ending = useSignal(false);
  const held = step.held_left !== null;
  const reason = offlineReason();
  const addMore = () => perform(extend(step.id, MORE, addedWords(step)));
  return (
    <div class="row desk-clock-row">
      <DeskClock step={step} now={house.now} />
      <Button dense icon="plus" reason={reason} onPress={addMore}>
        {t("%(n)s minutes", { n: MORE })}
      </Button>
      <Button
        dense
        icon={held ? "run" : "hold"}
        pressed={held}
        reason={reason}
        onPress={() => issue({ type: "step.hold", fields: { step: step.id, on: !held } })}
      >
        {held ? t("Let the clock run") : t("Hold the clock")}
      </Button>
      {step.phase === "open" && (
        <Button
          dense
          reason={reason}
          onPress={() => {
            ending.value = true;
          }}
        >
          {t("End it early")}
        </Button>
      )}
      {ending.value && step.phase === "open" && (
        <EndDialog
          step={step}
          house={house}
          onClose={() => {
            ending.value = false;
          }}
        />
      )}
    </div>
  );
}

function addedWords(step: Step): string {
  const said = t("%(n)s minutes more.", { n: MORE });
  if (step.deadline === null) return said;
  return t("%(said)s Until %(time)s.", { said, time: timeOfDay(step.deadline + MORE * MINUTE) });
}

function DeskClock({ step, now }: { step: Step; now: number }): JSX.Element {
  const left = leftOf(step, now);
  return (
    <p class="desk-time time">
      {numerals(Math.abs(left))} <small>{tail(step, left)}</small>
    </p>
  );
}

function tail(step: Step, left: number): string {
  if (step.held_left !== null) return t("left, held");
  return left < 0 ? t("over") : t("left");
}
