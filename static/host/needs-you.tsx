import { signal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { announce } from "../parts/announce";
import { Button } from "../parts/button";
import { Chip } from "../parts/chip";
import { Say } from "../parts/say";
import { t } from "../words";
import { CallAnswer } from "./call-answer";
import type { House } from "./house";
import { type Need, needsOf } from "./needs";
import { open } from "./opened";
import { perform } from "./perform";

/** Matters that this host has looked at and left as they are; each comes back when it changes. */
const left = signal<ReadonlySet<string>>(new Set());

/** What needs a host, with what one press can do about it. */
export function NeedsYou({ house }: { house: House }): JSX.Element {
  const { views, calls, people, here, day, now, cafe } = house;
  const all =
    cafe.status === "running"
      ? needsOf({ views, calls, people, here, step: day.current, now })
      : needsOf({ views: [], calls, people, here, step: undefined, now });
  const needs = all.filter((need) => !left.value.has(need.key));
  useAnnouncing(needs);
  return (
    <section aria-labelledby="needs">
      <h2 id="needs">
        {t("Needs you")} {needs.length > 0 && <Chip look="now">{needs.length}</Chip>}
      </h2>
      {needs.length === 0 && <p class="small soft">{t("Nothing right now.")}</p>}
      <div class="stack desk-needs">
        {needs.map((need) => (
          <OneNeed key={need.key} need={need} />
        ))}
      </div>
    </section>
  );
}

/** Only what is new is said: not each second that a time grows. */
function useAnnouncing(needs: readonly Need[]): void {
  const known = useRef<ReadonlySet<string>>(new Set());
  const keys = needs.map((need) => need.key).join("\n");
  useEffect(() => {
    for (const need of needs) if (!known.current.has(need.key)) announce(need.title);
    known.current = new Set(needs.map((need) => need.key));
  }, [keys]);
}

function OneNeed({ need }: { need: Need }): JSX.Element {
  const { table, call } = need;
  return (
    <Say icon={need.icon} title={need.title} now>
      <p class="small" dir="auto">
        {need.words}
      </p>
      {call && <CallAnswer call={call} />}
      <div class="row">
        {need.remedies.map(({ label, deed, first }) => (
          <Button key={label} dense look={first ? "do" : "plain"} onPress={() => perform(deed)}>
            {label}
          </Button>
        ))}
        {table !== undefined && (
          <Button dense onPress={() => open({ what: "table", no: table })}>
            {t("Look at table %(no)s", { no: table })}
          </Button>
        )}
        {need.leave && (
          <Button
            dense
            look="quiet"
            label={t("Leave it: %(what)s", { what: need.title })}
            onPress={() => leave(need)}
          >
            {t("Leave it")}
          </Button>
        )}
      </div>
    </Say>
  );
}

function leave(need: Need): void {
  left.value = new Set([...left.value, need.key]);
}
