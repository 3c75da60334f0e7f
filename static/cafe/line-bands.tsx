// What the café says of the line and of this device: calm, and never a reason to stop writing.
import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import {
  type Cause,
  cafe,
  link,
  lostAt,
  lostBy,
  mark,
  missed,
  now,
  seen,
  storageWorks,
  waiting,
} from "../engine";
import { announce } from "../parts/announce";
import { useBeat } from "../parts/beat";
import { Button } from "../parts/button";
import type { IconName } from "../parts/icons";
import { countThings, whereKept } from "../parts/link";
import { Say } from "../parts/say";
import { nt, t } from "../words";
import { me } from "./on";
import { isAdding } from "./outgoing";

/** A short break of the line is nobody's concern, in milliseconds. */
const BLINK = 4000;

/** The line is down: why, what that means, and that nothing is lost. */
export function LineDown(): JSX.Element | null {
  const down = lostAt.value !== null && link.value !== "refused" && link.value !== "ended";
  useBeat(down);
  if (!down || now() - (lostAt.value ?? 0) < BLINK) return null;
  return (
    <Say icon={CAUSES[lostBy.value].icon} now level={2} title={CAUSES[lostBy.value].title()}>
      <p class="small">{t("%(safe)s Your seat is held for a while.", { safe: safeWords() })}</p>
    </Say>
  );
}

const CAUSES: Record<Cause, { icon: IconName; title: () => string }> = {
  broken: { icon: "broken", title: () => t("Your connection dropped. Keep writing") },
  restarting: { icon: "clock", title: () => t("The café is back in a moment. Keep writing") },
  slow: { icon: "clock", title: () => t("Your line was too slow for a moment. Keep writing") },
  unavailable: { icon: "clock", title: () => t("The café cannot let you in just now. Keep writing") },
};

function safeWords(): string {
  const n = waiting.value.length;
  const where = whereKept(storageWorks.value);
  if (n === 0) return t("What you write is safe %(where)s and goes by itself.", { where });
  const things = countThings(n, waiting.value.every(isAdding));
  return nt(
    "%(things)s is safe %(where)s and goes by itself.",
    "%(things)s are safe %(where)s and go by themselves.",
    n,
    { things, where },
  );
}

/** The line is up, and the server cannot keep anything for now. */
export function Holding(): JSX.Element | null {
  if (link.value !== "holding") return null;
  const n = waiting.value.length;
  const things = countThings(n, waiting.value.every(isAdding));
  return (
    <Say icon="clock" now level={2} title={t("We are holding your %(things)s. Keep writing", { things })}>
      <p class="small">
        {nt(
          "The café cannot save anything just now. Nothing is lost: it is safe %(where)s and goes by itself.",
          "The café cannot save anything just now. Nothing is lost: they are safe %(where)s and go by themselves.",
          n,
          { where: whereKept(storageWorks.value) },
        )}
      </p>
    </Say>
  );
}

/** This browser forgets with the page: what is unsent, and perhaps who this is. Said until it has been read. */
export function NotKept(): JSX.Element | null {
  const read = mark("not-kept-read");
  const on = (!storageWorks.value || cafe.carried === true) && read.text.value === "";
  const title = storageWorks.value
    ? t("This browser keeps no cookies")
    : t("This browser keeps nothing on this device");
  useEffect(() => {
    if (on) announce(title);
  }, [on, title]);
  if (!on) return null;
  return (
    <Say icon="warning" level={2} title={title} bare>
      {!storageWorks.value && (
        <p class="small">
          {t("If you close this page, notes that are not sent yet are lost. You are asked first.")}
        </p>
      )}
      {cafe.carried && (
        <p class="small">
          {t("The address of this page is the way back to your seat, for a day. Keep it to yourself.")}
        </p>
      )}
      <div class="row">
        <Button
          dense
          onPress={() => {
            read.text.value = "yes";
          }}
        >
          {t("All right")}
        </Button>
      </div>
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
  const up = lostAt.value === null;
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
