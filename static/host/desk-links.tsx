import type { JSX } from "preact";
import { ButtonLink } from "../parts/button";
import { nt, t } from "../words";
import type { House } from "./house";
import { DESK } from "./pages";
import { unanswered } from "./tables";

/** From a page of its own back to the desk, and whether somebody waits there. */
export function DeskLinks({ house }: { house: House }): JSX.Element {
  const calls = unanswered(house.calls).length;
  return (
    <div class="row">
      {calls > 0 && (
        <ButtonLink dense icon="hand" href={DESK}>
          {nt("%(n)s person asks for you", "%(n)s people ask for you", calls)}
        </ButtonLink>
      )}
      <ButtonLink dense icon="back" href={DESK}>
        {t("Back to the desk")}
      </ButtonLink>
    </div>
  );
}
