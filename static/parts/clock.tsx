import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { nt, t, timeOfDay } from "../words";
import { announce } from "./announce";
import { useBeat } from "./beat";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
/** Where the thread has its knots. */
const KNOTS = [5 * MINUTE, MINUTE];
/** Where the clock speaks, nearest to the end first. */
const MARKS = [0, 10 * SECOND, MINUTE, 5 * MINUTE];

interface ClockProps {
  /** When time is up, in ms by the server's clock; null while nothing runs. */
  deadline: number | null;
  /** The server's time in ms. */
  now: () => number;
  /** The planned length in ms: what the whole thread stands for. */
  total: number;
  /** Held with so many ms left. */
  held?: number | undefined;
  /** Words below the thread instead of "Until 10:45". */
  note?: string | undefined;
  /** Words behind the numerals instead of "left". */
  tail?: string | undefined;
  /** Off the damson table. */
  flat?: boolean | undefined;
  /** A second clock on a page stays quiet. */
  quiet?: boolean | undefined;
}

/** The time left, by the server's clock. It speaks at 5 minutes, 1 minute, 10 seconds and the end; never flashes. */
export function Clock(props: ClockProps): JSX.Element | null {
  const { deadline, now, held } = props;
  const running = deadline !== null && held === undefined;
  useBeat(running);
  const left = held ?? (deadline === null ? null : Math.max(0, deadline - now()));
  useSpeaking(running && !props.quiet ? left : null);
  return left === null ? null : <Face {...props} left={left} />;
}

interface FaceProps extends ClockProps {
  left: number;
}

function Face({ left, total, held, deadline, note, tail, flat }: FaceProps): JSX.Element {
  const state = clockState(left, held);
  const until =
    note ??
    (deadline !== null && held === undefined ? t("Until %(time)s", { time: timeOfDay(deadline) }) : null);
  return (
    <div
      class={flat ? "clock clock--flat" : "clock"}
      role="timer"
      aria-label={leftWords(left, state)}
      data-state={state}
    >
      {state === "up" ? (
        <p class="time time--up">{t("Time is up")}</p>
      ) : (
        <Numerals left={left} tail={tail ?? tailWord(state)} />
      )}
      {(state === "running" || state === "held") && <ClockThread left={left} total={total} />}
      {state === "running" && until && <p class="small">{until}</p>}
    </div>
  );
}

type ClockState = "running" | "held" | "last-minute" | "up";

function clockState(left: number, held: number | undefined): ClockState {
  if (held !== undefined) return "held";
  if (left === 0) return "up";
  return left <= MINUTE ? "last-minute" : "running";
}

function tailWord(state: ClockState): string {
  return state === "held" ? t("left, the clock is held") : t("left");
}

function Numerals({ left, tail }: { left: number; tail: string }): JSX.Element {
  return (
    <p class="time">
      {numerals(left)} <small>{tail}</small>
    </p>
  );
}

/** The rest of the time as a thread that shortens; knots where the clock will speak. */
function ClockThread({ left, total }: { left: number; total: number }): JSX.Element {
  const whole = Math.max(total, left, 1);
  const share = (ms: number) => `${((ms / whole) * 100).toFixed(2)}%`;
  return (
    <div class="clock-thread" aria-hidden="true">
      <i style={{ width: share(left) }} />
      {KNOTS.filter((knot) => knot < whole).map((knot) => (
        <b key={knot} style={{ left: share(knot) }} />
      ))}
    </div>
  );
}

/** 14:20, 0:09 or 1:05:00; the second that runs is counted. */
export function numerals(left: number): string {
  const seconds = Math.ceil(left / SECOND);
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (n: number) => String(n).padStart(2, "0");
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

function leftWords(left: number, state: ClockState): string {
  if (state === "up") return t("Time is up");
  const time = spokenTime(left);
  return state === "held" ? t("%(time)s left, the clock is held", { time }) : t("%(time)s left", { time });
}

function spokenTime(left: number): string {
  const seconds = Math.ceil(left / SECOND);
  const minutes = Math.floor(seconds / 60);
  const words = [
    minutes > 0 && nt("%(n)s minute", "%(n)s minutes", minutes),
    (seconds % 60 > 0 || minutes === 0) && nt("%(n)s second", "%(n)s seconds", seconds % 60),
  ];
  return words.filter(Boolean).join(" ");
}

/** Announces a mark once, when time passes it; not those that a change of the deadline jumped over. */
function useSpeaking(left: number | null): void {
  const before = useRef(left);
  useEffect(() => {
    const was = before.current;
    before.current = left;
    if (was === null || left === null) return;
    const mark = MARKS.find((m) => left <= m && m < was);
    if (mark !== undefined)
      announce(mark === 0 ? t("Time is up") : t("%(time)s left", { time: spokenTime(mark) }));
  }, [left]);
}
