// Doing what a host pressed: send it, say that it is done, keep the way back, and say calmly what did not work.
import { signal } from "@preact/signals";
import { catchFocus } from "../cafe/focus";
import { discard, refused, type Sent, send } from "../engine";
import { announce } from "../parts/announce";
import type { Commands } from "../wire/commands";
import type { Deed, Order } from "./deeds";

export interface Done {
  no: number;
  text: string;
  /** Empty where there is no way back. */
  back: Order[];
}

export interface Trouble {
  code: string;
  message: string;
}

/** What was done last, and what did not work, if anything. */
export const done = signal<Done | null>(null);
export const trouble = signal<Trouble | null>(null);

let count = 0;

/** Resolves to whether the server recorded it. Nothing is thrown: what is refused is said in {@link trouble}. */
export async function perform(deed: Deed): Promise<boolean> {
  const id = await issue(deed.order);
  if (id === null) return false;
  catchFocus();
  count += 1;
  done.value = { no: count, text: deed.said, back: deed.back?.(id) ?? [] };
  if (done.value.back.length === 0) announce(deed.said);
  return true;
}

export function forget(): void {
  done.value = null;
}

/** What was refused before this page was opened: its sender never heard of it. */
export function leftover(before: typeof refused.value): Trouble | null {
  return before[0] ?? null;
}

/** It has been read. */
export function forgive(): void {
  const old = refused.value[0];
  if (trouble.value === null && old) discard(old.id);
  trouble.value = null;
}

export async function undo(): Promise<void> {
  const orders = done.value?.back ?? [];
  done.value = null;
  for (const order of orders) {
    if ((await issue(order)) === null) return;
  }
}

/** The id of the recorded command, or null when it was refused. */
export async function issue(order: Order): Promise<string | null> {
  trouble.value = null;
  const sent = sendAny(order.type, order.fields);
  try {
    await sent.done;
    return sent.id;
  } catch (failure) {
    discard(sent.id);
    tell(failure);
    return null;
  }
}

const sendAny = send as (type: keyof Commands, fields: object) => Sent;

function tell(failure: unknown): void {
  const { code = "refused", message = String(failure) } = failure as Partial<Trouble>;
  trouble.value = { code, message };
}
