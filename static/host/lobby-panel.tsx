import type { JSX } from "preact";
import { cafe } from "../engine";
import { grouped } from "../parts/code-field";
import { Qr } from "../parts/qr";
import { nt, t } from "../words";
import { guestsOf, type House } from "./house";
import type { Guest } from "./tables";
import { listed } from "./words";

/** Before the start: how people come in, and who is here. */
export function LobbyPanel({ house }: { house: House }): JSX.Element {
  const here = guestsOf(house).filter((person) => house.here.has(person.id));
  const svg = cafe.links?.["qr_svg"];
  return (
    <>
      <p class="eyebrow">{t("The doors are open")}</p>
      <h1 id="now" dir="auto">
        {house.cafe.title}
      </h1>
      <div class="desk-lobby">
        <div class="stack">
          <p class="desk-code">
            {t("Code")} <b>{grouped(house.cafe.code)}</b>
          </p>
          <p class="desk-link-address">{cafe.links?.["join"] ?? cafe.join_link}</p>
          {house.cafe.purpose && <p class="soft measure">{house.cafe.purpose}</p>}
          <Arrived people={here} />
        </div>
        {svg && <Qr svg={svg} label={t("QR code of the join link")} />}
      </div>
    </>
  );
}

function Arrived({ people }: { people: readonly Guest[] }): JSX.Element {
  const leads = people.filter((person) => person.role === "facilitator");
  const rest = people.filter((person) => person.role !== "facilitator");
  return (
    <section aria-labelledby="arrived">
      <h2 id="arrived">
        {people.length === 0
          ? t("Nobody is here yet")
          : nt("%(n)s person is here", "%(n)s people are here", people.length)}
      </h2>
      {leads.length > 0 && (
        <p>
          <b>{t("Facilitators:")}</b> <bdi>{listed(leads.map((person) => person.name))}</bdi>
        </p>
      )}
      {rest.length > 0 && (
        <p>
          <bdi>{listed(rest.map((person) => person.name))}</bdi>
        </p>
      )}
    </section>
  );
}
