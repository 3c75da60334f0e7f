import type { JSX } from "preact";
import { all } from "../engine";
import { ButtonLink } from "../parts/button";
import { nt, t } from "../words";
import { BLUEPRINT } from "./pages";

/** While its step is on: how far the blueprint is, and the way into it. */
export function BlueprintPanel(): JSX.Element {
  const standing = all("hall:experiment").filter(({ removed }) => !removed);
  const ready = standing.filter(({ status }) => status !== "idea").length;
  return (
    <div class="stack">
      <p class="firm">
        {nt("%(n)s experiment or small change", "%(n)s experiments and small changes", standing.length)}
        {" · "}
        {t("%(ready)s ready or being tried", { ready })}
      </p>
      <div class="row">
        <ButtonLink dense icon="pen" href={BLUEPRINT}>
          {t("Open the blueprint")}
        </ButtonLink>
      </div>
    </div>
  );
}
