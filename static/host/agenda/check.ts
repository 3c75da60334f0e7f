// What is wrong with an agenda, in words, beside the field it is about.
import { nt, t } from "../../words";
import { type AgendaDraft, type DraftStep, kindsIn, linesIn, pictureIn, words } from "./model";
import type { Spec } from "./spec";
import { PROMPT_LENGTH, specsOf, TITLE_LENGTH } from "./specs";

/** As the server has it. */
const MOST_GROUPS = 12;
const GROUP_LENGTH = 60;
const MOST_ENTRIES = 12;
const ENTRY_LENGTH = 80;

/** Faults by field: "title", "planned", "size", "groups", "steps", or a step's key, a space and its field's name. */
export type Faults = ReadonlyMap<string, string>;

export function faultsOf(draft: AgendaDraft): Faults {
  const own: [string, string | null][] = [
    ["title", lineFault(draft.title, TITLE_LENGTH, t("Give the café a title."))],
    ["planned", numberFault(draft.planned, 1, 1440)],
    ["size", numberFault(draft.size, 2, 8)],
    ["groups", groupsFault(linesIn(draft.groups))],
    ["steps", draft.steps.length === 0 ? t("An agenda needs one step at least.") : null],
  ];
  const steps = draft.steps.flatMap((step) =>
    specsOf(step.activity).map((spec): [string, string | null] => [
      fieldName(step, spec.name),
      faultOf(step, spec),
    ]),
  );
  return new Map([...own, ...steps].filter((entry): entry is [string, string] => entry[1] !== null));
}

export function fieldName(step: DraftStep, name: string): string {
  return `${step.key} ${name}`;
}

/** How many fields of a step need a look. */
export function faultsIn(faults: Faults, step: DraftStep): number {
  return [...faults.keys()].filter((field) => field.startsWith(`${step.key} `)).length;
}

function faultOf(step: DraftStep, spec: Spec): string | null {
  const text = words(step.values[spec.name]);
  if (spec.as === "line" || spec.as === "text") return lineFault(text, spec.most, spec.missing);
  if (spec.as === "number") {
    return text === "" && spec.empty !== undefined ? null : numberFault(text, spec.min, spec.max);
  }
  if (spec.as === "kinds") return kindsFault(kindsIn(text));
  if (spec.as === "lines") return questionsFault(linesIn(text));
  if (spec.as === "entries") return entriesFault(linesIn(text), step.values["lens"] === "own");
  if (spec.as === "pictures") return picturesFault(linesIn(text));
  return spec.as === "address" ? addressFault(text) : null;
}

function lineFault(text: string, most: number, missing?: string): string | null {
  const length = [...text.trim()].length;
  if (length === 0) return missing ?? null;
  return length <= most
    ? null
    : nt(
        "This is too long by %(n)s character. Shorten it.",
        "This is too long by %(n)s characters. Shorten it.",
        length - most,
      );
}

function numberFault(text: string, min: number, max: number): string | null {
  const number = Number(text);
  const fine = text.trim() !== "" && Number.isInteger(number) && number >= min && number <= max;
  return fine ? null : t("Write a whole number from %(min)s to %(max)s.", { min, max });
}

function kindsFault(kinds: readonly string[]): string | null {
  if (kinds.length === 0) return t("Name one kind of note at least.");
  if (kinds.length > 6) return t("Six kinds at most: people must choose quickly.");
  const odd = kinds.find((kind) => !/^[a-z][a-z0-9-]{0,30}$/.test(kind));
  return odd === undefined
    ? null
    : t("“%(kind)s” cannot be a kind. Use letters from a to z, digits and hyphens, 31 at most.", {
        kind: odd,
      });
}

function questionsFault(questions: readonly string[]): string | null {
  if (questions.length === 0) return t("Write one question at least.");
  if (questions.length > 20) return t("Twenty questions at most.");
  const long = questions.find((question) => [...question].length > PROMPT_LENGTH);
  return long === undefined
    ? null
    : t("“%(start)s…” is too long: %(most)s characters at most.", {
        start: long.slice(0, 30),
        most: PROMPT_LENGTH,
      });
}

function groupsFault(groups: readonly string[]): string | null {
  if (groups.length > MOST_GROUPS) return t("Twelve groups at most.");
  const plain = groups.map((group) => group.replace(/\s+/g, " ").toLowerCase());
  const twice = groups.find((_, at) => plain.indexOf(plain[at] ?? "") < at);
  if (twice !== undefined) return t("“%(group)s” is there more than once.", { group: twice });
  return groups.map((group) => lineFault(group, GROUP_LENGTH)).find((fault) => fault !== null) ?? null;
}

function entriesFault(entries: readonly string[], wanted: boolean): string | null {
  if (!wanted)
    return entries.length === 0 ? null : t("Choose a list of your own above, or leave this empty.");
  if (entries.length === 0) return t("Write one entry at least.");
  if (entries.length > MOST_ENTRIES) return t("Twelve entries at most.");
  return entries.map((entry) => lineFault(entry, ENTRY_LENGTH)).find((fault) => fault !== null) ?? null;
}

const ADDRESS = /^(https:\/\/|\/)\S+$/;

function addressFault(address: string): string | null {
  if (address === "") return null;
  if (address.length > 500) return t("This address is too long: 500 characters at most.");
  return ADDRESS.test(address) ? null : t("Start with https:// and leave no spaces.");
}

function picturesFault(lines: readonly string[]): string | null {
  if (lines.length > 30) return t("Thirty pictures at most.");
  for (const line of lines) {
    const { address, alt } = pictureIn(line);
    const fault = addressFault(address);
    if (fault !== null) return t("“%(start)s”: %(fault)s", { start: address.slice(0, 40), fault });
    if (alt === "") return t("Say in words what %(address)s shows, behind a space.", { address });
    if ([...alt].length > 500) return t("The words for %(address)s are too long: 500 at most.", { address });
  }
  return null;
}
