// The pens of the blueprint: one for each field of each experiment, and one for what is so here.
import { computed } from "@preact/signals";
import { discard, draft, link, one, sayWritingAt, send, someoneWritesAt } from "../engine";
import type { Commands } from "../wire/commands";
import { createPens, type Pen } from "../writing/pen";
import { type Value, written } from "./experiments";
import type { Name } from "./fields";

/** Drafts and the server call its fields so. */
const NAME = "blueprint";

/** Of all fields on this page. */
export const pens = createPens({
  ...{ name: NAME, draft, discard },
  up: computed(() => link.value === "connected"),
  sayWriting: (field, on) => sayWritingAt(`${NAME}/${field}`, on),
});

/** Whether somebody else writes now in a field whose key begins so. */
export function someoneWrites(start: string): boolean {
  return someoneWritesAt(`${NAME}/${start}`);
}

export function fieldPen(experiment: string, field: Name): Pen<Value> {
  return pens.of<Value>({
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
    tidy,
  });
}

export function contextPen(): Pen<string> {
  return pens.of<string>({
    key: "context",
    read() {
      const { context = "", version = 0 } = one("hall:blueprint") ?? {};
      return { value: context, version };
    },
    write: (text, was) => send("blueprint.context", { text, was }),
    tidy: (text) => text.replace(/\n{3,}/g, "\n\n").trim(),
  });
}

/** Lines lose their blanks on the server; several things have no order of their own here. */
function tidy(value: Value): Value {
  return typeof value === "string" ? value.replace(/\s+/g, " ").trim() : [...value].sort();
}
