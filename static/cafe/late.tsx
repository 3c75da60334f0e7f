// What is still open from a step that is over: late notes, unfinished notes, questions to answer later.
import type { JSX } from "preact";
import { now } from "../engine";
import { useBeat } from "../parts/beat";
import { Button } from "../parts/button";
import { Say } from "../parts/say";
import type { StepDoc } from "../wire/documents";
import { t } from "../words";
import { Fold } from "./fold";
import { beginWith, clearJot, jotFor } from "./jot";
import { isA, isLive, me, placesOf, type StepOf, stepsOf } from "./on";
import { shortTime } from "./words";
import { Write } from "./write";

type Round = StepOf<"story_round">;

/** Milliseconds that late notes are still welcome; 0 when it is too late, or not yet. */
export function lateLeft(step: StepDoc): number {
  return step.phase === "closed" && step.late_until !== null ? Math.max(0, step.late_until - now()) : 0;
}

/** On the screen of a round that has just ended: for how long it still takes notes. */
export function LateHere({ step }: { step: StepDoc }): JSX.Element | null {
  const left = isA(step, "story_round") && wasThere(step) ? lateLeft(step) : 0;
  useBeat(left > 0);
  if (left === 0) return null;
  const { title } = step.settings;
  return (
    <Say icon="clock" level={2} title={t("%(title)s is over", { title })}>
      <p>{t("You can still add to it for %(time)s.", { time: shortTime(left) })}</p>
    </Say>
  );
}

/** Whether I had a seat in that round. */
export function wasThere(step: StepDoc): boolean {
  const who = me();
  return who !== undefined && placesOf(who).some((place) => place.step === step.id);
}

/** Rounds that are over, but not the one on screen: what one has not finished there. */
export function LeftOver({ except }: { except: string | undefined }): JSX.Element {
  const rounds = stepsOf("story_round").filter(
    (step) => step.id !== except && step.phase === "closed" && wasThere(step),
  );
  return (
    <>
      {rounds.map((step) => (
        <LeftFrom key={step.id} step={step} on={except} />
      ))}
    </>
  );
}

function LeftFrom({ step, on }: { step: Round; on: string | undefined }): JSX.Element | null {
  const left = lateLeft(step);
  useBeat(left > 0);
  if (left > 0) return <LateNotes step={step} left={left} />;
  return jotFor(step.id).text.trim() ? <Unfinished step={step} on={on} /> : null;
}

function LateNotes({ step, left }: { step: Round; left: number }): JSX.Element {
  const { title } = step.settings;
  const unfinished = jotFor(step.id).text.trim() !== "";
  return (
    <Fold
      title={t("You can still add to %(title)s for %(time)s", { title, time: shortTime(left) })}
      open={unfinished}
    >
      <Write step={step} notes={[]} heading={t("A late note for %(title)s", { title })} />
    </Fold>
  );
}

/** Words of a round that has closed for good: nobody throws them away but their author. */
function Unfinished({ step, on }: { step: Round; on: string | undefined }): JSX.Element {
  const kept = jotFor(step.id);
  const round = stepsOf("story_round").find((other) => other.id === on && isLive(other));
  const put = (to: Round) => {
    const kind = kept.kind !== null && to.settings.note_kinds.includes(kept.kind) ? kept.kind : null;
    beginWith(to.id, { text: kept.text, anonymous: kept.anonymous, kind });
    clearJot(step.id);
  };
  return (
    <Say
      icon="pen"
      level={2}
      title={t("Your unfinished note from %(title)s is kept here", { title: step.settings.title })}
    >
      <p class="refused-words" dir="auto">
        {kept.text}
      </p>
      <div class="row">
        {isA(round, "story_round") && (
          <Button dense onPress={() => put(round)}>
            {t("Put it in the round that is on")}
          </Button>
        )}
        <Button dense look="quiet" onPress={() => clearJot(step.id)}>
          {t("Throw the words away")}
        </Button>
      </div>
    </Say>
  );
}
