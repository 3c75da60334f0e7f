// The server's clock, as seen from here. Many round trips measure it; the fastest of the last ones is believed.

/** How many measurements are remembered; at one a minute, those of the last eight minutes. */
const REMEMBERED = 8;
/** Going back by less than this (in milliseconds) is hidden: the clock stands still until time has caught up. */
const SMALL_STEP = 2000;
/** Clocks that run at different speeds may disagree by this much (in milliseconds) between two measurements. */
const DRIFT = 100;

interface Measured {
  /** Server's clock minus this device's, in milliseconds; true within `doubt` either way. */
  offset: number;
  doubt: number;
}

export interface Clock {
  /** Milliseconds since 1970, by the server. Small corrections never make it go back. */
  now(): number;
  /** The server said `serverNow` in an answer that came at `heardAt` to a question of `askedAt` (this device's clock). */
  measure(serverNow: number, askedAt: number, heardAt: number): void;
}

export function createClock(device: () => number = Date.now): Clock {
  let measured: Measured[] = [];
  let offset = 0;
  let shown = 0;

  return {
    now() {
      const at = device() + offset;
      shown = shown - at > SMALL_STEP ? at : Math.max(at, shown);
      return shown;
    },
    measure(serverNow, askedAt, heardAt) {
      const latest = { offset: serverNow - (askedAt + heardAt) / 2, doubt: (heardAt - askedAt) / 2 };
      // One that cannot be true together with the latest tells that a clock was set: it is history.
      measured = [...measured.filter((one) => agree(one, latest)), latest].slice(-REMEMBERED);
      offset = measured.reduce((best, one) => (one.doubt <= best.doubt ? one : best)).offset;
    },
  };
}

function agree(one: Measured, other: Measured): boolean {
  return Math.abs(one.offset - other.offset) <= one.doubt + other.doubt + DRIFT;
}
