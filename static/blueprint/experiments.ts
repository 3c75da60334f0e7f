// What the blueprint holds, and what an experiment can begin with.
import { all, one } from "../engine";
import type { Documents } from "../wire/documents";
import { t } from "../words";
import { dayWords, type Kind, type Name, type Spec } from "./fields";

export type Experiment = Documents["hall:experiment"];
export type Value = string | readonly string[];

/** What stands, in its order: of one kind, or all. */
export function standing(kind?: Kind): Experiment[] {
  return all("hall:experiment")
    .filter((each) => !each.removed && (kind === undefined || each.kind === kind))
    .sort((a, b) => a.place - b.place || (a.id < b.id ? -1 : 1));
}

export function written(of: Experiment, name: Name): { value: Value; version: number } {
  return of.fields[name] ?? { value: name === "themes" || name === "lens" ? [] : "", version: 0 };
}

export function said(of: Experiment, name: Name): string {
  const { value } = written(of, name);
  return typeof value === "string" ? value : "";
}

/** The entries of the lens that the blueprint is held against, in their order. */
export function lens(): string[] {
  return (one("hall:blueprint")?.coverage ?? []).map(({ entry }) => entry);
}

export function ideaOf(of: Experiment): string {
  return said(of, "idea");
}

/** Its number among those of its kind, from 1. */
export function numberOf(of: Experiment): number {
  return standing(of.kind).findIndex(({ id }) => id === of.id) + 1;
}

export function kindWord(kind: Kind, no: number): string {
  return kind === "experiment" ? t("Experiment %(no)s", { no }) : t("Small change %(no)s", { no });
}

/** What stands in a field, for people; nothing where it is empty. */
export function shown(value: Value, spec: Spec): string {
  if (typeof value !== "string")
    return value.map((each) => (spec.name === "themes" ? themeName(each) : each)).join(" · ");
  if (spec.as === "day") return value && dayWords(value);
  if (spec.as !== "choice") return value;
  return spec.options.find(([option]) => option === value)?.[1] ?? value;
}

export interface Theme {
  id: string;
  name: string;
}

/** The themes that an experiment can work on. Those without a name are called by their number. */
export function themes(): Theme[] {
  const open = one("hall:blueprint")?.themes ?? [];
  const found = open.length > 0 ? open : onWalls();
  return found.map(({ id, name }, at) => ({ id, name: name || t("Group %(no)s", { no: at + 1 }) }));
}

/** Hosts read the walls themselves, also when no step for the blueprint is on. */
function onWalls(): Theme[] {
  const walls = all("hall:step").filter(({ settings }) => settings.activity === "themes");
  return walls
    .flatMap(({ id }) => all("wall:theme", `wall/${id}`))
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}

/** The table that chose the idea which an experiment takes up, if this person has heard of it. */
export function tableBehind(of: Experiment): number | undefined {
  return all("hall:slot").find(({ brings }) => brings.some(({ note }) => note === of.note))?.table;
}

function themeName(id: string): string {
  return themes().find((theme) => theme.id === id)?.name ?? t("a theme that is gone");
}

export interface Idea {
  note: string;
  text: string;
  table: number | null;
}

/** Ideas that tables chose and that nobody has taken up, as far as this person has heard them. */
export function freeIdeas(): Idea[] {
  const taken = new Set(standing().map(({ note }) => note));
  const brought = [...all("hall:slot")]
    .sort((a, b) => a.table - b.table)
    .flatMap(({ table, brings }) => brings.map(({ note, text }): Idea => ({ note, text, table })));
  const own = all("table:priority").map(({ note, text }): Idea => ({ note, text, table: null }));
  const each = new Map([...own, ...brought].map((idea) => [idea.note, idea]));
  return [...each.values()].filter(({ note }) => !taken.has(note));
}
