import type { JSX } from "preact";

/** Lines on a 24 × 24 field, drawn in the colour of the text around them. */
const LINES = {
  help: "M12 3a9 9 0 0 1 0 18a9 9 0 0 1 0-18M9.3 9.5c.2-3.7 5.6-3.2 5.3.1c-.2 1.9-2.5 1.9-2.6 3.8M12 16.8v.1",
  linked: "M2 12h5M17 12h5M12 7.5a4.5 4.5 0 0 1 0 9a4.5 4.5 0 0 1 0-9",
  broken: "M2 12h5M17 12h5M9 8.5a4.5 4.5 0 0 1 6.5 1M15 15.5a4.5 4.5 0 0 1-6.5-1",
  clock: "M12 3a9 9 0 0 1 0 18a9 9 0 0 1 0-18M12 7v5l3.5 2",
  pen: "M4 20l1-4L16 5l3 3L8 19z",
  more: "M5 12v.1M12 12v.1M19 12v.1",
  warning: "M12 3 22 20H2zM12 9.5v5M12 17.3v.1",
  lock: "M7 11h10a2 2 0 0 1 2 2v5a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2v-5a2 2 0 0 1 2-2M8 11V8a4 4 0 0 1 8 0v3",
  people:
    "M9 4.5a3.5 3.5 0 0 1 0 7a3.5 3.5 0 0 1 0-7M2.5 20c.5-4 3-6 6.5-6s6 2 6.5 6M16 4.8a3.5 3.5 0 0 1 0 6.4M18 14.5c2 .8 3.2 2.7 3.5 5.5",
  go: "M4 12h15M13 6l6 6-6 6",
  back: "M20 12H5M11 6l-6 6 6 6",
  plus: "M12 5v14M5 12h14",
  minus: "M5 12h14",
  hold: "M9 6v12M15 6v12",
  run: "M8 5.5v13l10.5-6.5z",
  projector: "M5 6h8a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2M15 11l6-3.5v9L15 13",
  send: "M4 12 20 4l-5 16-3.5-6.5z",
  hand: "M7 12V6a1.5 1.5 0 0 1 3 0v5V4a1.5 1.5 0 0 1 3 0v7-5.5a1.5 1.5 0 0 1 3 0V13v-3a1.5 1.5 0 0 1 3 0v5c0 4-3 7-6.5 7S7.5 20 5 15.5a1.6 1.6 0 0 1 2-2.2z",
  heart: "M12 20C5 15.5 3 12 3 9a4.5 4.5 0 0 1 9-1 4.5 4.5 0 0 1 9 1c0 3-2 6.5-9 11z",
  level: "M5 9h14M5 15h14",
  ear: "M7 9a5 5 0 0 1 10 0c0 4-4 4.5-4 8a3 3 0 0 1-5.5 1.5M10 9.5a2 2 0 0 1 4 0c0 1.5-1.5 2-1.5 3",
  voice: "M12 3a3 3 0 0 1 3 3v5a3 3 0 0 1-6 0V6a3 3 0 0 1 3-3M5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v3",
  done: "M5 12.5 10 17.5 19.5 7",
  close: "M6 6l12 12M18 6 6 18",
  down: "M6 9l6 6 6-6",
  up: "M6 15l6-6 6 6",
  alike: "M8 7a5 5 0 0 1 0 10a5 5 0 0 1 0-10M16 7a5 5 0 0 1 0 10a5 5 0 0 1 0-10",
  hide: "M3 3l18 18M10 5.3c6-1 10 3.7 11.5 6.7a16 16 0 0 1-3 4M6 7c-2 1.4-3.1 3.3-3.6 5 2 4.3 7 8 12.6 6",
  highlight: "M5 21h14M8 16.5l-2-2L15.5 5l3.5 3.5L9.5 18zM13 7.5l3.5 3.5",
  priority: "M6 21V4h11.5l-2.5 4 2.5 4H6",
  build:
    "M10 13.5a4 4 0 0 0 5.7 0l3-3a4 4 0 0 0-5.7-5.7l-1 1M14 10.5a4 4 0 0 0-5.7 0l-3 3a4 4 0 0 0 5.7 5.7l1-1",
  other: "M4 8h14M14 4l4 4-4 4M20 16H6M10 12l-4 4 4 4",
  find: "M10.5 4a6.5 6.5 0 0 1 0 13a6.5 6.5 0 0 1 0-13M15.5 15.5 21 21",
  wall: "M4 5h7v6H4zM13 5h7v9h-7zM4 14h7v6H4zM13 17h7v3h-7z",
  list: "M9 6h11M9 12h11M9 18h11M4.5 6v.1M4.5 12v.1M4.5 18v.1",
  undo: "M4 9h10a5.5 5.5 0 0 1 0 11H9M8 5 4 9l4 4",
  copy: "M9 9h10v11H9zM15 9V4H5v11h4",
  load: "M12 4v11M7 10.5l5 5 5-5M4 20h16",
  bin: "M5 7h14M9 7V4.5h6V7M7 7l1 13h8l1-13",
} as const;

export type IconName = keyof typeof LINES;

interface IconProps {
  name: IconName;
}

/** A sign beside words; it never stands alone, so it is not read aloud. */
export function Icon({ name }: IconProps): JSX.Element {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <path d={LINES[name]} stroke-width={name === "more" ? 3.5 : 2} />
    </svg>
  );
}

/** The mark of the café: a table and four people. */
export function Brand(): JSX.Element {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true">
      <rect x="7" y="7" width="18" height="18" rx="6" fill="currentColor" stroke="none" />
      <g class="brand-people">
        <circle cx="16" cy="2.7" r="2.7" />
        <circle cx="29.3" cy="16" r="2.7" />
        <circle cx="16" cy="29.3" r="2.7" />
        <circle cx="2.7" cy="16" r="2.7" />
      </g>
    </svg>
  );
}
