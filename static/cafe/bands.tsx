// What the café says above the step that is on: calm, flat, and only while it is true.
import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { draft, link, lostAt, missed, now, one, seen, waiting } from "../engine";
import { announce } from "../parts/announce";
import { useBeat } from "../parts/beat";
import { Button } from "../parts/button";
import { Say } from "../parts/say";
import type { StepDoc } from "../wire/documents";
import { nt, t } from "../words";
import { me, stepAfter } from "./on";
import { isAdding } from "./outgoing";
import { shortTime } from "./words";

/** A short break of the line is nobody's concern, in milliseconds. */
const BLINK = 4000;

/** A host's words to everyone, until they are taken down or put away here. */
export function Saying(): JSX.Element | null {
  const saying = one("hall:saying");
  const put = draft("saying-read");
  useEffect(() => {
    if (saying) announce(t("The host says: %(words)s", { words: saying.text }));
  }, [saying?.id]);
  if (!saying || put.text.value === saying.id) return null;
  return (
    <Say icon="voice" title={t("The host says")} now level={2}>
      <p dir="auto">{saying.text}</p>
      <div class="row">
        <Button
          dense
          onPress={() => {
            put.text.value = saying.id;
          }}
        >
          {t("All right")}
        </Button>
      </div>
    </Say>
  );
}

/** The last minute of a step that ends. */
export function ClosingCall({ step }: { step: StepDoc }): JSX.Element | null {
  const on = step.phase === "closing" && step.closing_until !== null;
  useBeat(on);
  useEffect(() => {
    if (on) announce(t("This round closes soon. Finish your sentence"));
  }, [on]);
  if (!on) return null;
  const next = step.then ? stepAfter(step) : undefined;
  return (
    <Say
      icon="clock"
      now
      level={2}
      title={t("This round closes in %(time)s. Finish your sentence.", {
        time: shortTime((step.closing_until ?? 0) - now()),
      })}
    >
      {next && <p class="small">{t("Then: %(title)s", { title: next.settings.title })}</p>}
    </Say>
  );
}

/** The line is down: what that means, and that nothing is lost. */
export function LineDown(): JSX.Element | null {
  const down = link.value === "reconnecting" && lostAt.value !== null;
  useBeat(down);
  if (!down || now() - (lostAt.value ?? 0) < BLINK) return null;
  const kept = waiting.value.length;
  return (
    <Say icon="broken" now level={2} title={t("Your connection dropped. Keep writing")}>
      <p class="small">
        {kept === 0
          ? t("What you write is safe on this device and goes by itself. Your seat is held for a while.")
          : nt(
              "%(n)s thing is safe on this device and goes by itself. Your seat is held for a while.",
              "%(n)s things are safe on this device and go by themselves. Your seat is held for a while.",
              kept,
            )}
      </p>
    </Say>
  );
}

/** After a longer break: back where one was, what went by itself, and what came meanwhile. */
export function BackAgain(): JSX.Element | null {
  const { up, back, sent, read } = useReturn();
  const notes = [...missed.value].filter((key) => key.startsWith("note/")).length;
  if (!up || (!back && notes === 0)) return null;
  const words = [
    sent > 0 && nt("Your note is on the table.", "Your %(n)s notes are on the table.", sent),
    notes > 0 &&
      nt("You missed %(n)s note; it is marked.", "You missed %(n)s notes; they are marked.", notes),
  ];
  return (
    <Say icon="linked" level={2} title={backWords(me()?.table ?? null)}>
      <p class="small">{words.filter(Boolean).join(" ")}</p>
      <div class="row">
        <Button dense onPress={read}>
          {t("All right")}
        </Button>
      </div>
    </Say>
  );
}

interface Return {
  up: boolean;
  /** The line was down for a while, and it is up again. */
  back: boolean;
  /** How many notes had waited and are recorded now. */
  sent: number;
  read: () => void;
}

function useReturn(): Return {
  const lost = useRef<number | null>(null);
  const kept = useRef(0);
  const back = useSignal(false);
  const up = link.value === "connected" || link.value === "waiting";
  const adding = waiting.value.filter(isAdding).length;
  if (lostAt.value !== null) {
    lost.current = lostAt.value;
    kept.current = Math.max(kept.current, adding);
  }
  useEffect(() => {
    if (!up || lost.current === null) return;
    back.value = now() - lost.current > BLINK;
    if (!back.value) kept.current = 0;
    lost.current = null;
  }, [up, back]);
  const read = () => {
    for (const key of missed.value) seen(key);
    kept.current = 0;
    back.value = false;
  };
  return { up, back: back.value, sent: Math.max(0, kept.current - adding), read };
}

function backWords(table: number | null): string {
  return table === null ? t("You are back") : t("You are back, at table %(no)s", { no: table });
}
