// Made from docs/schemas/documents.json by `make types`. Do not edit.

export interface Documents {
  "desk:answers": AnswersDoc;
  "desk:call": CallDoc;
  "desk:feedback": FeedbackCountDoc;
  "desk:person": DeskPersonDoc;
  "desk:seated": SeatedDoc;
  "desk:table": DeskTableDoc;
  "desk:votes": VotesDoc;
  "desk:wish": WishDoc;
  "hall:ballot": BallotDoc;
  "hall:cafe": CafeDoc;
  "hall:chat": ChatDoc;
  "hall:reactions": ReactionsDoc;
  "hall:saying": SayingDoc;
  "hall:slot": SlotDoc;
  "hall:step": StepDoc;
  "person:answer": AnswerDoc;
  "person:call": CallDoc;
  "person:chat": ChatDoc;
  "person:dots": DotsDoc;
  "person:feedback": FeedbackDoc;
  "person:me": MeDoc;
  "person:note": NoteDoc;
  "person:past": NoteDoc;
  "person:reacted": ReactedDoc;
  "table:ballot": BallotDoc;
  "table:note": NoteDoc;
  "table:priority": PriorityDoc;
  "table:table": TableDoc;
  "wall:note": WallNoteDoc;
  "wall:theme": ThemeDoc;
}
/**
 * ``counts``: how many answered each question; ``people``: how many answered any.
 */
export interface AnswersDoc {
  step: string;
  counts: number[];
  people: number;
}
export interface CallDoc {
  id: string;
  table: number | null;
  by: string;
  name: string;
  text: string;
  at: number;
  answered_by: string | null;
  answer: string;
}
export interface FeedbackCountDoc {
  step: string;
  people: number;
}
export interface DeskPersonDoc {
  id: string;
  name: string;
  role: "facilitator" | "host" | "participant" | "screen";
  joined_at: number;
  table: number | null;
  held_since: number | null;
  checks: string[];
}
/**
 * What the seating of a round could and could not do.
 */
export interface SeatedDoc {
  step: string;
  tables: number;
  repeat_meetings: number;
  least_possible: number;
  unmet: string[];
}
/**
 * ``notes``: in the round that is on. ``people``: who has a seat, the facilitator included.
 */
export interface DeskTableDoc {
  no: number;
  facilitator: string | null;
  people: string[];
  notes: number;
  highlights: number;
  priorities: number;
  spokesperson: string | null;
  link: string;
  last_activity: number | null;
}
/**
 * How many have placed dots on an open ballot.
 */
export interface VotesDoc {
  ballot: string;
  step: string;
  table: number | null;
  voted: number;
}
export interface WishDoc {
  id: string;
  how: "apart" | "together";
  people: string[];
}
/**
 * ``result``: dots by option, and ``voted``: how many people placed any; both None until the close.
 */
export interface BallotDoc {
  id: string;
  step: string;
  table: number | null;
  options: BallotOption[];
  allowance: number;
  cap: number;
  voters: "everyone" | "participants";
  open: boolean;
  result: {
    [k: string]: number;
  } | null;
  voted: number | null;
}
export interface BallotOption {
  id: string;
  label: string;
  statement?: string;
  notes?: string[];
  tables?: number[];
}
/**
 * The workshop as everyone sees it.
 */
export interface CafeDoc {
  code: string;
  title: string;
  purpose: string;
  plan: string;
  status: "closed" | "lobby" | "running";
  practice: boolean;
  current: string | null;
  planned_minutes: number;
  table_size: number;
  times: TimeSettings;
  contacts: Contact[];
  started_at: number | null;
  closed_at: number | null;
}
/**
 * The grace periods of the day, in seconds.
 */
export interface TimeSettings {
  closing_call?: number;
  late_notes?: number;
  reopen?: number;
  seat_held?: number;
}
/**
 * Someone a participant can turn to, shown behind "Help and worries" on every screen.
 */
export interface Contact {
  name: string;
  how?: string;
}
/**
 * ``name`` is None where the author is not to be shown. ``by`` lets a browser know its own line.
 */
export interface ChatDoc {
  id: string;
  step: string;
  kind: "comment" | "question" | "reaction";
  text: string;
  by: string | null;
  name: string | null;
  table: number | null;
  at: number;
}
/**
 * How many people gave each reaction to a table.
 */
export interface ReactionsDoc {
  step: string;
  table: number;
  counts: {
    [k: string]: number;
  };
}
export interface SayingDoc {
  id: string;
  text: string;
  at: number;
}
/**
 * One table's turn. ``speaker`` is the spokesperson's name; ``people`` the names of the others.
 */
export interface SlotDoc {
  step: string;
  table: number;
  phase: "heard" | "skipped" | "speaking" | "waiting";
  started_at: number | null;
  deadline: number | null;
  speaker: string | null;
  people: string[];
  brings: PriorityDoc[];
}
export interface PriorityDoc {
  note: string;
  kind: string;
  text: string;
  why: string;
  at: number;
}
/**
 * One step. ``place`` counts from 0. Times are server milliseconds; ``deadline`` is None while held.
 *
 *     ``late_until``: late notes are welcome till then. ``reopen_until``: the host may still go back to it.
 */
