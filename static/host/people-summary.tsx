import type { JSX } from "preact";
import { Button } from "../parts/button";
import { Icon, type IconName } from "../parts/icons";
import { nt, t } from "../words";
import { guestsOf, type House, heldSeats, inLobby } from "./house";
import { open } from "./opened";
import { deputies, type Guest } from "./tables";

/** Who is between tables, and the way to everybody. */
export function PeopleSummary({ house }: { house: House }): JSX.Element {
  const all = guestsOf(house).length;
  const spare = house.seated ? deputies(house.people, house.tables, house.here) : [];
  return (
    <section aria-labelledby="people">
      <h2 id="people">{t("People")}</h2>
      <Line icon="people" words={t("Lobby:")} people={inLobby(house)} />
      <Line icon="clock" words={t("Seats held:")} people={heldSeats(house)} />
      <Line icon="voice" words={t("Deputies:")} people={spare} />
      <div class="row">
        <Button dense onPress={() => open({ what: "people" })}>
          {all === 0 ? t("The list of people") : nt("%(n)s person", "All %(n)s people", all)}
        </Button>
        <Button dense onPress={() => open({ what: "wishes" })}>
          {t("Who sits with whom")}
        </Button>
      </div>
    </section>
  );
}

interface LineProps {
  icon: IconName;
  words: string;
  people: readonly Guest[];
}

/** Names as far as they fit; the list has them all. */
const NAMED = 6;

function Line({ icon, words, people }: LineProps): JSX.Element | null {
  if (people.length === 0) return null;
  const rest = people.length - NAMED;
  return (
    <p class="say small">
      <Icon name={icon} />
      <span>
        <b>{words}</b> <bdi>{people.slice(0, NAMED).map(nameOf).join(", ")}</bdi>
        {rest > 0 && nt(" and %(n)s more", " and %(n)s more", rest)}
      </span>
    </p>
  );
}

function nameOf(person: Guest): string {
  return person.table === null
    ? person.name
    : t("%(name)s (%(no)s)", { name: person.name, no: person.table });
}
