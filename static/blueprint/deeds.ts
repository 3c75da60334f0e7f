// What people do with an experiment, each with its way back.
import { stepAside } from "../cafe/focus";
import { offerUndo } from "../cafe/undo";
import { excerpt } from "../cafe/words";
import { type Json, send } from "../engine";
import { announce } from "../parts/announce";
import { t } from "../words";
import type { Pen } from "../writing/pen";
import { type Experiment, ideaOf, standing } from "./experiments";

function did(text: string, undo: () => void): void {
  announce(text);
  offerUndo(text, undo);
}

export function takeOut(one: Experiment): void {
  const remove = (on: boolean) => send("experiment.remove", { experiment: one.id, on });
  stepAside(placeOf(one));
  remove(true);
  did(t("“%(idea)s” is out of the blueprint.", { idea: excerpt(ideaOf(one)) }), () => remove(false));
}

export function setTrying(one: Experiment, on: boolean): void {
  const start = (trying: boolean) => send("experiment.start", { experiment: one.id, on: trying });
  start(on);
  const idea = excerpt(ideaOf(one));
  const words = on
    ? t("“%(idea)s” is being tried now.", { idea })
    : t("“%(idea)s” is not being tried any more.", { idea });
  did(words, () => start(!on));
}

/** By one place among those of its kind; `by` is -1 or 1. */
export function move(one: Experiment, by: -1 | 1): void {
  const alike = standing(one.kind).map(({ id }) => id);
  const at = alike.indexOf(one.id);
  const put = (before: string | undefined) =>
    send("experiment.move", { experiment: one.id, before: before ?? null });
  const behind = standing().map(({ id }) => id);
  const was = behind[behind.indexOf(one.id) + 1];
  put(by < 0 ? alike[at - 1] : alike[at + 2]);
  did(t("“%(idea)s” is number %(no)s now.", { idea: excerpt(ideaOf(one)), no: at + by + 1 }), () => put(was));
}

export function takeTheirs<T extends Json>(pen: Pen<T>): void {
  const mine = pen.takeTheirs();
  did(t("Theirs stands. Yours was left out."), () => pen.write(mine));
}

/** The element that holds it. */
export function placeOf(one: Experiment): string {
  return `ex-${one.id}`;
}
