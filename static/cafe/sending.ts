// Sending, as forms need it: the words stay until they are safe, and a refusal is said where they were written.
import { discard, type Fields, link, type Order, send } from "../engine";
import type { Commands } from "../wire/commands";

export type AnyCommand = Commands[Order];

/** How long a form waits for the server's answer before the outbox takes over, in milliseconds. */
export const PATIENCE = 1500;

/**
 * Sends what someone wrote. Resolves when it is recorded, or safe in the outbox; rejects when the server refuses it
 * at once: then the words are still in the form, and the outbox lets go of them. Gives the command's id.
 */
export async function hand<T extends Order>(type: T, fields: Fields<T>): Promise<string> {
  const sent = send(type, fields);
  if (link.value !== "connected") return sent.id;
  try {
    await Promise.race([sent.done, new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
  } catch (refusal) {
    discard(sent.id);
    throw refusal;
  }
  return sent.id;
}
