import type { ComponentChildren, JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { all, cafe, one } from "../engine";
import { ButtonLink } from "../parts/button";
import { nt, t, timeOfDay } from "../words";
import { fetchQuotes, findings, lookedAt, type Quote } from "./check/quotes";
import { HandoutLine } from "./handout";
import type { House } from "./house";
import { BLUEPRINT, CHECK, REPORT } from "./pages";
import { ReopenLine } from "./reopen";
import { writtenIn } from "./report/written";

/** After the end: what people said, and what comes next with it, in order. */
export function ClosedPanel({ house }: { house: House }): JSX.Element {
  const { closed_at } = house.cafe;
  return (
    <div class="stack stack--wide">
      <div class="stack">
        <div>
          <p class="eyebrow">
            {closed_at === null ? t("Closed") : t("Closed at %(time)s", { time: timeOfDay(closed_at) })}
          </p>
          <h1 id="now">{t("The café is over")}</h1>
        </div>
        <p class="lead measure">
          {t(
            "All that people wrote, grouped and chose is in the report. You read every word of it. Everyone else reads only words that may be quoted.",
          )}
        </p>
        {cafe.report_link && (
          <div class="row">
            <ButtonLink look="do" href={cafe.report_link}>
              {t("Read the report")}
            </ButtonLink>
          </div>
        )}
      </div>
      <section aria-labelledby="what-next">
        <h2 id="what-next">{t("What comes next")}</h2>
        <ol class="afters">
          <LookStep />
          <WriteStep house={house} />
          <ShareStep />
          <BlueprintStep />
        </ol>
      </section>
      <ReopenLine house={house} />
    </div>
  );
}

interface AfterProps {
  title: string;
  text: string;
  /** How far it is, where that is known. */
  state?: string | undefined;
  /** What stands between the words and the ways on. */
  children?: ComponentChildren;
  /** The ways on. */
  links: ComponentChildren;
}

function After({ title, text, state, children, links }: AfterProps): JSX.Element {
  return (
    <li class="after">
      <div class="stack stack--tight">
        <h3>{title}</h3>
        <p class="measure">{text}</p>
        {children}
      </div>
      <div class="after-ways">
        {links}
        {state && <p class="small soft">{state}</p>}
      </div>
    </li>
  );
}

function LookStep(): JSX.Element {
  const [quotes, setQuotes] = useState<Quote[] | null>(null);
  useEffect(() => {
    // Without an answer nothing is said of how far it is; the page behind the link says what is wrong.
    fetchQuotes().then(setQuotes, () => setQuotes(null));
  }, []);
  return (
    <After
      title={t("Before it goes out")}
      text={t(
        "A program looks for names, places and numbers. What it finds reads vaguer for others, until you have looked.",
      )}
      state={quotes ? lookedWords(quotes) : undefined}
      links={
        <ButtonLink dense icon="find" href={CHECK}>
          {t("Look at what goes out")}
        </ButtonLink>
      }
    />
  );
}

function lookedWords(quotes: readonly Quote[]): string {
  const checks = new Map(all("desk:check").map((check) => [check.of, check]));
  const found = findings(quotes);
  const done = found.filter((one) => lookedAt(one, checks)).length;
  if (found.length === 0) return t("Nothing was found. Look through every quote once all the same.");
  return done === found.length
    ? t("All %(many)s looked at", { many: found.length })
    : t("%(done)s of %(many)s looked at", { done, many: found.length });
}

function WriteStep({ house }: { house: House }): JSX.Element {
  const { some, of, statements } = writtenIn(house.day);
  const said = [
    t("%(some)s of %(of)s places written", { some, of }),
    nt("%(n)s statement", "%(n)s statements", statements),
  ];
  return (
    <After
      title={t("Write what only people can say")}
      text={t(
        "The numbers and quotes are there. What they mean, and what follows from them, is yours to say.",
      )}
      state={said.join(" · ")}
      links={
        <ButtonLink dense icon="pen" href={REPORT}>
          {t("Write in the report")}
        </ButtonLink>
      }
    />
  );
}

function ShareStep(): JSX.Element {
  const report = cafe.report_link;
  return (
    <After
      title={t("Share it")}
      text={t("Whoever has one of these links can read, without an account. Nobody can write.")}
      links={
        <>
          <ButtonLink dense icon="find" href={`/w/${cafe.code}/report?as=readers`}>
            {t("See what everyone else reads")}
          </ButtonLink>
          <ButtonLink dense icon="people" href={`/w/${cafe.code}/next`}>
            {t("The page for participants, and a letter")}
          </ButtonLink>
        </>
      }
    >
      {report && (
        <>
          <HandoutLine
            name={t("Readers’ link")}
            hint={t("The report, as everyone else reads it.")}
            address={whole(report)}
          />
          <HandoutLine
            name={t("Page for participants")}
            hint={t("We asked, you said, we did, next: on one short page.")}
            address={whole(report.replace("/report/", "/next/"))}
          />
        </>
      )}
    </After>
  );
}

/** The address as others can open it: it begins as the join link does. */
function whole(path: string): string {
  return cafe.join_link.replace(/\/j\/[^/]*$/, "") + path;
}

function BlueprintStep(): JSX.Element {
  const read = cafe.report_link?.replace("/report/", "/blueprint/");
  return (
    <After
      title={t("Go on with the blueprint")}
      text={t("What you try, who sees to it, and how you will know. Issue a version whenever it is ready.")}
      state={blueprintWords()}
      links={
        <>
          <ButtonLink dense icon="pen" href={BLUEPRINT}>
            {t("Open the blueprint")}
          </ButtonLink>
          {read && (
            <ButtonLink dense look="quiet" href={read}>
              {t("Read the blueprint")}
            </ButtonLink>
          )}
        </>
      }
    />
  );
}

function blueprintWords(): string {
  const n = all("hall:experiment").filter(({ removed }) => !removed).length;
  const issued = one("hall:blueprint")?.issued.length ?? 0;
  if (n + issued === 0) return t("Nothing written yet");
  return [
    nt("%(n)s experiment or small change", "%(n)s experiments and small changes", n),
    issued > 0 ? t("version %(no)s issued", { no: issued }) : t("no version issued yet"),
  ].join(" · ");
}
