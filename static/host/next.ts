// The one big button: what it will do, with numbers, what to know before, and why it may be impossible.
import { nt, t } from "../words";
import { briefTime, secondsEach } from "./agenda-lines";
import { type Day, isLive, isRound, leftOf, MINUTE, type Step, seatedRound } from "./day";
import type { TableView } from "./tables";
import { withoutNotes } from "./tables";
import { minuteWords, noteWords, peopleWords, secondWords, tablesNamed, tableWords } from "./words";

export interface NextView {
  /** What would come: the name of a step, or "The end". */
  title: string;
  does: string;
  warnings: string[];
  button: string;
  /** `next` opens the next step, `close` ends the café, `end` ends a closing call that leads nowhere. */
  press: "next" | "close" | "end";
}

export interface Seen {
  day: Day;
  status: "lobby" | "running" | "closed";
  now: number;
  /** The planned size of a table, and the length of the closing call in seconds. */
  size: number;
  call: number;
  views: readonly TableView[];
  /** Participants who are connected, and those of them without a seat. */
  present: number;
  lobby: number;
  /** How many themes stand on the wall that is open; 0 without one. */
  themes: number;
}

export function nextView(seen: Seen): NextView {
  const { current, coming } = seen.day;
  if (current?.phase === "closing") return duringCall(current, seen);
  if (coming === undefined) return lastView(seen);
  return {
    title: coming.settings.title,
    does: [callWords(seen), doesWords(coming, seen)].filter(Boolean).join(" "),
    warnings: warnings(seen),
    button: buttonWords(coming, seen),
    press: "next",
  };
}

/** The closing call runs: the same button ends it at once. */
function duringCall(current: Step, seen: Seen): NextView {
  const then = seen.day.steps.find((step) => step.id === current.then);
  if (then === undefined) {
    return {
      title: t("The closing call is on"),
      does: t("People finish their sentence. Then “%(title)s” is over.", { title: current.settings.title }),
      warnings: [],
      button: t("End it now"),
      press: "end",
    };
  }
  return {
    title: then.settings.title,
    does: t("It opens by itself when the closing call is over. %(does)s", { does: doesWords(then, seen) }),
    warnings: [],
    button: t("Move now"),
    press: "next",
  };
}

function lastView(seen: Seen): NextView {
  return {
    title: t("The end"),
    does: t("The café ends for %(people)s, and the report is made.", { people: peopleWords(seen.present) }),
    warnings: warnings(seen),
    button: t("Close the café and make the report"),
    press: "close",
  };
}

function callWords({ day, call }: Seen): string {
  if (!isLive(day.current) || !isRound(day.current) || call === 0) return "";
  return t("A closing call of %(time)s comes first.", {
    time: call % 60 === 0 ? minuteWords(call / 60) : secondWords(call),
  });
}

function doesWords(step: Step, seen: Seen): string {
  const { settings } = step;
  if (settings.activity === "story_round") return seatingWords(settings.seating ?? "mixed", seen);
  const says = SAYS[settings.activity];
  return says(step, seen);
}

function seatingWords(seating: string, seen: Seen): string {
  const people = peopleWords(seen.present);
  const first = seatedRound(seen.day) === undefined;
  if (seen.present === 0) return t("People sit down as they come.");
  if (first) return t("%(people)s sit down at tables of %(size)s.", { people, size: seen.size });
  if (seating === "stay") return t("Everyone stays where they sit. The question is new.");
  const leads = seen.views.some((view) => view.lead) ? t("Facilitators stay.") : "";
  const moved =
    seating === "home"
      ? t("%(people)s go back to their first table.", { people })
      : t("%(people)s move to new tables.", { people });
  const met = seating === "home" ? "" : t("Nobody meets twice, if that is possible.");
  return [moved, leads, met].filter(Boolean).join(" ");
}

type Says = (step: Step, seen: Seen) => string;

const SAYS: Record<Exclude<Step["settings"]["activity"], "story_round">, Says> = {
  arrival: (_, { present }) =>
    t("%(people)s can try out a note, a move and a dot.", { people: peopleWords(present) }),
  presentation: (_, { present }) => t("%(people)s see what you present.", { people: peopleWords(present) }),
  break: (step) => t("A break of %(time)s.", { time: minuteWords(step.settings.minutes) }),
  themes: () => t("The notes of all tables go up on one wall, without names."),
  dot_voting: (step) => votingWords(step),
  priorities: (step, { views }) => prioritiesWords(step, views.length),
  plenary: (step, { views }) =>
    t("%(tables)s speak in turn, %(time)s each.", {
      tables: tableWords(views.length),
      time: briefTime(secondsEach(step, views.length)),
    }),
  closing_questions: (step) => questionsWords(step),
  feedback: () => t("Each person can say how it was."),
  blueprint: ({ settings }) =>
    settings.activity === "blueprint" && settings.who === "facilitators"
      ? t("Facilitators write the blueprint, and everyone reads along.")
      : t("Everyone writes the blueprint together."),
};

