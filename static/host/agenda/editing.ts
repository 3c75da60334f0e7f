// The draft of the agenda: kept on this device with every keystroke, until it is saved or given up.
import { signal } from "@preact/signals";
import { all, draft, one } from "../../engine";
import { t } from "../../words";
import { dayOf } from "../day";
import type { Order } from "../deeds";
import { perform } from "../perform";
import { without } from "./edits";
import { type Agenda, type AgendaDraft, agendaOf, type DraftStep, draftOf, printOf } from "./model";

export interface Editing {
  draft: AgendaDraft;
  /** Something differs from what everyone has. */
  changed: boolean;
  /** Another host has saved the agenda since this draft began. */
  overtaken: boolean;
}

/** What was taken out last, and where it stood. */
export const takenOut = signal<{ step: DraftStep; at: number } | null>(null);

function kept() {
  return draft<AgendaDraft | null>("agenda", null);
}

/** The draft, or the agenda as it is while nobody has changed anything here. */
export function editing(): Editing | undefined {
  const server = serverDraft();
  const found = kept().text.value;
  if (server === undefined) return undefined;
  // A draft that an earlier version kept on this device knows no groups.
  const mine = found && { ...found, groups: found.groups ?? server.groups };
  if (mine === null) return { draft: server, changed: false, overtaken: false };
  const changed = JSON.stringify(agendaOf(mine)) !== JSON.stringify(agendaOf(server));
  return { draft: mine, changed, overtaken: changed && mine.base !== server.base };
}

function serverDraft(): AgendaDraft | undefined {
  const cafe = one("hall:cafe");
  return cafe && draftOf(cafe, dayOf(cafe, all("hall:step")).steps);
}

export function edit(next: AgendaDraft): void {
  kept().text.value = next;
}

export function takeOut(from: AgendaDraft, step: DraftStep): void {
  takenOut.value = { step, at: from.steps.indexOf(step) };
  edit(without(from, step.key));
}

/** Throws the draft away: what everyone has stands again. */
export function giveUp(): void {
  kept().clear();
  takenOut.value = null;
}

/** Keeps the draft although the agenda has changed meanwhile: saving will replace it. */
export function keepMine(mine: AgendaDraft): void {
  const cafe = one("hall:cafe");
  if (cafe) edit({ ...mine, base: printOf(cafe, dayOf(cafe, all("hall:step")).steps) });
}

/** Only for a draft without faults. The agenda it replaces is the way back. */
export async function save(mine: AgendaDraft): Promise<void> {
  const before = serverDraft();
  const order = (agenda: Agenda): Order => ({ type: "agenda.edit", fields: agenda });
  const saved = await perform({
    order: order(agendaOf(mine)),
    said: t("The agenda is saved."),
    ...(before ? { back: () => [order(agendaOf(before))] } : {}),
  });
  if (saved) giveUp();
}
