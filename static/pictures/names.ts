import type { ShowingDoc } from "../wire/documents";
import { t } from "../words";

export type PictureName = ShowingDoc["picture"];

/** What a picture is called. */
export function nameOf(picture: PictureName): string {
  if (picture === "themes") return t("Theme wall");
  if (picture === "votes") return t("Votes");
  if (picture === "mixing") return t("Who met whom");
  return picture === "timeline" ? t("Contributions over time") : t("Map of the notes");
}
