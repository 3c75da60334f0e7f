// Made from docs/schemas/plan.json by `make types`. Do not edit.

export interface Plans {
  plan: Plan;
  step:
    | Arrival
    | Blueprint
    | Break
    | ClosingQuestions
    | DotVoting
    | FeedbackStep
    | Plenary
    | Presentation
    | Priorities
    | StoryRound
    | Themes;
}
/**
 * A recipe for a workshop: what for, for whom, and the steps in order.
 */
export interface Plan {
  name: string;
  purpose: string;
  minutes: number;
  /**
   * @minItems 1
   * @maxItems 60
   */
  steps: (
    | Arrival
    | Blueprint
    | Break
    | ClosingQuestions
    | DotVoting
    | FeedbackStep
    | Plenary
    | Presentation
    | Priorities
    | StoryRound
    | Themes
  )[];
  people?: PeopleSettings;
  times?: TimeSettings;
  quoting?: QuotingSettings;
  notice?: string;
  /**
   * @maxItems 6
   */
  contacts?: Contact[];
}
export interface Arrival {
  activity: "arrival";
  title: string;
  minutes: number;
  words?: string;
  tryout?: boolean;
}
/**
 * ``who`` writes. ``lens``: what the experiments are held against; ``entries``: of one's own lens.
 */
export interface Blueprint {
  activity: "blueprint";
  title: string;
  minutes: number;
  words?: string;
  prompt?: string;
  who?: "everyone" | "facilitators";
  lens?: "characteristics" | "features" | "own";
  /**
   * @maxItems 12
   */
  entries?: string[];
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
 *     ``take``: how many places go on; without it no line is drawn. ``own``: whether dots may go on one's own
 *     note.
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
  take?: number | null;
  own?: boolean;
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
 *
 *     ``names``: whether groups get their names last, when a host opens that part, or at any time.
 *     ``suggestions``: whether the computer says what looks alike.
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
  names?: "any_time" | "last";
  suggestions?: boolean;
}
/**
 * How people sit. Sizes count participants; a facilitator is extra unless ``facilitator_counts``.
 *
 *     ``groups``: where people come from, such as families or schools: asked at the door, where there are any.
 */
export interface PeopleSettings {
  table_size?: number;
  smallest?: number;
  largest?: number;
  facilitators?: "fixed" | "none";
  facilitator_counts?: boolean;
  /**
   * @maxItems 12
   */
  groups?: string[];
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
 * People's words in the report. ``days``: so long after the close they may still say yes or no.
 *
 *     ``attribution``: what stands with a quoted note: nobody, the group its author is from, or the first name.
 */
export interface QuotingSettings {
  days?: number;
  attribution?: "anonymous" | "first-name" | "role";
}
/**
 * Someone a participant can turn to, shown behind "Help and worries" on every screen.
 */
export interface Contact {
  name: string;
  how?: string;
}
