import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { afterDrawing } from "../../cafe/focus";
import { draft, type Json, sayWriting } from "../../engine";
import { announce } from "../../parts/announce";
import { Button } from "../../parts/button";
import { t } from "../../words";
import { offlineReason } from "../offline";
import { Statement, StatementFields } from "./statement";
import { add, type Content, EMPTY, faultOf, type Kind, kindWord, statementsOf, wordsOf } from "./statements";

/** The statements of one kind, and a new one. */
export function StatementList({ kind }: { kind: Kind }): JSX.Element {
  const all = statementsOf(kind);
  const { title, hint } = wordsOf(kind);
  const id = `statements-${kind}`;
  return (
    <section class="wr-statements" aria-labelledby={id}>
      <h3 id={id} tabIndex={-1}>
        {title}
      </h3>
      <p class="small soft">{hint}</p>
      {all.length > 0 && (
        <ol class="wr-list">
          {all.map((doc, place) => (
            <Statement key={doc.id} doc={doc} place={place} of={all} />
          ))}
        </ol>
      )}
      <NewStatement kind={kind} />
    </section>
  );
}

/** Its words are kept on this device until it is added. */
function NewStatement({ kind }: { kind: Kind }): JSX.Element {
  const kept = draft<Json>(`report/new/${kind}`, null);
  const content = kept.text.value as Content | null;
  const [wrong, setWrong] = useState<string>();
  const id = `new-${kind}`;
  const begin = () => {
    kept.text.value = EMPTY;
    afterDrawing(() => document.querySelector<HTMLElement>(`#${id} input`)?.focus());
  };
  if (content === null)
    return (
      <Button icon="plus" onPress={begin}>
        {wordsOf(kind).add}
      </Button>
    );
  const change = (part: Partial<Content>) => {
    setWrong(undefined);
    kept.text.value = { ...content, ...part };
    sayWriting(true);
  };
  const lay = async () => {
    const fault = faultOf(content) ?? (await add(kind, content));
    setWrong(fault);
    if (fault !== undefined) return announce(fault);
    kept.clear();
    announce(t("%(kind)s added.", { kind: kindWord(kind) }));
    afterDrawing(() => document.getElementById(`statements-${kind}`)?.focus());
  };
  return (
    <div class="wr-statement" id={id}>
      <p class="eyebrow">{t("New, and not in the report yet")}</p>
      <StatementFields content={content} wrong={wrong} onChange={change} onLeave={() => undefined} />
      <div class="row">
        <Button look="do" reason={offlineReason()} onPress={() => void lay()}>
          {wordsOf(kind).add}
        </Button>
        <Button look="quiet" onPress={() => kept.clear()}>
          {t("Give it up")}
        </Button>
      </div>
    </div>
  );
}
