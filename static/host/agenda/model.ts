// An agenda while it is edited: what stands in the fields, as people typed it; and the way from and to the server's.
import type { EditAgenda } from "../../wire/commands";
import type { Activity, Cafe, Step } from "../day";
import type { Spec } from "./spec";
import { BEGINNINGS, specsOf } from "./specs";

/** Words for what is typed, true or false for what is ticked, keys of steps for chosen rounds. */
export type Value = string | boolean | readonly string[];

export type DraftStep = {
  /** Stays the same while the step moves about. */
  readonly key: string;
  readonly activity: Activity;
  readonly values: { readonly [name: string]: Value };
};

export type AgendaDraft = {
  readonly title: string;
  readonly planned: string;
  readonly size: string;
  /** Groups of people, one on a line. */
  readonly groups: string;
  readonly steps: readonly DraftStep[];
  /** The agenda it was made from: tells whether another host has changed that meanwhile. */
  readonly base: string;
};

type Fields = { readonly [name: string]: unknown };
export type Agenda = Omit<EditAgenda, "id" | "type">;

export function draftOf(cafe: Cafe, steps: readonly Step[]): AgendaDraft {
  const keys = new Map(steps.map((step) => [step.settings.title, step.id]));
  return {
    title: cafe.title,
    planned: String(cafe.planned_minutes),
    size: String(cafe.table_size),
    groups: cafe.groups.join("\n"),
    steps: steps.map((step) => draftStep(step.id, step.settings, keys)),
    base: printOf(cafe, steps),
  };
}

/** The same for the same agenda, another for any other. */
export function printOf(cafe: Cafe, steps: readonly Step[]): string {
  return JSON.stringify([
    cafe.title,
    cafe.planned_minutes,
    cafe.table_size,
    cafe.groups,
    steps.map((step) => step.settings),
  ]);
}

function draftStep(key: string, settings: Step["settings"], keys: ReadonlyMap<string, string>): DraftStep {
  const fields = settings as unknown as Fields;
  const values = specsOf(settings.activity).map((spec) => [spec.name, typed(spec, fields[spec.name], keys)]);
  return { key, activity: settings.activity, values: Object.fromEntries(values) };
}

export function newStep(activity: Activity, title: string): DraftStep {
  const settings = { activity, title, ...BEGINNINGS[activity] } as unknown as Step["settings"];
  return draftStep(`new ${Date.now()} ${Math.random()}`, settings, new Map());
}

/** What stands in the field for a setting; `keys` finds a round by its title. */
function typed(spec: Spec, set: unknown, keys: ReadonlyMap<string, string>): Value {
  if (spec.as === "flag") return typeof set === "boolean" ? set : (spec.on ?? false);
  if (spec.as === "number") return String(set ?? spec.otherwise ?? "");
  if (spec.as === "choice") return String(set ?? spec.options[0]?.[0]);
  const list = Array.isArray(set) ? set : [];
  if (spec.as === "kinds") return list.join(", ");
  if (spec.as === "lines" || spec.as === "entries") return list.join("\n");
  if (spec.as === "rounds") return list.flatMap((title: string) => keys.get(title) ?? []);
  if (spec.as === "pictures") return list.map((shown: Picture) => `${shown.address} ${shown.alt}`).join("\n");
  return String(set ?? "");
}

interface Picture {
  address: string;
  alt: string;
}

/** The agenda that the fields say. Only for a draft without faults. */
export function agendaOf(draft: AgendaDraft): Agenda {
  const titles = new Map(draft.steps.map((step) => [step.key, words(step.values["title"])]));
  const steps = draft.steps.map((step) => {
    const set = specsOf(step.activity).map((spec) => [
      spec.name,
      setting(spec, step.values[spec.name], titles),
    ]);
    return { activity: step.activity, ...Object.fromEntries(set) };
  });
  return {
    title: draft.title.trim(),
    planned_minutes: Number(draft.planned),
    table_size: Number(draft.size),
    groups: linesIn(draft.groups),
    steps: steps as unknown as Agenda["steps"],
  };
}

function setting(spec: Spec, value: Value | undefined, titles: ReadonlyMap<string, string>): unknown {
  const typedWords = words(value);
  if (spec.as === "flag") return value === true;
  if (spec.as === "number") return typedWords === "" ? null : Number(typedWords);
  if (spec.as === "kinds") return kindsIn(typedWords);
  if (spec.as === "lines" || spec.as === "entries") return linesIn(typedWords);
  if (spec.as === "rounds") return chosen(value).flatMap((key) => titles.get(key) ?? []);
  if (spec.as === "pictures") return linesIn(typedWords).map(pictureIn);
  if (spec.as === "address") return typedWords === "" ? null : typedWords;
  return typedWords;
}

/** What is typed in a field, without the blanks around it. */
export function words(value: Value | undefined): string {
  return typeof value === "string" ? value.trim() : "";
}

export function chosen(value: Value | undefined): readonly string[] {
  return Array.isArray(value) ? (value as readonly string[]) : [];
}

/** Kinds as the server names them: "Open end" is open-end. */
export function kindsIn(text: string): string[] {
  const kinds = text.split(/[,\n]/).map((kind) => kind.trim().toLowerCase().replace(/\s+/g, "-"));
  return [...new Set(kinds.filter(Boolean))];
}

export function linesIn(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
}

export function pictureIn(line: string): Picture {
  const [address = "", ...rest] = line.split(/\s+/);
  return { address, alt: rest.join(" ") };
}
