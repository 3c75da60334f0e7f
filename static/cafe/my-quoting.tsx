import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { now, one } from "../engine";
import { announce } from "../parts/announce";
import { Check } from "../parts/check";
import type { CafeDoc } from "../wire/documents";
import { nt, t } from "../words";
import { me } from "./on";
import { hand } from "./sending";

/** Whether short sentences of mine may be quoted, as I said at the door; until some days after the close. */
export function MyQuoting(): JSX.Element | null {
  const [wrong, setWrong] = useState<string>();
  const who = me();
  if (!who) return null;
  const say = async (on: boolean) => {
    setWrong(undefined);
    try {
      await hand("person.quoting", { on });
      announce(on ? t("Your words may be quoted") : t("Your words are not quoted"));
    } catch (refusal) {
      setWrong((refusal as Error).message);
    }
  };
  return (
    <section class="stack stack--tight" aria-labelledby="quoting">
      <h3 id="quoting">{t("Your words in the report")}</h3>
      <Check
        label={mayBeQuoted(one("hall:cafe")?.attribution)}
        hint={t("Without your yes only the hosts can read them afterwards. %(until)s", { until: until() })}
        checked={who.quoting}
        onChange={say}
        wrong={wrong}
      />
    </section>
  );
}

/** Exactly what one agrees to. */
function mayBeQuoted(attribution: CafeDoc["attribution"] | undefined): string {
  if (attribution === "first-name") return t("Short sentences I write may be quoted, with my first name");
  if (attribution === "role")
    return t("Short sentences I write may be quoted, with my group and without my name");
  return t("Short sentences I write may be quoted, without my name");
}

const DATE = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "long",
  hour: "2-digit",
  minute: "2-digit",
});

/** Until when it can be changed. */
function until(): string {
  const cafe = one("hall:cafe");
  const end = cafe?.quoting_until ?? null;
  if (end === null) {
    return nt(
      "You can change this until %(n)s day after the café closes.",
      "You can change this until %(n)s days after the café closes.",
      cafe?.quoting_days ?? 0,
    );
  }
  return end < now()
    ? t("This could be changed until %(day)s.", { day: DATE.format(end) })
    : t("You can change this until %(day)s.", { day: DATE.format(end) });
}
