import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { draft, one } from "../engine";
import { Button } from "../parts/button";
import { Field } from "../parts/field";
import { Say } from "../parts/say";
import { nt, t, timeOfDay } from "../words";
import { sayToAll, takeDown } from "./deeds";
import { type House, screens } from "./house";
import { offlineReason } from "./offline";
import { perform } from "./perform";

/** As long as the server takes it. */
const MOST = 200;

/** Words that show on every screen until they are taken down. */
export function SayToAll({ house }: { house: House }): JSX.Element {
  const said = one("hall:saying");
  return (
    <section class="desk-say-part" aria-labelledby="say-to-all">
      {said && (
        <Say icon="send" title={t("On every screen since %(time)s", { time: timeOfDay(said.at) })}>
          <p dir="auto">{said.text}</p>
          <div class="row">
            <Button dense onPress={() => perform(takeDown(said.id, said.text))}>
              {t("Take it down")}
            </Button>
          </div>
        </Say>
      )}
      <SayForm house={house} />
    </section>
  );
}

function SayForm({ house }: { house: House }): JSX.Element {
  const kept = draft("say-to-all");
  const sending = useSignal(false);
  const empty = useSignal(false);
  const text = typeof kept.text.value === "string" ? kept.text.value : "";
  const over = [...text.trim()].length - MOST;
  const send = async (event: Event) => {
    event.preventDefault();
    empty.value = text.trim() === "";
    if (sending.value || empty.value || over > 0) return;
    sending.value = true;
    if (await perform(sayToAll(text.trim()))) kept.clear();
    sending.value = false;
  };
  return (
    <form class="desk-say" onSubmit={send}>
      <h2 id="say-to-all">{t("Say to all")}</h2>
      <Field
        label={t("Message to all")}
        bare
        value={text}
        onChange={(value) => {
          kept.text.value = value;
          empty.value = false;
        }}
        wrong={empty.value ? t("Write a few words first.") : tooLong(over)}
      />
      <Button
        type="submit"
        icon="send"
        reason={offlineReason()}
        busy={sending.value ? t("Sending") : undefined}
      >
        {nt("Show it on %(n)s screen", "Show it on %(n)s screens", screens(house))}
      </Button>
    </form>
  );
}

function tooLong(over: number): string | undefined {
  return over > 0 ? nt("Too long by %(n)s character.", "Too long by %(n)s characters.", over) : undefined;
}