export interface StepDoc {
  id: string;
  place: number;
  phase: "closed" | "closing" | "open" | "planned";
  settings:
    | Arrival
    | Break
    | ClosingQuestions
    | DotVoting
    | FeedbackStep
    | Plenary
    | Presentation
    | Priorities
    | StoryRound
    | Themes;
  opened_at: number | null;
  deadline: number | null;
  held_left: number | null;
  closing_until: number | null;
  then: string | null;
  closed_at: number | null;
  late_until: number | null;
  reopen_until: number | null;
  spent: number;
}
export interface Arrival {
  activity: "arrival";
  title: string;
  minutes: number;
  words?: string;
  tryout?: boolean;
}
export interface Break {
  activity: "break";
  title: string;
  minutes: number;
  words?: string;
}
export interface ClosingQuestions {
  activity: "closing_questions";
  title: string;
  minutes: number;
  words?: string;
  /**
   * @minItems 1
   * @maxItems 20
   */
  questions: string[];
  answer_length?: number;
}
/**
 * ``dots``: how many each person has; without it, a quarter of the options (1 to 7).
 *
 *     ``cap``: how many of them may go on one option. ``where``: one ballot in the hall, or one at each table.
 */
export interface DotVoting {
  activity: "dot_voting";
  title: string;
  minutes: number;
  words?: string;
  prompt?: string;
  over?: "notes" | "priorities" | "themes";
  where?: "hall" | "table";
  dots?: number | null;
  cap?: number;
  voters?: "everyone" | "participants";
}
export interface FeedbackStep {
  activity: "feedback";
  title: string;
  minutes: number;
  words?: string;
  prompt?: string;
}
/**
 * Without ``seconds_each`` the minutes are shared equally among the tables.
 */
export interface Plenary {
  activity: "plenary";
  title: string;
  minutes: number;
  words?: string;
  prompt?: string;
  seconds_each?: number | null;
}
export interface Presentation {
  activity: "presentation";
  title: string;
  minutes: number;
  words?: string;
  link?: string | null;
  /**
   * @maxItems 30
   */
  pictures?: Picture[];
}
/**
 * ``alt`` says in words what the picture shows.
 */
export interface Picture {
  address: string;
  alt: string;
}
export interface Priorities {
  activity: "priorities";
  title: string;
  minutes: number;
  words?: string;
  prompt?: string;
  most?: number;
}
/**
 * ``recap``: open with what was said here before. ``bring_in``: travellers bring earlier ideas.
 */
export interface StoryRound {
  activity: "story_round";
  title: string;
  minutes: number;
  words?: string;
  prompt: string;
  /**
   * @minItems 1
   * @maxItems 6
   *
   * Items: One word, such as helped or hindered
   */
  note_kinds: string[];
  seating?: "home" | "mixed" | "rotate" | "stay";
  recap?: boolean;
  bring_in?: boolean;
  note_length?: number;
}
/**
 * ``from_steps``: titles of the rounds whose notes are on the wall; empty means all of them.
 */
export interface Themes {
  activity: "themes";
  title: string;
  minutes: number;
  words?: string;
  /**
   * @maxItems 20
   */
  from_steps?: string[];
  who?: "everyone" | "facilitators";
}
export interface AnswerDoc {
  step: string;
  question: number;
  text: string;
  at: number;
}
export interface DotsDoc {
  ballot: string;
  dots: {
    [k: string]: number;
  };
}
export interface FeedbackDoc {
  step: string;
  text: string;
  rating: number | null;
  at: number;
}
/**
 * ``table``: where I sit. ``leads``: the table I facilitate. ``sat_at``: my tables so far, in order.
 */
export interface MeDoc {
  id: string;
  name: string;
  role: "facilitator" | "host" | "participant" | "screen";
  table: number | null;
  leads: number | null;
  checks: string[];
  sat_at: never[][];
}
/**
 * ``by`` and ``name`` are None when the author is not to be shown. ``earlier``: from a round before.
 */
export interface NoteDoc {
  id: string;
  step: string;
  table: number;
  kind: string;
  text: string;
  by: string | null;
  name: string | null;
  entered_by: string | null;
  anonymous: boolean;
  builds_on: string[];
  brought_from: number | null;
  highlighted: boolean;
  edited: number;
  rank: number;
  at: number;
  late: boolean;
  earlier: boolean;
}
/**
 * My own reactions in one plenary: table number (as text) to reactions.
 */
export interface ReactedDoc {
  step: string;
  tables: {
    [k: string]: string[];
  };
}
export interface TableDoc {
  no: number;
  round: string | null;
  link: string;
  spokesperson: string | null;
  seats: SeatDoc[];
}
export interface SeatDoc {
  person: string;
  name: string;
  role: "facilitator" | "host" | "participant" | "screen";
  leads: boolean;
  held_since: number | null;
}
export interface WallNoteDoc {
  id: string;
  step: string;
  table: number;
  kind: string;
  text: string;
  at: number;
}
/**
 * ``notes`` are those that still stand; ``tables`` where they were written.
 */
export interface ThemeDoc {
  id: string;
  name: string;
  statement: string;
  notes: string[];
  tables: number[];
  single_voice: boolean;
  at: number;
}
