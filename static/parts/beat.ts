// One ticker for all clocks of a page. It rests while no clock listens.
import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";

const beat = signal(0);
let listeners = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Draws the part again once a second, as long as `running`. The number is of no meaning. */
export function useBeat(running: boolean): number {
  useEffect(() => (running ? listen() : undefined), [running]);
  return running ? beat.value : 0;
}

function listen(): () => void {
  listeners += 1;
  if (listeners === 1) start();
  return () => {
    listeners -= 1;
    if (listeners === 0) stop();
  };
}

function start(): void {
  document.addEventListener("visibilitychange", tick);
  schedule();
}

function stop(): void {
  document.removeEventListener("visibilitychange", tick);
  clearTimeout(timer);
}

/** Aimed at full seconds each time: an interval drifts and would now and then skip one. */
function schedule(): void {
  clearTimeout(timer);
  timer = setTimeout(tick, 1000 - (Date.now() % 1000));
}

function tick(): void {
  beat.value += 1;
  schedule();
}
