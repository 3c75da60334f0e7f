import { link } from "../engine";
import { t } from "../words";
import { pens } from "./pens";

/** Where the words of some fields are: saved, on their way, on this device, or waiting for a choice. */
export function keptWords(fields: string): string {
  if (!pens.any(fields, (pen) => pen.unsaved)) return t("Everything here is saved.");
  if (pens.any(fields, (pen) => pen.theirs !== undefined)) return t("Say above which of the two stays.");
  if (pens.any(fields, (pen) => pen.wrong !== undefined)) return t("Something above could not be saved.");
  return link.value === "connected" ? t("Saving…") : t("Kept on this device until the line is back.");
}