function votingWords({ settings }: Step): string {
  const dots = settings.activity === "dot_voting" ? settings.dots : null;
  const each = dots ? nt("Each person has %(n)s dot.", "Each person has %(n)s dots.", dots) : "";
  return [t("The vote opens. Nobody sees the result before it closes."), each].filter(Boolean).join(" ");
}

function prioritiesWords({ settings }: Step, tables: number): string {
  const most = settings.activity === "priorities" ? (settings.most ?? 3) : 3;
  return nt("%(tables)s choose up to %(n)s idea each.", "%(tables)s choose up to %(n)s ideas each.", most, {
    tables: tableWords(tables),
  });
}

function questionsWords({ settings }: Step): string {
  const asked = settings.activity === "closing_questions" ? settings.questions.length : 0;
  return nt(
    "%(n)s question. Each person answers alone.",
    "%(n)s questions. Each person answers alone.",
    asked,
  );
}

function buttonWords(coming: Step, { day, status }: Seen): string {
  if (status === "lobby") return t("Start the café");
  const title = coming.settings.title;
  if (!isLive(day.current)) return t("Open “%(title)s”", { title });
  if (!isRound(day.current)) return t("Go on to “%(title)s”", { title });
  const moves = coming.settings.activity === "story_round" && coming.settings.seating !== "stay";
  return moves ? t("End this round and move") : t("End this round and go on");
}

/** What a host would want to know before pressing. */
function warnings(seen: Seen): string[] {
  const { day, now, views, lobby, present, status, themes } = seen;
  const { current } = day;
  const words: string[] = [];
  if (present === 0) words.push(t("Nobody is here yet."));
  if (current && isLive(current) && leftOf(current, now) >= MINUTE)
    words.push(leftWords(leftOf(current, now)));
  if (isLive(current) && isRound(current)) words.push(...roundWarnings(views));
  if (status === "running" && lobby > 0) words.push(lobbyWords(lobby));
  if (isVoteOnThemes(day.coming) && current?.settings.activity === "themes")
    words.push(...choiceWords(themes));
  return words;
}

/** Similar choices split the dots. */
const TOO_MANY = 20;

function isVoteOnThemes(step: Step | undefined): boolean {
  return step?.settings.activity === "dot_voting" && (step.settings.over ?? "themes") === "themes";
}

function choiceWords(themes: number): string[] {
  if (themes === 0) return [t("There is no theme to vote on yet.")];
  return themes > TOO_MANY
    ? [t("The vote would have %(n)s choices. Similar ones split the dots.", { n: themes })]
    : [];
}

function leftWords(left: number): string {
  return nt("%(n)s minute is left.", "%(n)s minutes are left.", Math.floor(left / MINUTE));
}

function roundWarnings(views: readonly TableView[]): string[] {
  const empty = withoutNotes(views);
  const lonely = views.filter((view) => view.here.length === 1).map((view) => view.no);
  const none = (nos: number[]) =>
    nos.length === 1
      ? t("%(tables)s has no notes yet.", { tables: tablesNamed(nos) })
      : t("%(tables)s have no notes yet.", { tables: tablesNamed(nos) });
  const alone = (nos: number[]) =>
    nos.length === 1
      ? t("%(tables)s has one person.", { tables: tablesNamed(nos) })
      : t("%(tables)s have one person.", { tables: tablesNamed(nos) });
  return [...(empty.length ? [none(empty)] : []), ...(lonely.length ? [alone(lonely)] : [])];
}

function lobbyWords(lobby: number): string {
  return nt(
    "%(n)s person in the lobby has no seat yet.",
    "%(n)s people in the lobby have no seat yet.",
    lobby,
  );
}

/** What ending a step now would cut off: said in the dialog before it ends early. */
export function endingWords(views: readonly TableView[], step: Step): string[] {
  if (!isRound(step)) return [];
  const notes = views.reduce((sum, view) => sum + view.table.notes, 0);
  const on = t("%(notes)s on %(tables)s so far.", {
    notes: noteWords(notes),
    tables: tableWords(views.length),
  });
  return [on, ...roundWarnings(views)];
}
