import type { JSX } from "preact";
import { all, one } from "../engine";
import { nt, t } from "../words";
import type { Step } from "./day";
import { guestsOf, type House, heldSeats, inLobby, participantsHere } from "./house";

interface Figure {
  n: number;
  words: string;
}

/** The day in numbers: who is here, and how far people are with what is on. */
export function Figures({ house }: { house: House }): JSX.Element {
  return (
    <ul class="desk-sum">
      {figuresOf(house).map(({ n, words }) => (
        <li key={words}>
          <b class="count">{n}</b> {words}
        </li>
      ))}
    </ul>
  );
}

function figuresOf(house: House): Figure[] {
  const here = guestsOf(house).filter((person) => house.here.has(person.id)).length;
  const notes = house.views.reduce((sum, view) => sum + view.table.notes, 0);
  const [lobby, held] = [inLobby(house).length, heldSeats(house).length];
  return [
    { n: here, words: nt("person here", "people here", here) },
    ...(house.seated ? [{ n: house.views.length, words: nt("table", "tables", house.views.length) }] : []),
    ...(house.seated ? [{ n: notes, words: nt("note this round", "notes this round", notes) }] : []),
    ...(lobby > 0 ? [{ n: lobby, words: t("in the lobby") }] : []),
    ...(held > 0 ? [{ n: held, words: nt("seat held", "seats held", held) }] : []),
    ...(house.day.current ? stepFigures(house.day.current, house) : []),
  ];
}

function stepFigures(step: Step, house: House): Figure[] {
  const { activity } = step.settings;
  if (activity === "arrival") return triedFigures(house);
  if (activity === "dot_voting") return votedFigures(step);
  if (activity === "themes") return themeFigures();
  if (activity === "closing_questions") {
    const people = one("desk:answers", step.id)?.people ?? 0;
    return [{ n: people, words: nt("has answered", "have answered", people) }];
  }
  if (activity === "feedback") {
    const people = one("desk:feedback", step.id)?.people ?? 0;
    return [{ n: people, words: nt("has given feedback", "have given feedback", people) }];
  }
  if (activity !== "priorities") return [];
  const chosen = house.views.reduce((sum, view) => sum + view.table.priorities, 0);
  return [{ n: chosen, words: nt("idea chosen", "ideas chosen", chosen) }];
}

/** How many checks there are in the try-out: a note, a move, a dot. */
export const CHECKS = 3;

function triedFigures(house: House): Figure[] {
  const tried = participantsHere(house).filter((person) => person.checks.length >= CHECKS).length;
  return [{ n: tried, words: t("tried all three") }];
}

function votedFigures(step: Step): Figure[] {
  const voted = one("desk:votes", step.id)?.voted ?? 0;
  return [{ n: voted, words: nt("has placed dots", "have placed dots", voted) }];
}

function themeFigures(): Figure[] {
  const themes = all("wall:theme");
  const grouped = new Set(themes.flatMap((theme) => theme.notes));
  const loose = all("wall:note").filter((note) => !grouped.has(note.id)).length;
  return [
    { n: themes.length, words: nt("theme", "themes", themes.length) },
    { n: loose, words: nt("note not grouped yet", "notes not grouped yet", loose) },
  ];
}
