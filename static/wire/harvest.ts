// Made from docs/schemas/harvest.json by `make types`. Do not edit.

/**
 * One workshop's harvest after ledger entry ``through``. Times in milliseconds since 1970 (UTC).
 */
export interface Harvest {
  format: 1;
  workshop: string;
  code: string;
  title: string;
  purpose: string;
  plan: string;
  planned_minutes: number;
  contacts: HelpContact[];
  closed: boolean;
  practice: boolean;
  opened_at: number;
  started_at: number | null;
  closed_at: number | null;
  through: number;
  in_short: Sentence[];
  attendance: Attendance;
  rounds: RoundLine[];
  walls: WallLine[];
  themes: ThemeLine[];
  votes: VoteLine[];
  priorities: PriorityLine[];
  plenaries: PlenaryLine[];
  questions: QuestionLine[];
  feedback: FeedbackLine[];
  steps: StepLine[];
  blueprint: Blueprint;
}
/**
 * Someone a reader can turn to, as the plan names them.
 */
export interface HelpContact {
  name: string;
  how: string;
}
/**
 * Words that are computed, never typed.
 */
export interface Sentence {
  /**
   * What documents call this line: note-…, theme-…, vote-…
   */
  anchor: string;
  entries: number[];
  /**
   * Items: What documents call this line: note-…, theme-…, vote-…
   */
  evidence: string[];
  text: string;
}
/**
 * Who took part at all. ``support`` are facilitators and hosts, also part of ``people``.
 *
 *     Taking part: having done something here, or having sat at a table without leaving for good within a
 *     minute. ``only_joined`` came in and left no other trace.
 */
export interface Attendance {
  /**
   * What documents call this line: note-…, theme-…, vote-…
   */
  anchor: string;
  entries: number[];
  /**
   * Items: What documents call this line: note-…, theme-…, vote-…
   */
  evidence: string[];
  text: string;
  people: number;
  participants: number;
  support: number;
  facilitators: number;
  hosts: number;
  only_joined: number;
}
/**
 * One round: who sat, what was asked, what was written. ``tables``: how many had anyone at them.
 */
export interface RoundLine {
  /**
   * What documents call this line: note-…, theme-…, vote-…
   */
  anchor: string;
  entries: number[];
  /**
   * Items: What documents call this line: note-…, theme-…, vote-…
   */
  evidence: string[];
  step: string;
  no: number;
  title: string;
  prompt: string;
  planned_minutes: number;
  taken_seconds: number;
  people: number;
  participants: number;
  support: number;
  tables: number;
  seats: TableSeats[];
  repeat_meetings: number;
  least_possible: number;
  unmet: string[];
  kinds: KindCount[];
  note_tables: number;
  notes: NoteLine[];
}
/**
 * How many sat at one table in one round; who moved counts where they sat last.
 */
export interface TableSeats {
  table: number;
  participants: number;
  support: number;
}
export interface KindCount {
  kind: string;
  notes: number;
  tables: number;
}
/**
 * A note, word for word. ``builds_on`` and ``brought_from`` are ids of notes.
 */
export interface NoteLine {
  /**
   * What documents call this line: note-…, theme-…, vote-…
   */
  anchor: string;
  entries: number[];
  /**
   * Items: What documents call this line: note-…, theme-…, vote-…
   */
  evidence: string[];
  id: string;
  step: string;
  round: number;
  table: number;
  kind: string;
  text: string;
  highlighted: boolean;
  late: boolean;
  edited: number;
  builds_on: string[];
  brought_from: string | null;
}
/**
 * One themes step: what was on the wall, and which notes nobody grouped.
 */
