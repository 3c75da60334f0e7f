import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { Fold } from "../cafe/fold";
import { one } from "../engine";
import { Field } from "../parts/field";
import { t } from "../words";
import { keptWords } from "./kept";
import { contextPen } from "./pens";
import { Others, Overtaken } from "./writing";

/** What is so here, and what may not be touched. */
export function Context({ writes }: { writes: boolean }): JSX.Element | null {
  const words = one("hall:blueprint")?.context ?? "";
  if (!writes && !words) return null;
  return (
    <Fold
      title={t("What is so here")}
      count={words ? undefined : t("nothing written yet")}
      open={words !== ""}
    >
      {writes ? (
        <Writing />
      ) : (
        <p class="bp-context" dir="auto">
          {words}
        </p>
      )}
    </Fold>
  );
}

function Writing(): JSX.Element {
  const pen = contextPen();
  const label = t("Local context, and what is not to be touched");
  useEffect(() => pen.show(), [pen]);
  return (
    <div class="measure stack stack--tight">
      <Field
        label={label}
        hint={t("Such as duties by law, what was tried before, or what people here care about.")}
        rows={5}
        value={String(pen.text)}
        wrong={pen.wrong}
        onChange={(text) => pen.write(text)}
        onLeave={() => pen.save()}
      />
      <Others field="context" />
      <Overtaken pen={pen} label={label} says={String} />
      <p class="small soft">{keptWords("context")}</p>
    </div>
  );
}
