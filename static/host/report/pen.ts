// The pens of the report.
import { computed } from "@preact/signals";
import { discard, draft, link } from "../../engine";
import { createPens } from "../../writing/pen";

const pens = createPens({
  ...{ name: "report", draft, discard },
  up: computed(() => link.value === "connected"),
});

export const { of: penOf, saveAll, layDown } = pens;
export { PAUSE, type Pen, type Standing } from "../../writing/pen";
