// What can be set in each kind of step: one list that the form, the checks and the saving all read.
// The limits are the server's (core/plan.py and each activity's messages.py), which has the last word.
import { t } from "../../words";
import type { Activity } from "../day";
import type { Spec } from "./spec";

export const TITLE_LENGTH = 120;
export const PROMPT_LENGTH = 400;

function prompt(label: string, missing?: string): Spec {
  return { name: "prompt", as: "text", most: PROMPT_LENGTH, label, ...(missing ? { missing } : {}) };
}

/** What every step has first, and last. */
function first(): Spec[] {
  return [
    {
      name: "title",
      as: "line",
      most: TITLE_LENGTH,
      label: t("Title"),
      missing: t("Give the step a title."),
    },
    { name: "minutes", as: "number", min: 1, max: 480, label: t("Minutes") },
  ];
}

function last(): Spec {
  return { name: "words", as: "text", most: 2000, label: t("Words to show"), hint: t("May stay empty.") };
}

function storyRound(): Spec[] {
  return [
    prompt(t("The question on the tables"), t("Write the question that people talk about.")),
    {
      name: "note_kinds",
      as: "kinds",
      label: t("Kinds of notes"),
      hint: t("One word each, with commas: helped, hindered"),
    },
    {
      name: "seating",
      as: "choice",
      label: t("Who sits where"),
      options: [
        ["mixed", t("Mixed anew")],
        ["rotate", t("Facilitators stay, the others travel")],
        ["stay", t("Everyone stays")],
        ["home", t("Back to the first table")],
      ],
    },
    { name: "recap", as: "flag", label: t("Open with what was said at the table before") },
    { name: "bring_in", as: "flag", label: t("Travellers bring ideas from their last table") },
    length("note_length", t("Longest note, in characters"), 50, 2000, 500),
  ];
}

function length(name: string, label: string, min: number, max: number, otherwise: number): Spec {
  return { name, as: "number", label, min, max, otherwise };
}

function dotVoting(): Spec[] {
  return [
    prompt(t("What the dots are for")),
    {
      name: "over",
      as: "choice",
      label: t("Dots go on"),
      options: [
        ["themes", t("Themes")],
        ["notes", t("Notes")],
        ["priorities", t("What the tables chose")],
      ],
    },
    {
      name: "where",
      as: "choice",
      label: t("One vote"),
      options: [
        ["hall", t("For everyone together")],
        ["table", t("At each table")],
      ],
    },
    {
      name: "dots",
      as: "number",
      label: t("Dots for each person"),
      min: 1,
      max: 20,
      empty: t("Leave it empty for a quarter of the choices."),
    },
    { name: "cap", as: "number", label: t("At most on one choice"), min: 1, max: 20, otherwise: 1 },
    {
      name: "take",
      as: "number",
      label: t("How many places go on"),
      min: 1,
      max: 20,
      empty: t("Leave it empty to draw no line."),
    },
    { name: "own", as: "flag", on: true, label: t("Dots may go on one’s own note") },
    {
      name: "voters",
      as: "choice",
      label: t("Who has dots"),
      options: [
        ["participants", t("Participants")],
        ["everyone", t("Facilitators too")],
      ],
    },
  ];
}

const OWN: Record<Activity, () => Spec[]> = {
  arrival: () => [{ name: "tryout", as: "flag", on: true, label: t("Try out a note, a move and a dot") }],
  break: () => [],
  presentation: () => [
    { name: "link", as: "address", label: t("Link"), hint: t("Starts with https://. May stay empty.") },
    {
      name: "pictures",
      as: "pictures",
      label: t("Pictures"),
      hint: t("One on each line: its address, a space, and what it shows in words."),
    },
  ],
  story_round: storyRound,
  themes: () => [
    { name: "from_steps", as: "rounds", label: t("Notes from"), hint: t("None chosen means all rounds.") },
    {
      name: "who",
      as: "choice",
      label: t("Who groups them"),
      options: [
        ["everyone", t("Everyone")],
        ["facilitators", t("Facilitators")],
      ],
    },
    {
      name: "names",
      as: "choice",
      label: t("When groups get their names"),
      options: [
        ["last", t("Last, when you open the naming")],
        ["any_time", t("At any time")],
      ],
    },
    { name: "suggestions", as: "flag", on: true, label: t("The computer says what looks alike") },
  ],
  dot_voting: dotVoting,
  priorities: () => [
    prompt(t("What to choose by")),
    { name: "most", as: "number", label: t("At most so many for each table"), min: 1, max: 5, otherwise: 3 },
  ],
  plenary: () => [
    prompt(t("What each table speaks about")),
    {
      name: "seconds_each",
      as: "number",
      label: t("Seconds for each table"),
      min: 20,
      max: 1800,
      empty: t("Leave it empty to share the minutes equally."),
    },
  ],
  closing_questions: () => [
    { name: "questions", as: "lines", label: t("Questions"), hint: t("One on each line.") },
    length("answer_length", t("Longest answer, in characters"), 50, 5000, 1000),
  ],
  feedback: () => [prompt(t("What to ask for"))],
  blueprint: () => [
    prompt(t("What the group should agree on")),
    {
      name: "who",
      as: "choice",
      label: t("Who writes"),
      options: [
        ["everyone", t("Everyone")],
        ["facilitators", t("Facilitators")],
      ],
    },
    {
      name: "lens",
      as: "choice",
      label: t("What experiments are held against"),
      options: [
        ["features", t("Nine features of models that work")],
        ["characteristics", t("Three characteristics of practice that works")],
        ["own", t("My own list")],
      ],
    },
    {
      name: "entries",
      as: "entries",
      label: t("My own list"),
      hint: t("One on each line. Only for a list of your own."),
    },
  ],
};

export function specsOf(activity: Activity): Spec[] {
  return [...first(), ...OWN[activity](), last()];
}

/** What a kind of step is called when a host adds one. */
export function activityWord(activity: Activity): string {
  return ACTIVITIES[activity]();
}

export const ACTIVITIES: Record<Activity, () => string> = {
  arrival: () => t("Arriving and trying out"),
  presentation: () => t("Presentation"),
  story_round: () => t("Conversation at tables"),
  break: () => t("Break"),
  themes: () => t("Finding themes"),
  dot_voting: () => t("Placing dots"),
  priorities: () => t("Choosing what to bring"),
  plenary: () => t("Hearing each table"),
  closing_questions: () => t("Closing questions"),
  feedback: () => t("Feedback"),
  blueprint: () => t("Writing the blueprint"),
};

/** A fair beginning for a new step: minutes, and what cannot stay empty. */
export const BEGINNINGS: Record<Activity, { minutes: number; [name: string]: unknown }> = {
  arrival: { minutes: 10 },
  presentation: { minutes: 15 },
  story_round: { minutes: 25, note_kinds: ["helped", "hindered"] },
  break: { minutes: 10 },
  themes: { minutes: 20 },
  dot_voting: { minutes: 8 },
  priorities: { minutes: 10 },
  plenary: { minutes: 30 },
  closing_questions: { minutes: 12 },
  feedback: { minutes: 5 },
  blueprint: { minutes: 40 },
};
