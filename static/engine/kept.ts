// One command on its way, as the outbox keeps it.
import type { Outgoing, RefusedOne } from "./outbox";
import type { Shelf } from "./storage";

export interface Kept extends Outgoing {
  refusal?: { code: string; message: string };
  acked?: boolean;
  /** Another tab of this person has written it, and sends it. */
  elsewhere?: boolean;
}

export function restored(shelf: Shelf): Map<string, Kept> {
  const found = [...shelf.all("out:").values()].filter(isKept).sort(byId);
  return new Map(found.map((one) => [one.id, { ...one, tries: 0 }]));
}

export function isKept(value: unknown): value is Kept {
  return typeof value === "object" && value !== null && "id" in value && "command" in value;
}

export function byId(one: Outgoing, other: Outgoing): number {
  return one.id < other.id ? -1 : 1;
}

export function refusedOne({ refusal, ...one }: Kept): RefusedOne[] {
  return refusal ? [{ ...one, ...refusal }] : [];
}

/** Not acknowledged yet, nor refused. */
export function isPending({ refusal, acked }: Kept): boolean {
  return !refusal && !acked;
}

/** For this tab to send. */
export function isMine(one: Kept): boolean {
  return isPending(one) && !one.elsewhere;
}
