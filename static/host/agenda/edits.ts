// Changes to an agenda that is edited. Each gives a new draft; none knows of screens.
import type { AgendaDraft, DraftStep, Value } from "./model";
import { words } from "./model";

export function setField(draft: AgendaDraft, key: string, name: string, value: Value): AgendaDraft {
  return {
    ...draft,
    steps: draft.steps.map((step) =>
      step.key === key ? { ...step, values: { ...step.values, [name]: value } } : step,
    ),
  };
}

/** One place up (-1) or down (1); at the end nothing happens. */
export function shift(draft: AgendaDraft, key: string, by: -1 | 1): AgendaDraft {
  const at = draft.steps.findIndex((step) => step.key === key);
  const steps = [...draft.steps];
  const [one, other] = [steps[at], steps[at + by]];
  if (one === undefined || other === undefined) return draft;
  steps[at] = other;
  steps[at + by] = one;
  return { ...draft, steps };
}

/** At a place, counted from 0. */
export function insert(draft: AgendaDraft, step: DraftStep, at: number): AgendaDraft {
  return { ...draft, steps: [...draft.steps.slice(0, at), step, ...draft.steps.slice(at)] };
}

export function without(draft: AgendaDraft, key: string): AgendaDraft {
  return { ...draft, steps: draft.steps.filter((step) => step.key !== key) };
}

/** The minutes of all steps; a field that holds no number counts as none. */
export function totalMinutes(draft: AgendaDraft): number {
  return draft.steps.reduce((sum, step) => sum + minutesIn(words(step.values["minutes"])), 0);
}

export function minutesIn(text: string): number {
  const minutes = Number(text);
  return Number.isInteger(minutes) && minutes > 0 ? minutes : 0;
}
