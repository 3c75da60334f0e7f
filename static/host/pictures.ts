// Which pictures there are at this moment.
import { all } from "../engine";
import { nameOf, type PictureName } from "../pictures/names";
import { t } from "../words";
import type { House } from "./house";

export interface Choice {
  picture: PictureName;
  of: string;
  /** "Votes: What matters most" */
  words: string;
}

/** Those of the latest steps first. An open vote has none: it is blind. */
export function choicesOf(house: House): Choice[] {
  const steps = house.day.steps.filter((step) => step.opened_at !== null).reverse();
  const closed = all("hall:ballot").filter((ballot) => !ballot.open);
  const found = steps.flatMap((step): Choice[] => {
    const { title } = step.settings;
    if (step.settings.activity === "themes") {
      return [choice("themes", step.id, title), choice("map", step.id, title)];
    }
    return closed
      .filter((ballot) => ballot.step === step.id)
      .map((ballot) => choice("votes", ballot.id, title));
  });
  return [...found, ...(house.seated ? [whole("mixing")] : []), whole("timeline")];
}

function choice(picture: PictureName, of: string, title: string): Choice {
  return { picture, of, words: t("%(picture)s: %(title)s", { picture: nameOf(picture), title }) };
}

function whole(picture: PictureName): Choice {
  return { picture, of: "", words: nameOf(picture) };
}
