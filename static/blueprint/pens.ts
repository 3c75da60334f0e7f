// The pens of the blueprint: one for each field of each experiment, and one for what is so here.
import { computed } from "@preact/signals";
import { discard, draft, link, one, sayWritingAt, send, someoneWritesAt } from "../engine";
import type { Commands } from "../wire/commands";
import { written } from "./experiments";
import type { Name } from "./fields";
import { createPens, type Pen } from "./pen";

/** What the server calls the fields of the blueprint, where somebody writes in one. */
const FIELDS = "blueprint/";

/** Whether somebody else writes now in a field of the blueprint whose key begins so. */
export function someoneWrites(start: string): boolean {
  return someoneWritesAt(`${FIELDS}${start}`);
}

/** Of all fields on this page. */
export const pens = createPens({
  draft,
  discard,
  sayWriting: (field, on) => sayWritingAt(`${FIELDS}${field}`, on),
  up: computed(() => link.value === "connected"),
});

export function fieldPen(experiment: string, field: Name): Pen {
  return pens.of({
    key: `${experiment}/${field}`,
    read() {
      const found = one("hall:experiment", experiment);
      return found ? written(found, field) : { value: "", version: 0 };
    },
    write: (value, was) =>
      send("experiment.write", {
        experiment,
        field,
        value: value as Commands["experiment.write"]["value"],
        was,
      }),
  });
}

export function contextPen(): Pen {
  return pens.of({
    key: "context",
    read() {
      const { context = "", version = 0 } = one("hall:blueprint") ?? {};
      return { value: context, version };
    },
    write: (value, was) => send("blueprint.context", { text: String(value), was }),
  });
}
