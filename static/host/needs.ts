// What needs a host, most pressing first, each with what one press can do about it.
import type { IconName } from "../parts/icons";
import { t, timeOfDay } from "../words";
import { isHalfOver, type Step } from "./day";
import { appoint, type Deed, movePerson } from "./deeds";
import {
  type Call,
  DEPUTY_DUE,
  deputies,
  emptiest,
  type Guest,
  isLonely,
  LEAD_AWAY,
  type TableView,
  unanswered,
  withoutNotes,
} from "./tables";
import { listed, spanWords, tablesNamed } from "./words";

export interface Remedy {
  label: string;
  deed: Deed;
  /** What should be pressed, if anything. */
  first?: boolean;
}

export interface Need {
  /** The same for the same matter, so that it can be left alone. */
  key: string;
  icon: IconName;
  title: string;
  words: string;
  table?: number;
  call?: Call;
  remedies: Remedy[];
  /** The host may say that it is fine as it is. */
  leave?: boolean;
}

export interface Seen {
  views: readonly TableView[];
  calls: readonly Call[];
  people: readonly Guest[];
  here: ReadonlySet<string>;
  step: Step | undefined;
  now: number;
}

export function needsOf(seen: Seen): Need[] {
  const { views, calls, step } = seen;
  const tables = views.flatMap((view) => [
    ...lonely(view, seen),
    ...leadAway(view, seen),
    ...leadBack(view, seen),
  ]);
  const quiet = step && isHalfOver(step, seen.now) ? withoutAnyNote(seen, step) : [];
  return [...unanswered(calls).map(called), ...tables, ...quiet];
}

function called(call: Call): Need {
  const from = call.table === null ? call.name : t("Table %(no)s", { no: call.table });
  const quote = call.text ? t("“%(text)s”", { text: call.text }) : t("No words were written.");
  return {
    key: `call ${call.id}`,
    icon: "hand",
    title: t("%(from)s asks for you", { from }),
    words: t("%(quote)s %(name)s, %(time)s", { quote, name: call.name, time: timeOfDay(call.at) }),
    ...(call.table === null ? {} : { table: call.table }),
    call,
    remedies: [],
  };
}

function lonely(view: TableView, { views }: Seen): Need[] {
  const alone = view.here[0];
  if (!isLonely(view) || alone === undefined) return [];
  const to = emptiest(views, view.no);
  const remedy = to && {
    label: t("Move %(name)s to table %(no)s", { name: alone.name, no: to.no }),
    deed: movePerson(alone, to.no),
    first: true,
  };
  return [
    {
      key: `alone ${view.no} ${alone.id} ${view.held.length}`,
      icon: "people",
      title: t("Table %(no)s: %(name)s is alone", { no: view.no, name: alone.name }),
      words: aloneWords(view),
      table: view.no,
      remedies: remedy && alone.id !== view.table.facilitator ? [remedy] : [],
      leave: true,
    },
  ];
}

function aloneWords(view: TableView): string {
  const lead = view.lead && view.leadAway === undefined ? t("With %(name)s.", { name: view.lead.name }) : "";
  const names = listed(view.held.map((person) => person.name));
  const held =
    view.held.length === 1
      ? t("The seat of %(names)s is held.", { names })
      : t("The seats of %(names)s are held.", { names });
  return [lead, names && held, t("The notes stay with the table.")].filter(Boolean).join(" ");
}

function leadAway(view: TableView, seen: Seen): Need[] {
  const { lead, leadAway: gone = 0, no } = view;
  if (lead === undefined || gone < LEAD_AWAY) return [];
  const deputy = deputyFor(view, seen);
  return [
    {
      key: `lead ${no} ${lead.id}`,
      icon: "broken",
      title: t("Table %(no)s: facilitator away, %(time)s", { no, time: spanWords(gone) }),
      words: [t("%(name)s dropped out. Notes still work.", { name: lead.name }), waitWords(gone)]
        .filter(Boolean)
        .join(" "),
      table: no,
      remedies: deputy ? [deputyRemedy(view, deputy, gone, seen)] : [],
      leave: true,
    },
  ];
}

function waitWords(gone: number): string {
  return gone < DEPUTY_DUE ? t("People often come back within 2 minutes.") : "";
}

/** A spare facilitator; else somebody of this table who goes on as acting facilitator. */
function deputyFor(view: TableView, { people, views, here }: Seen): Guest | undefined {
  const spare = deputies(
    people,
    views.map((other) => other.table),
    here,
  );
  return spare.find((person) => person.id !== view.lead?.id) ?? view.here[0];
}

function deputyRemedy(view: TableView, deputy: Guest, gone: number, { views }: Seen): Remedy {
  const sits = deputy.table === view.no;
  const left = views.find((other) => other.table.facilitator === deputy.id)?.no ?? null;
  return {
    label: sits
      ? t("Let %(name)s lead", { name: deputy.name })
      : t("Send %(name)s as deputy", { name: deputy.name }),
    deed: appoint(view.no, deputy, view.table.facilitator, left),
    first: gone >= DEPUTY_DUE,
  };
}

/** A facilitator who came back finds somebody else in the lead. */
function leadBack(view: TableView, { people, here, views }: Seen): Need[] {
  const leading = new Set(views.map((other) => other.table.facilitator));
  const back = people.find(
    (person) =>
      person.role === "facilitator" &&
      person.table === view.no &&
      !leading.has(person.id) &&
      here.has(person.id),
  );
  if (back === undefined) return [];
  const now = view.lead ? t("%(name)s leads it now.", { name: view.lead.name }) : t("Nobody leads it now.");
  return [
    {
      key: `back ${view.no} ${back.id}`,
      icon: "linked",
      title: t("Table %(no)s: %(name)s is here without a table to lead", { no: view.no, name: back.name }),
      words: now,
      table: view.no,
      remedies: [
        {
          label: t("Give table %(no)s to %(name)s", { no: view.no, name: back.name }),
          deed: appoint(view.no, back, view.table.facilitator, null),
        },
      ],
      leave: true,
    },
  ];
}

/** From the middle of a round on, tables without a single note are worth a look. */
function withoutAnyNote({ views }: Seen, step: Step): Need[] {
  const empty = withoutNotes(views);
  if (empty.length === 0) return [];
  const first = empty[0] ?? 0;
  return [
    {
      key: `quiet ${step.id} ${empty.join(" ")}`,
      icon: "pen",
      title:
        empty.length === 1
          ? t("%(tables)s has no notes yet", { tables: tablesNamed(empty) })
          : t("%(tables)s have no notes yet", { tables: tablesNamed(empty) }),
      words: t("More than half of the round is over."),
      table: first,
      remedies: [],
      leave: true,
    },
  ];
}
