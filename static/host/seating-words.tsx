import type { JSX } from "preact";
import { one } from "../engine";
import type { Documents } from "../wire/documents";
import { nt, t } from "../words";
import { seatedRound } from "./day";
import type { House } from "./house";

/** What the seating of this round could and could not do, in the server's own plain words. */
export function SeatingWords({ house }: { house: House }): JSX.Element | null {
  const round = seatedRound(house.day);
  const seated = round && one("desk:seated", round.id);
  if (seated === undefined) return null;
  return (
    <section aria-labelledby="seating">
      <h2 id="seating">{t("Seating of this round")}</h2>
      {sentences(seated).map((words) => (
        <p key={words} class="small">
          {words}
        </p>
      ))}
    </section>
  );
}

function sentences({ unmet, repeat_meetings, least_possible }: Documents["desk:seated"]): string[] {
  const said = [...unmet, ...meetingWords(repeat_meetings, least_possible)];
  return said.length === 0 ? [t("Everyone has a seat, every wish is met, and nobody meets again.")] : said;
}

function meetingWords(again: number, least: number): string[] {
  if (again === 0) return [];
  const pairs = nt("%(n)s pair meets again.", "%(n)s pairs meet again.", again);
  if (again === least) return [t("%(pairs)s With this many tables it cannot be fewer.", { pairs })];
  return [pairs];
}