export interface WallLine {
  /**
   * What documents call this line: note-…, theme-…, vote-…
   */
  anchor: string;
  entries: number[];
  /**
   * Items: What documents call this line: note-…, theme-…, vote-…
   */
  evidence: string[];
  step: string;
  title: string;
  notes: number;
  themes: number;
  not_grouped: string[];
}
/**
 * Notes that people put together. Each note counts once, though it may be in two themes.
 *
 *     ``place``: 1 for the theme heard at most tables (then: with most notes); themes that are level share a
 *     place, and ``level`` is how many share it. A single voice has no place (0).
 */
export interface ThemeLine {
  /**
   * What documents call this line: note-…, theme-…, vote-…
   */
  anchor: string;
  entries: number[];
  /**
   * Items: What documents call this line: note-…, theme-…, vote-…
   */
  evidence: string[];
  id: string;
  step: string;
  name: string;
  named: boolean;
  statement: string;
  notes: string[];
  tables: number[];
  rounds: number[];
  kinds: KindCount[];
  single_voice: boolean;
  place: number;
  level: number;
  often: "less" | "most" | "often" | "one-table" | "single-voice";
  leans: "both" | "gets-in-the-way" | "helps" | "ideas";
  took_in: string[];
  split_from: string | null;
  lineage: Deed[];
}
/**
 * One thing that was done to a theme, without who did it. ``at`` in milliseconds since 1970.
 */
export interface Deed {
  /**
   * What documents call this line: note-…, theme-…, vote-…
   */
  anchor: string;
  entries: number[];
  /**
   * Items: What documents call this line: note-…, theme-…, vote-…
   */
  evidence: string[];
  at: number;
  text: string;
}
/**
 * One ballot. While it is open, ``voted`` and all dots are None. ``table``: None for everyone's.
 */
export interface VoteLine {
  /**
   * What documents call this line: note-…, theme-…, vote-…
   */
  anchor: string;
  entries: number[];
  /**
   * Items: What documents call this line: note-…, theme-…, vote-…
   */
  evidence: string[];
  id: string;
  step: string;
  title: string;
  prompt: string;
  table: number | null;
  open: boolean;
  voters: "everyone" | "participants";
  allowance: number;
  cap: number;
  voted: number | null;
  dots: number | null;
  verdict: string;
  options: OptionLine[];
}
/**
 * Something that dots could be placed on. ``subject``: the theme or note it was, if that still stands.
 */
export interface OptionLine {
  /**
   * What documents call this line: note-…, theme-…, vote-…
   */
  anchor: string;
  entries: number[];
  /**
   * Items: What documents call this line: note-…, theme-…, vote-…
   */
  evidence: string[];
  label: string;
  statement: string;
  subject: string | null;
  dots: number | null;
  place: number;
  level: number;
}
/**
 * An idea that a table chose to bring to everyone, and why.
 */
export interface PriorityLine {
  /**
   * What documents call this line: note-…, theme-…, vote-…
   */
  anchor: string;
  entries: number[];
  /**
   * Items: What documents call this line: note-…, theme-…, vote-…
   */
  evidence: string[];
  note: string;
  step: string;
  table: number;
  kind: string;
  text: string;
  why: string;
}
export interface PlenaryLine {
  /**
   * What documents call this line: note-…, theme-…, vote-…
   */
  anchor: string;
  entries: number[];
  /**
   * Items: What documents call this line: note-…, theme-…, vote-…
   */
  evidence: string[];
  step: string;
  title: string;
  prompt: string;
  turns: TurnLine[];
  chat: ChatLine[];
}
/**
 * One table's turn in a plenary. ``spokesperson``: whether the table had named one.
 */
export interface TurnLine {
  /**
   * What documents call this line: note-…, theme-…, vote-…
   */
  anchor: string;
  entries: number[];
  /**
   * Items: What documents call this line: note-…, theme-…, vote-…
   */
  evidence: string[];
  step: string;
  table: number;
  phase: "heard" | "skipped" | "speaking" | "waiting";
  taken_seconds: number;
  spokesperson: boolean;
  reactions: {
    [k: string]: number;
  };
}
export interface ChatLine {
  /**
   * What documents call this line: note-…, theme-…, vote-…
   */
  anchor: string;
  entries: number[];
  /**
   * Items: What documents call this line: note-…, theme-…, vote-…
   */
  evidence: string[];
  id: string;
  step: string;
  kind: string;
  text: string;
  table: number | null;
}
/**
 * One closing question with every answer, in an order that says nothing about who wrote what.
 */
