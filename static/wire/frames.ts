// Made from docs/schemas/frames.json by `make types`. Do not edit.

export interface Frames {
  Welcome: Welcome;
  Frame: Frame;
  Snapshot: Snapshot;
  Unfollow: Unfollow;
  Weather: Weather;
  Synced: Synced;
  Done: Done;
  Refusal: Refusal;
}
/**
 * The first thing a browser hears. ``now``: the server's clock, in milliseconds.
 */
export interface Welcome {
  protocol: number;
  workshop: string;
  person: string;
  role: "facilitator" | "host" | "participant" | "screen";
  now: number;
  streams: Snapshot[];
}
/**
 * All documents of one stream after its event ``n``, and its weather: who is here, who is writing.
 */
export interface Snapshot {
  stream: string;
  n: number;
  state: {
    [k: string]: unknown;
  };
  here: string[];
}
/**
 * Events ``from_ + 1`` to ``to`` of one stream. ``from_`` travels as ``from``.
 */
export interface Frame {
  stream: string;
  from: number;
  to: number;
  events: StreamEvent[];
}
/**
 * One fact on one stream. ``put``: documents as they are now, by key. ``drop``: keys that are gone.
 *
 *     ``clear``: forget all documents of the stream first; ``put`` then holds all of them.
 */
export interface StreamEvent {
  n: number;
  type: string;
  at: number;
  put: {};
  drop: string[];
  clear: boolean;
}
export interface Unfollow {
  stream: string;
}
/**
 * Never recorded, dropped first. ``here``: who is connected. ``writing``: who is writing just now.
 */
export interface Weather {
  stream: string;
  here: {
    [k: string]: boolean;
  };
  writing: {
    [k: string]: boolean;
  };
}
/**
 * The answer to ``sync``: for each stream what was missing, or a snapshot. ``now`` as in Welcome.
 */
export interface Synced {
  ok: boolean;
  now: number;
  frames: Frame[];
  snapshots: Snapshot[];
  unfollowed: string[];
}
/**
 * An acknowledgement: ``n`` is the ledger entry; committed and synced. 0 where nothing had to change.
 */
export interface Done {
  ok: boolean;
  n: number;
}
/**
 * ``code`` for programs, ``message`` for people. ``again``: the same command may succeed later.
 */
export interface Refusal {
  ok: boolean;
  code: string;
  message: string;
  again: boolean;
}
