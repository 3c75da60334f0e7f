import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { all, cafe, one } from "../engine";
import { announce } from "../parts/announce";
import { Bar } from "../parts/bar";
import { useBeat } from "../parts/beat";
import { SkipLink } from "../parts/skip-link";
import { keepSteady } from "../parts/steady";
import { UndoBar } from "../parts/undo-bar";
import type { StepDoc } from "../wire/documents";
import { t } from "../words";
import { ClosingCall, Saying } from "./bands";
import { FinishLater } from "./finish-later";
import { catchFocus } from "./focus";
import { Help, helpOpen } from "./help";
import { LateHere, LeftOver, lateLeft } from "./late";
import { useLeading } from "./leading";
import { barLink } from "./line";
import { BackAgain, Holding, LineDown, NotKept } from "./line-bands";
import { useMeeting } from "./moving";
import { isA, isLive, me, stepNow, stepsOf } from "./on";
import { Refusals } from "./outgoing";
import { turnsOf } from "./plenary";
import { OnTheScreen } from "./showing";
import { WhatIsOn } from "./step";
import { usePartsAhead } from "./themes";
import { done, forget } from "./undo";
import { tableName } from "./words";

/** The café for everyone who takes part: where I am, what is on, and what there is to say about it. */
export function Cafe(): JSX.Element {
  const step = stepNow();
  const over = one("hall:cafe")?.status === "closed";
  useEffect(keepSteady, []);
  useLeading();
  useMeeting();
  usePartsAhead();
  useStepNews(step);
  useBeat(step !== undefined && lateLeft(step) > 0);
  return (
    <>
      <SkipLink />
      <TheBar step={step} />
      <main id="main" class="page" tabIndex={-1}>
        <Bands step={step} over={over} />
        <WhatIsOn />
        {!over && <FinishLater except={step?.id} />}
      </main>
      {done.value && <UndoBar key={done.value.no} text={done.value.text} onUndo={undo} onGone={forget} />}
      <Help />
    </>
  );
}

function undo(): void {
  done.value?.undo();
  forget();
  catchFocus();
}

function Bands({ step, over }: { step: StepDoc | undefined; over: boolean }): JSX.Element {
  return (
    <div class="bands">
      <NotKept />
      <LineDown />
      <Holding />
      <BackAgain />
      {step && !over && <ClosingCall step={step} />}
      {step && !over && <LateHere step={step} />}
      <Saying />
      <OnTheScreen />
      <Refusals />
      {!over && <LeftOver except={step?.id} />}
    </div>
  );
}

function TheBar({ step }: { step: StepDoc | undefined }): JSX.Element {
  return (
    <Bar
      title={placeTitle(step)}
      where={whereWords(step)}
      home={cafe.here}
      link={barLink()}
      onHelp={() => {
        helpOpen.value = true;
      }}
    />
  );
}

function placeTitle(step: StepDoc | undefined): string {
  if (one("hall:cafe")?.status === "closed") return one("hall:cafe")?.title ?? cafe.title;
  const table = me()?.table;
  const atTable = isA(step, "story_round") || isA(step, "priorities");
  if (atTable && typeof table === "number") return tableName(table);
  return step?.settings.title ?? one("hall:cafe")?.title ?? cafe.title;
}

function whereWords(step: StepDoc | undefined): string {
  if (one("hall:cafe")?.status === "closed") return t("The café is closed");
  if (!step) return t("Waiting for the host");
  if (isA(step, "story_round")) return roundWords(step);
  if (isA(step, "plenary")) return heardWords(step);
  if (isA(step, "dot_voting")) return voteWords(step);
  if (isA(step, "priorities")) return step.settings.title;
  return one("hall:cafe")?.title ?? cafe.title;
}

/** A vote may close before its step, and a second one open. */
function voteWords(step: StepDoc): string {
  const ballots = [...all("hall:ballot"), ...all("table:ballot")].filter((ballot) => ballot.step === step.id);
  return ballots.some(({ open }) => open) ? t("The vote is open") : t("The vote is closed");
}

function roundWords(step: StepDoc): string {
  const rounds = stepsOf("story_round");
  const no = rounds.findIndex(({ id }) => id === step.id) + 1;
  return t("%(title)s · round %(no)s of %(all)s", { title: step.settings.title, no, all: rounds.length });
}

function heardWords(step: Parameters<typeof turnsOf>[0]): string {
  const turns = turnsOf(step);
  const heard = turns.filter(({ phase }) => phase === "heard").length;
  return t("%(heard)s of %(all)s tables heard", { heard, all: turns.length });
}

/** A new step is told, and the keyboard goes to its start if what it was on is gone. Coming to the page is no news. */
function useStepNews(step: StepDoc | undefined): void {
  const here = one("hall:cafe") !== undefined;
  const key = step && isLive(step) ? step.id : "";
  const before = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (here && before.current !== undefined && before.current !== key) {
      if (key && step) announce(t("Now: %(title)s", { title: step.settings.title }));
      catchFocus();
    }
    if (here) before.current = key;
  }, [here, key]);
}
