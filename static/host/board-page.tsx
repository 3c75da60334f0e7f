import { computed } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { boards, useBoards } from "../cafe/later";
import { followToo, one } from "../engine";
import { Loading } from "../parts/loading";
import { t } from "../words";
import type { Step } from "./day";
import { DeskLinks } from "./desk-links";
import type { House } from "./house";
import { PageEnd } from "./page-end";

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
      <PageEnd house={house} />
    </main>
  );
}

interface HeadProps {
  house: House;
  step: Step | undefined;
  question: string | undefined;
}

function Head({ house, step, question }: HeadProps): JSX.Element {
  return (
    <header class="split step-head">
      <div>
        <p class="eyebrow">{eyebrow(step, question)}</p>
        <h1 dir="auto">{titleOf(step, question)}</h1>
      </div>
      <DeskLinks house={house} />
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
