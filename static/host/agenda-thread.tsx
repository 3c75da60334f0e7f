import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { ButtonLink } from "../parts/button";
import { Knot, Thread } from "../parts/thread";
import { t } from "../words";
import { agendaOf, endWords } from "./agenda-lines";
import type { Step } from "./day";
import type { House } from "./house";
import { AGENDA, BLUEPRINT, boardLink, REPORT } from "./pages";

/** Keeps the step that is on in view, where the agenda scrolls by itself. */
function useInView(current: string | null): { current: HTMLDivElement | null } {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const pane = list.current?.parentElement;
    const now = list.current?.querySelector<HTMLElement>("[aria-current]");
    if (!pane || !now) return;
    const above = now.getBoundingClientRect().top - pane.getBoundingClientRect().top;
    pane.scrollTop += above - pane.clientHeight / 3;
  }, [current]);
  return list;
}

/** The day as a thread: what took how long, what is on until when, and when the rest will be. */
export function AgendaThread({ house }: { house: House }): JSX.Element {
  const { cafe, day, now, views } = house;
  const agenda = agendaOf(cafe, day, now, views.length);
  const list = useInView(cafe.current);
  return (
    <div ref={list}>
      <div class="desk-agenda-head">
        <h2>{t("Agenda")}</h2>
        <p class="small count desk-end">{endWords(agenda)}</p>
      </div>
      {cafe.status === "lobby" && (
        <p class="desk-edit">
          <ButtonLink dense icon="pen" href={AGENDA}>
            {t("Edit the agenda")}
          </ButtonLink>
        </p>
      )}
      <Thread>
        {agenda.lines.map(({ step, at, words }) => (
          <Knot key={step.id} at={at}>
            <b class={at === "now" ? undefined : "firm"} dir="auto">
              {step.settings.title}
            </b>
            <span class="small soft count">{words}</span>
            <Boards step={step} started={cafe.status !== "lobby"} />
          </Knot>
        ))}
      </Thread>
      {cafe.status !== "lobby" && (
        <p class="row">
          <ButtonLink dense icon="pen" href={REPORT}>
            {t("The report")}
          </ButtonLink>
          <ButtonLink dense icon="pen" href={BLUEPRINT}>
            {t("The blueprint")}
          </ButtonLink>
        </p>
      )}
    </div>
  );
}

/** The ways to its boards: of notes once there are any, of answers once the questions were asked. */
function Boards({ step, started }: { step: Step; started: boolean }): JSX.Element | null {
  const { settings, phase } = step;
  const title = settings.title;
  if (settings.activity === "themes" && started)
    return (
      <span>
        <a class="small" href={boardLink(step.id)} aria-label={t("The board of “%(title)s”", { title })}>
          {t("The board")}
        </a>
      </span>
    );
  if (settings.activity !== "closing_questions" || phase === "planned") return null;
  return (
    <span class="row desk-boards">
      {settings.questions.map((question, at) => (
        <a key={question} class="small" href={boardLink(step.id, at)}>
          {t("Answers %(no)s", { no: at + 1 })}
        </a>
      ))}
    </span>
  );
}
