// What a host can do, as plain data: the order, what to say once it is done, and the way back if there is one.

import type { Commands } from "../wire/commands";
import type { ShowingDoc } from "../wire/documents";
import { t } from "../words";
import type { Guest } from "./tables";

/** A command without its id. */
export type Order = {
  [T in keyof Commands]: { type: T; fields: Omit<Commands[T], "id" | "type"> };
}[keyof Commands];

export interface Deed {
  order: Order;
  /** "Grace moved to table 8." */
  said: string;
  /** The orders that take it back. `id` is the id of the command that was sent. */
  back?: (id: string) => Order[];
}

export function movePerson(person: Guest, table: number): Deed {
  const was = person.table;
  const move = (to: number): Order => ({ type: "person.move", fields: { person: person.id, table: to } });
  return {
    order: move(table),
    said: t("%(name)s sits at table %(no)s now.", { name: person.name, no: table }),
    ...(was === null ? {} : { back: () => [move(was)] }),
  };
}

export function setGroup(person: Guest, group: string): Deed {
  const set = (name: string): Order => ({
    type: "person.group",
    fields: { person: person.id, group: name },
  });
  return {
    order: set(group),
    said: group
      ? t("%(name)s is from %(group)s now.", { name: person.name, group })
      : t("%(name)s is from no group now.", { name: person.name }),
    back: () => [set(person.group)],
  };
}

/** `was` leads the table now; `left` is the table that the new person leads now and would leave. */
export function appoint(table: number, person: Guest | null, was: string | null, left: number | null): Deed {
  const lead = (no: number, who: string | null): Order => ({
    type: "table.appoint",
    fields: { table: no, person: who },
  });
  const home: Order[] = person && left !== null ? [lead(left, person.id)] : [];
  return {
    order: lead(table, person?.id ?? null),
    said: person
      ? t("%(name)s leads table %(no)s now.", { name: person.name, no: table })
      : t("Table %(no)s goes on without a facilitator.", { no: table }),
    back: () => [...home, lead(table, was)],
  };
}

export function nameSpeaker(table: number, person: Guest | null, was: string | null): Deed {
  const name = (who: string | null): Order => ({
    type: "table.spokesperson",
    fields: { table, person: who },
  });
  return {
    order: name(person?.id ?? null),
    said: person
      ? t("%(name)s will speak for table %(no)s.", { name: person.name, no: table })
      : t("Nobody speaks for table %(no)s yet.", { no: table }),
    back: () => [name(was)],
  };
}

export function linkTable(table: number, link: string, was: string): Deed {
  const set = (address: string): Order => ({ type: "table.link", fields: { table, link: address } });
  return {
    order: set(link),
    said: link
      ? t("Table %(no)s has its video link.", { no: table })
      : t("The video link of table %(no)s is gone.", { no: table }),
    back: () => [set(was)],
  };
}

export function extend(step: string, minutes: number, said: string): Deed {
  const add = (n: number): Order => ({ type: "step.extend", fields: { step, minutes: n } });
  return { order: add(minutes), said, back: () => [add(-minutes)] };
}

export function sayToAll(text: string): Deed {
  return {
    order: { type: "say.all", fields: { text } },
    said: t("It shows on every screen."),
    back: (id) => [{ type: "say.take-down", fields: { saying: id } }],
  };
}

export function takeDown(saying: string, text: string): Deed {
  return {
    order: { type: "say.take-down", fields: { saying } },
    said: t("Your message is down again."),
    back: () => [{ type: "say.all", fields: { text } }],
  };
}

type Shown = { picture: ShowingDoc["picture"]; of: string } | null;

/** A picture on every screen, or none; the way back is what was shown before. */
export function showPicture(shown: Shown, before: Shown): Deed {
  const show = (one: Shown): Order => ({
    type: "picture.show",
    fields: { picture: one?.picture ?? null, of: one?.of || null },
  });
  return {
    order: show(shown),
    said: shown ? t("The screen shows the picture.") : t("The screen shows the step again."),
    back: () => [show(before)],
  };
}

export function makeWish(how: "apart" | "together", people: readonly Guest[]): Deed {
  return {
    order: { type: "wish.make", fields: { how, people: people.map((person) => person.id) } },
    said: t("It counts from the next seating on."),
    back: (id) => [{ type: "wish.drop", fields: { wish: id } }],
  };
}

export function dropWish(wish: { id: string; how: "apart" | "together"; people: readonly string[] }): Deed {
  return {
    order: { type: "wish.drop", fields: { wish: wish.id } },
    said: t("This wish is gone."),
    back: () => [{ type: "wish.make", fields: { how: wish.how, people: [...wish.people] } }],
  };
}

export function skipTable(step: string, table: number, on: boolean): Deed {
  const skip = (skipped: boolean): Order => ({ type: "plenary.skip", fields: { step, table, on: skipped } });
  return {
    order: skip(on),
    said: on
      ? t("Table %(no)s is skipped.", { no: table })
      : t("Table %(no)s has its turn again.", { no: table }),
    back: () => [skip(!on)],
  };
}

export function removeLine(chat: string): Deed {
  const remove = (on: boolean): Order => ({ type: "chat.remove", fields: { chat, on } });
  return { order: remove(true), said: t("The line is out of the chat."), back: () => [remove(false)] };
}

export function answerCall(call: string, text: string, name: string): Deed {
  return {
    order: { type: "help.answer", fields: { call, text } },
    said: t("%(name)s reads your answer now.", { name }),
  };
}
