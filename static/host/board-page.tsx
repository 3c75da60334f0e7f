import { computed } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { boards, useBoards } from "../cafe/boards";
import { catchFocus } from "../cafe/focus";
import { done, forget } from "../cafe/undo";
import { followToo, one, refused } from "../engine";
import { ButtonLink } from "../parts/button";
import { Loading } from "../parts/loading";
import { UndoBar } from "../parts/undo-bar";
import { nt, t } from "../words";
import type { Step } from "./day";
import type { House } from "./house";
import { DESK } from "./pages";
import { leftover, trouble } from "./perform";
import { unanswered } from "./tables";
import { TroubleBar } from "./trouble-bar";

/** Hosts may group at any time, until the café is over. */
const moves = computed(() => one("hall:cafe")?.status !== "closed");

interface BoardPageProps {
  house: House;
  /** The board's id: a step's, with `.` and a question's number behind it for answers. */
  id: string;
}

/** A board as large as the screen: a wall before, during and after its step, or the answers to one question. */
export function BoardPage({ house, id }: BoardPageProps): JSX.Element {
  const [stepId, question] = id.split(".");
  const step = house.day.steps.find((one) => one.id === stepId);
  useEffect(() => followToo(`wall/${id}`), [id]);
  useBoards(true);
  const Board = boards.value?.WallBoard;
  const here = one("wall:board", "", `wall/${id}`) !== undefined;
  return (
    <main id="main" class="page stack stack--wide" tabIndex={-1}>
      <Head house={house} step={step} question={question} />
      {Board && here ? <Board id={id} moves={moves} hosts /> : <Loading text={t("Fetching the board…")} />}
      <After house={house} />
    </main>
  );
}

interface HeadProps {
  house: House;
  step: Step | undefined;
  question: string | undefined;
}

function Head({ house, step, question }: HeadProps): JSX.Element {
  const calls = unanswered(house.calls).length;
  return (
    <header class="split step-head">
      <div>
        <p class="eyebrow">{eyebrow(step, question)}</p>
        <h1 dir="auto">{titleOf(step, question)}</h1>
      </div>
      <div class="row">
        {calls > 0 && (
          <ButtonLink dense icon="hand" href={DESK}>
            {nt("%(n)s person asks for you", "%(n)s people ask for you", calls)}
          </ButtonLink>
        )}
        <ButtonLink dense icon="back" href={DESK}>
          {t("Back to the desk")}
        </ButtonLink>
      </div>
    </header>
  );
}

function eyebrow(step: Step | undefined, question: string | undefined): string {
  if (question !== undefined) return t("Answers to question %(no)s", { no: Number(question) + 1 });
  if (step?.phase === "planned") return t("You prepare it. The notes come as they are written");
  return step?.phase === "closed" ? t("The step is over. You can still mend it") : t("Happening now");
}

function titleOf(step: Step | undefined, question: string | undefined): string {
  const { settings } = step ?? {};
  if (settings?.activity === "closing_questions" && question !== undefined)
    return settings.questions[Number(question)] ?? settings.title;
  return settings?.title ?? t("This board is not in the agenda any more");
}

function After({ house }: { house: House }): JSX.Element | null {
  const wrong = trouble.value ?? leftover(refused.value);
  if (wrong) return <TroubleBar trouble={wrong} house={house} />;
  const last = done.value;
  return last && <UndoBar key={last.no} text={last.text} onUndo={undo} onGone={forget} />;
}

function undo(): void {
  done.value?.undo();
  forget();
  catchFocus();
}
