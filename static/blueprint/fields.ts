// The fields of an experiment: what each is called and holds. The limits are the server's, which has the last word.
import type { Commands } from "../wire/commands";
import { t } from "../words";

export type Name = Commands["experiment.write"]["field"];
export type Kind = Commands["experiment.add"]["kind"];

interface Common {
  name: Name;
  label: string;
  hint?: string;
}

interface Words extends Common {
  /** A few words, one sentence, several lines, or a day. */
  as: "line" | "sentence" | "passage" | "day";
}

interface Choice extends Common {
  as: "choice";
  options: readonly (readonly [value: string, label: string])[];
}

interface Several extends Common {
  as: "several";
}

export type Spec = Words | Choice | Several;

/** In the order in which people think of them; the checks are for small changes alone. */
export function specsOf(kind: Kind): Spec[] {
  return [...what(), ...(kind === "small-change" ? checks() : []), ...how(), ...about()];
}

function what(): Spec[] {
  return [
    {
      name: "idea",
      as: "sentence",
      label: t("What we try"),
      hint: t("One sentence, small enough to stop again."),
    },
    {
      name: "barrier",
      as: "sentence",
      label: t("Barrier it works on"),
      hint: t("What gets in the way now?"),
    },
    {
      name: "domain",
      as: "choice",
      label: t("What it changes"),
      options: [
        ["structure", t("Structure")],
        ["process", t("Process")],
        ["culture", t("Culture")],
      ],
    },
  ];
}

function how(): Spec[] {
  return [
    { name: "designed_by", as: "line", label: t("Designed by"), hint: t("Roles or groups, not names.") },
    { name: "owner", as: "line", label: t("Who looks after it"), hint: t("Ask them first.") },
    { name: "review_on", as: "day", label: t("We look again on") },
    { name: "first_step", as: "passage", label: t("First small step") },
    { name: "prediction", as: "passage", label: t("What we think will happen") },
    {
      name: "measures",
      as: "passage",
      label: t("How we would know"),
      hint: t("What we count or ask, and how often."),
    },
  ];
}

function about(): Spec[] {
  return [
    { name: "themes", as: "several", label: t("Themes it comes from") },
    { name: "lens", as: "several", label: t("What it touches") },
  ];
}

function checks(): Spec[] {
  return [
    check("own_power", t("Is it within our own power?")),
    check("possible_now", t("Is it possible now?")),
    check("no_national_rule", t("Does it need no change of national rules?")),
  ];
}

function check(name: Name, label: string): Choice {
  return {
    name,
    as: "choice",
    label,
    options: [
      ["yes", t("Yes")],
      ["no", t("No")],
    ],
  };
}

/** What keeps an experiment from starting: "a person". The names are the server's. */
export function needWord(name: string): string {
  return NEEDS[name]?.() ?? name;
}

const NEEDS: Readonly<Record<string, () => string>> = {
  barrier: () => t("a barrier"),
  owner: () => t("a person"),
  measures: () => t("a measure"),
  prediction: () => t("a prediction"),
  review_on: () => t("a date to look again"),
  own_power: () => t("a yes to “within our own power”"),
  possible_now: () => t("a yes to “possible now”"),
  no_national_rule: () => t("a yes to “no change of national rules”"),
};

const DAY = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});

/** 1 October 2026. `day` is as 2026-10-01. */
export function dayWords(day: string): string {
  const at = Date.parse(day);
  return Number.isNaN(at) ? day : DAY.format(at);
}
