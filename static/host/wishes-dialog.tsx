import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { all } from "../engine";
import { Button } from "../parts/button";
import { Check } from "../parts/check";
import { Dialog } from "../parts/dialog";
import { Field } from "../parts/field";
import { t } from "../words";
import { Aftermath } from "./aftermath";
import { dropWish, makeWish } from "./deeds";
import { guestsOf, type House } from "./house";
import { close } from "./opened";
import { found } from "./people";
import { perform } from "./perform";
import { listed } from "./words";

/** Who must sit together, and who must not: hard rules for every seating from now on. */
export function WishesDialog({ house }: { house: House }): JSX.Element {
  return (
    <Dialog title={t("Who sits with whom")} look="drawer" onClose={close}>
      <div class="stack">
        <p>
          {t(
            "For an interpreter, a supporter, or people who should not meet. It counts from the next seating on.",
          )}
        </p>
        <Wishes house={house} />
        <WishForm house={house} />
      </div>
      <Aftermath house={house} />
    </Dialog>
  );
}

function Wishes({ house }: { house: House }): JSX.Element | null {
  const wishes = all("desk:wish");
  const nameOf = (id: string) =>
    house.people.find((person) => person.id === id)?.name ?? t("somebody who has left");
  if (wishes.length === 0) return <p class="small soft">{t("No wishes yet.")}</p>;
  return (
    <ul>
      {wishes.map((wish) => (
        <li key={wish.id} class="desk-person">
          <p>
            <b>{wish.how === "together" ? t("Together:") : t("Apart:")}</b> {listed(wish.people.map(nameOf))}
          </p>
          <Button dense onPress={() => perform(dropWish(wish))}>
            {t("Drop this wish")}
          </Button>
        </li>
      ))}
    </ul>
  );
}

function WishForm({ house }: { house: House }): JSX.Element {
  const search = useSignal("");
  const chosen = useSignal<readonly string[]>([]);
  const guests = guestsOf(house);
  const picked = guests.filter((guest) => chosen.value.includes(guest.id));
  const toggle = (id: string, on: boolean) => {
    chosen.value = on ? [...chosen.value, id] : chosen.value.filter((other) => other !== id);
  };
  const make = async (how: "apart" | "together") => {
    if (await perform(makeWish(how, picked))) chosen.value = [];
  };
  const reason = picked.length < 2 ? t("choose two people or more") : undefined;
  return (
    <section aria-labelledby="new-wish" class="stack stack--tight">
      <h3 id="new-wish">{t("A new wish")}</h3>
      <p class="small" role="status">
        {picked.length === 0
          ? t("Nobody is chosen yet.")
          : t("Chosen: %(names)s.", { names: listed(picked.map((guest) => guest.name)) })}
      </p>
      <div class="row">
        <Button dense reason={reason} onPress={() => make("together")}>
          {reason ? t("Keep them together") : t("Keep these %(n)s together", { n: picked.length })}
        </Button>
        <Button dense reason={reason} onPress={() => make("apart")}>
          {reason ? t("Keep them apart") : t("Keep these %(n)s apart", { n: picked.length })}
        </Button>
      </div>
      <Field
        label={t("Search by name")}
        value={search.value}
        autocomplete="off"
        onChange={(text) => {
          search.value = text;
        }}
      />
      <div>
        {found(guests, search.value).map((guest) => (
          <Check
            key={guest.id}
            label={guest.name}
            checked={chosen.value.includes(guest.id)}
            onChange={(on) => toggle(guest.id, on)}
          />
        ))}
      </div>
    </section>
  );
}
