import type { JSX } from "preact";
import { useId, useState } from "preact/hooks";
import { one } from "../engine";
import { announce } from "../parts/announce";
import { Wrong } from "../parts/wrong";
import type { CafeDoc } from "../wire/documents";
import { t } from "../words";
import { me } from "./on";
import { hand } from "./sending";

/** Where I am from, as I said at the door; where the café asks. */
export function MyGroup(): JSX.Element | null {
  const id = useId();
  const [wrong, setWrong] = useState<string>();
  const who = me();
  const groups = one("hall:cafe")?.groups ?? [];
  if (!who || groups.length === 0) return null;
  const say = async (group: string) => {
    setWrong(undefined);
    try {
      await hand("person.group", { person: who.id, group });
      announce(t("Your group is changed"));
    } catch (refusal) {
      setWrong((refusal as Error).message);
    }
  };
  return (
    <section class="stack stack--tight" aria-labelledby={`${id}-h`}>
      <h3 id={`${id}-h`}>{t("Your group")}</h3>
      <div class="field">
        <label for={id}>
          {t("Which group are you from?")}
          <span class="hint">{whoSees(one("hall:cafe")?.attribution)}</span>
        </label>
        <select
          id={id}
          class="input"
          value={who.group}
          aria-invalid={wrong !== undefined}
          aria-describedby={wrong === undefined ? undefined : `${id}-w`}
          onChange={(event) => say(event.currentTarget.value)}
        >
          <option value="">{t("I’d rather not say")}</option>
          {[...new Set([...groups, ...(who.group ? [who.group] : [])])].map((group) => (
            <option key={group} value={group}>
              {group}
            </option>
          ))}
        </select>
        {wrong !== undefined && <Wrong id={`${id}-w`}>{wrong}</Wrong>}
      </div>
    </section>
  );
}

function whoSees(attribution: CafeDoc["attribution"] | undefined): string {
  return attribution === "role"
    ? t("Only you and the hosts see it; readers of the report too, beside your notes, if you agreed to it.")
    : t("Only you and the hosts see it.");
}
