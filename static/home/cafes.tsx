import type { JSX } from "preact";
import { ButtonLink } from "../parts/button";
import { Chip } from "../parts/chip";
import { grouped } from "../parts/code-field";
import { Empty } from "../parts/empty";
import { nt, t } from "../words";
import type { CafeEntry } from "./data";

const STATES = ["running", "lobby", "closed"] as const;

function stateWord(status: CafeEntry["status"]): string {
  if (status === "running") return t("Running now");
  return status === "lobby" ? t("Doors open, not started") : t("Over");
}

/** All cafés of this server by their state, those that changed last first. */
export function Cafes({ cafes }: { cafes: readonly CafeEntry[] }): JSX.Element {
  if (cafes.length === 0) {
    return (
      <section aria-label={t("Cafés")}>
        <Empty
          title={t("No café yet")}
          text={t("Choose a plan, and open one. You can try it with practice people first.")}
        />
      </section>
    );
  }
  return (
    <div class="stack stack--wide">
      {STATES.map((status) => (
        <State key={status} status={status} cafes={cafes.filter((cafe) => cafe.status === status)} />
      ))}
    </div>
  );
}

interface StateProps {
  status: CafeEntry["status"];
  cafes: readonly CafeEntry[];
}

function State({ status, cafes }: StateProps): JSX.Element | null {
  if (cafes.length === 0) return null;
  const sorted = [...cafes].sort((a, b) => b.updated_at - a.updated_at || (a.code < b.code ? -1 : 1));
  return (
    <section aria-labelledby={`cafes-${status}`}>
      <h2 id={`cafes-${status}`}>{stateWord(status)}</h2>
      <ul class="home-cafes">
        {sorted.map((cafe) => (
          <Cafe key={cafe.code} cafe={cafe} />
        ))}
      </ul>
    </section>
  );
}

const DAY_AND_TIME = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "long",
  hour: "2-digit",
  minute: "2-digit",
});

function Cafe({ cafe }: { cafe: CafeEntry }): JSX.Element {
  const { title, status, links } = cafe;
  return (
    <li class="home-cafe">
      <div>
        <h3 dir="auto">
          {title} {cafe.practice && <Chip>{t("Practice")}</Chip>}
        </h3>
        <p class="small soft">{detail(cafe).join(" · ")}</p>
      </div>
      <div class="row">
        {status === "closed" ? (
          <>
            <ButtonLink
              dense
              icon="go"
              href={links.console}
              label={t("Go to its desk: %(title)s", { title })}
            >
              {t("Desk")}
            </ButtonLink>
            <ButtonLink dense href={links.report} label={t("Report: %(title)s", { title })}>
              {t("Report")}
            </ButtonLink>
            <ButtonLink dense href={links.blueprint} label={t("Blueprint: %(title)s", { title })}>
              {t("Blueprint")}
            </ButtonLink>
          </>
        ) : (
          <ButtonLink dense icon="go" href={links.console} label={t("Go to its desk: %(title)s", { title })}>
            {t("Go to its desk")}
          </ButtonLink>
        )}
      </div>
    </li>
  );
}

function detail({ code, status, people, updated_at, created_at }: CafeEntry): string[] {
  const when = status === "lobby" ? t("made") : t("last change");
  return [
    t("code %(code)s", { code: grouped(code) }),
    ...(status === "closed" ? [] : [nt("%(n)s person here", "%(n)s people here", people)]),
    t("%(when)s %(time)s", { when, time: DAY_AND_TIME.format(status === "lobby" ? created_at : updated_at) }),
  ];
}
