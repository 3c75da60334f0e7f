import { link } from "../engine";
import { t } from "../words";
import { pens } from "./pens";

/** Where the words of some fields are: saved, on their way, on this device, or waiting for a choice. */
export function keptWords(fields: string): string {
  const standings = pens.standings(fields);
  if (standings.has("overtaken")) return t("Say above which of the two stays.");
  if (standings.has("wrong")) return t("Something above could not be saved.");
  if (!standings.has("saving") && !standings.has("unsent")) return t("Everything here is saved.");
  return link.value === "connected" ? t("Saving…") : t("Kept on this device until the line is back.");
}