export interface QuestionLine {
  /**
   * What documents call this line: note-…, theme-…, vote-…
   */
  anchor: string;
  entries: number[];
  /**
   * Items: What documents call this line: note-…, theme-…, vote-…
   */
  evidence: string[];
  step: string;
  no: number;
  text: string;
  answers: AnswerLine[];
}
export interface AnswerLine {
  /**
   * What documents call this line: note-…, theme-…, vote-…
   */
  anchor: string;
  entries: number[];
  /**
   * Items: What documents call this line: note-…, theme-…, vote-…
   */
  evidence: string[];
  id: string;
  text: string;
}
/**
 * How it was. ``marks``: how many gave each mark, 1 to 5; None where that could show single people.
 */
export interface FeedbackLine {
  /**
   * What documents call this line: note-…, theme-…, vote-…
   */
  anchor: string;
  entries: number[];
  /**
   * Items: What documents call this line: note-…, theme-…, vote-…
   */
  evidence: string[];
  step: string;
  title: string;
  prompt: string;
  people: number;
  marked: number;
  marks: number[] | null;
  words: AnswerLine[];
}
/**
 * One step of the day. ``stretches``: how long it was open each time; several if it was reopened.
 */
export interface StepLine {
  /**
   * What documents call this line: note-…, theme-…, vote-…
   */
  anchor: string;
  entries: number[];
  /**
   * Items: What documents call this line: note-…, theme-…, vote-…
   */
  evidence: string[];
  step: string;
  title: string;
  activity: string;
  phase: "closed" | "closing" | "open" | "planned";
  planned_minutes: number;
  added_minutes: number;
  taken_seconds: number;
  stretches: number[];
  reopened: number;
}
/**
 * A draft: nothing in it is decided. ``notices`` say what could not be drafted, and what to do.
 */
export interface Blueprint {
  in_the_way: Finding[];
  helps: Finding[];
  both: Finding[];
  experiments: Experiment[];
  notices: Sentence[];
}
/**
 * A theme as the blueprint takes it up. ``hindering`` and ``helping``: its notes that tell of either.
 */
export interface Finding {
  /**
   * What documents call this line: note-…, theme-…, vote-…
   */
  anchor: string;
  entries: number[];
  /**
   * Items: What documents call this line: note-…, theme-…, vote-…
   */
  evidence: string[];
  theme: string;
  name: string;
  statement: string;
  notes: number;
  tables: number;
  hindering: number;
  helping: number;
  dots: number | null;
  place: number;
  level: number;
}
/**
 * An idea that a table chose, drafted as something to try. What is empty is for people to fill in.
 *
 *     ``place``: by dots, then tables; those that are level share it. ``dots`` are those of its theme,
 *     ``own_dots`` those on the idea itself; None where there was no vote on it. ``tables``: where its theme was
 *     heard. ``missing``: what it needs before it can start.
 */
export interface Experiment {
  /**
   * What documents call this line: note-…, theme-…, vote-…
   */
  anchor: string;
  entries: number[];
  /**
   * Items: What documents call this line: note-…, theme-…, vote-…
   */
  evidence: string[];
  idea: string;
  why: string;
  note: string;
  table: number;
  theme: string | null;
  theme_name: string;
  also_in: string[];
  dots: number | null;
  own_dots: number | null;
  tables: number;
  place: number;
  level: number;
  barrier: string;
  domain: string;
  owner: string;
  measure: string;
  prediction: string;
  review_on: string | null;
  missing: string[];
}
