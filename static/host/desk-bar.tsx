import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { barLink } from "../cafe/line";
import { cafe, now } from "../engine";
import { Bar } from "../parts/bar";
import { Button, ButtonLink } from "../parts/button";
import { t } from "../words";
import { HelpDialog } from "./help-dialog";
import { type House, otherHosts } from "./house";
import { LinksDialog } from "./links-dialog";
import { clockTime, listed } from "./words";

/** Where am I, is the server there, what time is it there, and the ways out. */
export function DeskBar({ house }: { house: House | undefined }): JSX.Element {
  const open = useSignal<"links" | "help" | null>(null);
  const screen = cafe.links?.["screen"];
  return (
    <>
      <Bar
        title={house?.cafe.title ?? cafe.title}
        where={whereWords(house)}
        home={cafe.home ? "/home" : undefined}
        link={barLink()}
        onHelp={() => {
          open.value = "help";
        }}
      >
        <ServerClock />
        {cafe.links && (
          <Button
            dense
            icon="people"
            onPress={() => {
              open.value = "links";
            }}
          >
            {t("Links")}
          </Button>
        )}
        {screen && (
          <ButtonLink dense class="desk-projector" icon="projector" href={screen} target="_blank">
            {t("Projector")}
          </ButtonLink>
        )}
      </Bar>
      {open.value === "links" && <LinksDialog onClose={() => close(open)} />}
      {open.value === "help" && <HelpDialog house={house} onClose={() => close(open)} />}
    </>
  );
}

function close(open: { value: unknown }): void {
  open.value = null;
}

function whereWords(house: House | undefined): string {
  if (house === undefined) return t("Host");
  const me = house.people.find((person) => person.id === cafe.person);
  const others = otherHosts(house, cafe.person).map((person) => person.name);
  const mine = me ? t("Host · %(name)s", { name: me.name }) : t("Host");
  if (others.length === 0) return mine;
  return others.length === 1
    ? t("%(mine)s. %(names)s is co-host", { mine, names: listed(others) })
    : t("%(mine)s. %(names)s are co-hosts", { mine, names: listed(others) });
}

/** The only clock that counts, to the second. */
function ServerClock(): JSX.Element {
  return (
    <p class="desk-clock time">
      <span class="only-read">{t("Server clock:")} </span>
      {clockTime(now())}
    </p>
  );
}
