// The places of the report that hosts write in, in the order of the report.
import { t } from "../../words";
import type { Day, Step } from "../day";
import type { Kind } from "./statements";

/** A passage to write. `part` is its name on the server. */
export interface Slot {
  part: string;
  label: string;
  hint: string;
}

/** What stands in a section: passages, and in some places statements. */
export type Item = Slot | { statements: Kind };

export interface Section {
  id: string;
  title: string;
  items: readonly Item[];
}

export function sectionsOf({ steps }: Day): Section[] {
  const rounds = steps.filter(({ settings }) => settings.activity === "story_round");
  return [
    { id: "summary", title: t("Summary"), items: summary() },
    { id: "about", title: t("About the event"), items: about() },
    ...rounds.map((step, at) => round(step, at + 1)),
    ...steps.filter(({ settings }) => settings.activity === "plenary").map(plenary),
    ...steps.flatMap(questions),
    { id: "reflections", title: t("Reflections on the process"), items: reflections() },
    { id: "conclusions", title: t("Conclusions and recommendations"), items: CONCLUSIONS },
    { id: "afterwards", title: t("For the people who took part"), items: afterwards() },
  ];
}

export function isSlot(item: Item): item is Slot {
  return "part" in item;
}

function slot(part: string, label: string, hint: string): Slot {
  return { part, label, hint };
}

function summary(): Item[] {
  return [
    slot(
      "context",
      t("The context"),
      t("Why there was a café: its purpose, what it rests on, and the big question."),
    ),
    slot("series", t("The series"), t("Whom it is for, and the steps it takes.")),
    slot("moment", t("The moment"), t("Which groups met, and how they worked, in one paragraph.")),
    { statements: "key-theme" },
    slot("thanks", t("Thanks"), t("To those who took part, and to partners.")),
    slot("about", t("About those who commissioned and led it"), t("Who they are, and where to find them.")),
  ];
}

function about(): Item[] {
  return [
    slot(
      "process",
      t("About the process"),
      t("The series and its aims, and what this café was to find out. The steps are listed by themselves."),
    ),
    slot(
      "method",
      t("How it was done"),
      t("Methods, tools and the support team. Minutes and numbers are there by themselves."),
    ),
  ];
}

function round({ id, settings }: Step, no: number): Section {
  return {
    id: `round-${id}`,
    title: t("Round %(no)s: %(title)s", { no, title: settings.title }),
    items: [
      slot(`round.${id}`, t("What stands out"), t("What a reader should see first in this round.")),
      slot(
        `inconsistencies.${id}`,
        t("Inconsistencies noticed"),
        t("Where people saw or lived the same thing differently."),
      ),
      slot(`suggestions.${id}`, t("Suggestions"), t("What people asked for by themselves.")),
    ],
  };
}

function plenary({ id, settings }: Step): Section {
  const hint = t("What was said aloud, and what came in the chat.");
  return {
    id: `plenary-${id}`,
    title: settings.title,
    items: [slot(`plenary.${id}`, t("What the tables brought"), hint)],
  };
}

function questions({ id, settings }: Step): Section[] {
  if (settings.activity !== "closing_questions") return [];
  const hint = t("What the answers have in common, and what is only said once.");
  const items = settings.questions.map((text, at) => slot(`question.${id}.${at + 1}`, text, hint));
  return [{ id: `questions-${id}`, title: settings.title, items }];
}

function reflections(): Item[] {
  const hint = t("How people found it, and what to do otherwise next time.");
  return [slot("reflections", t("Looking back at the process"), hint)];
}

const CONCLUSIONS: readonly Item[] = [{ statements: "conclusion" }, { statements: "recommendation" }];

function afterwards(): Item[] {
  return [
    slot(
      "done",
      t("What has been done since"),
      t("“We did”, on the page for participants. Short and plain."),
    ),
    slot("next", t("What happens next"), t("“Next”, on the page for participants: what, who, and by when.")),
  ];
}
