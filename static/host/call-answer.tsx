import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useId } from "preact/hooks";
import { focusSoon } from "../cafe/focus";
import { draft } from "../engine";
import { Button } from "../parts/button";
import { Field } from "../parts/field";
import { t } from "../words";
import { answerCall } from "./deeds";
import { perform } from "./perform";
import type { Call } from "./tables";

/** "I am coming", or words that the caller reads at once. */
export function CallAnswer({ call }: { call: Call }): JSX.Element {
  const writing = useSignal(false);
  const field = useId();
  const kept = draft(`answer/${call.id}`);
  const send = async (event: Event) => {
    event.preventDefault();
    if (kept.text.value.trim() && (await perform(answerCall(call.id, kept.text.value.trim(), call.name))))
      kept.clear();
  };
  if (!writing.value && kept.text.value === "") {
    return (
      <div class="row">
        <Button dense look="do" onPress={() => perform(answerCall(call.id, t("I am coming."), call.name))}>
          {t("I am coming")}
        </Button>
        <Button
          dense
          onPress={() => {
            writing.value = true;
            focusSoon(field);
          }}
        >
          {t("Answer in words")}
        </Button>
      </div>
    );
  }
  return (
    <form class="stack stack--tight" onSubmit={send}>
      <Field
        id={field}
        label={t("Your answer to %(name)s", { name: call.name })}
        value={kept.text.value}
        onChange={(text) => {
          kept.text.value = text;
        }}
      />
      <div class="row">
        <Button
          type="submit"
          dense
          look="do"
          reason={kept.text.value.trim() === "" ? t("write a few words first") : undefined}
        >
          {t("Send it to %(name)s", { name: call.name })}
        </Button>
        <Button
          dense
          look="quiet"
          onPress={() => {
            kept.clear();
            writing.value = false;
          }}
        >
          {t("Not now")}
        </Button>
      </div>
    </form>
  );
}
