import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { afterDrawing } from "../../cafe/focus";
import { cafe } from "../../engine";
import { ButtonLink } from "../../parts/button";
import { Icon } from "../../parts/icons";
import { nt, t } from "../../words";
import type { House } from "../house";
import { PageEnd } from "../page-end";
import { DESK, reportLink } from "../pages";
import { listed } from "../words";
import { look } from "./evidence";
import { Passage } from "./passage";
import { saveAll } from "./pen";
import { isSlot, type Section, sectionsOf } from "./slots";
import { StatementList } from "./statement-list";
import { writers } from "./who";
import { writtenOf } from "./written";

interface PageProps {
  house: House;
  /** The section to begin at. */
  at: string;
}

/** What only people can say, in the order of the report. Several hosts may write at once. */
export function ReportPage({ house, at }: PageProps): JSX.Element {
  const begun = house.cafe.status !== "lobby";
  return (
    <main id="main" class="page wr" tabIndex={-1}>
      <Head begun={begun} />
      {begun && <Writing house={house} at={at} />}
      <PageEnd house={house} />
    </main>
  );
}

function Head({ begun }: { begun: boolean }): JSX.Element {
  return (
    <header class="stack stack--tight">
      <div class="split">
        <h1>{t("Write the report")}</h1>
        <ButtonLink dense icon="back" href={DESK}>
          {t("Back to the desk")}
        </ButtonLink>
      </div>
      <p class="lead measure">
        {begun
          ? t(
              "Numbers, quotes and themes stand in the report by themselves. Here you add what only people can say.",
            )
          : t("The report begins when the café does. Open the first step, then come back.")}
      </p>
      {begun && (
        <div class="row">
          <ButtonLink dense href={`/w/${cafe.code}/report`} target="_blank">
            {t("Look at the report as it is now")}
          </ButtonLink>
          <ButtonLink dense look="quiet" href={`/w/${cafe.code}/report?as=readers`} target="_blank">
            {t("As everyone else will read it")}
          </ButtonLink>
        </div>
      )}
      {begun && <Others />}
    </header>
  );
}

function Others(): JSX.Element | null {
  const names = writers();
  if (names.length === 0) return null;
  return (
    <p class="small">
      <Icon name="pen" />{" "}
      {names.length === 1
        ? t("%(names)s is writing in this report just now.", { names: listed(names) })
        : t("%(names)s are writing in this report just now.", { names: listed(names) })}
    </p>
  );
}

function Writing({ house, at }: PageProps): JSX.Element {
  const sections = sectionsOf(house.day);
  useEffect(() => {
    void look();
    // Whatever waits for a pause goes before this page does.
    addEventListener("pagehide", saveAll);
    return () => {
      removeEventListener("pagehide", saveAll);
      saveAll();
    };
  }, []);
  useEffect(() => {
    if (at) afterDrawing(() => goTo(at));
  }, [at]);
  return (
    <div class="wr-columns">
      <nav class="wr-toc" aria-labelledby="wr-toc">
        <h2 id="wr-toc">{t("In this report")}</h2>
        <ol>
          {sections.map((section) => (
            <li key={section.id}>
              <a href={reportLink(section.id)} onClick={() => goTo(section.id)}>
                {section.title}
                <span class="small soft">{writtenWords(section)}</span>
              </a>
            </li>
          ))}
        </ol>
      </nav>
      <div class="wr-main">
        {sections.map((section) => (
          <SectionOf key={section.id} section={section} />
        ))}
      </div>
    </div>
  );
}

function goTo(section: string): void {
  const head = document.getElementById(`wr-${section}`);
  head?.scrollIntoView();
  head?.focus();
}

function SectionOf({ section: { id, title, items } }: { section: Section }): JSX.Element {
  return (
    <section class="wr-section" aria-labelledby={`wr-${id}`}>
      <h2 id={`wr-${id}`} tabIndex={-1} dir="auto">
        {title}
      </h2>
      {items.map((item) =>
        isSlot(item) ? (
          <Passage key={item.part} slot={item} />
        ) : (
          <StatementList key={item.statements} kind={item.statements} />
        ),
      )}
      {id === "afterwards" && <PageForThem />}
    </section>
  );
}

/** What is written in a section, so that a host sees where there is still something to do. */
function writtenWords(section: Section): string {
  const { some, of, statements } = writtenOf(section);
  const said = of > 0 ? [t("%(some)s of %(n)s written", { some, n: of })] : [];
  if (of < section.items.length) said.push(nt("%(n)s statement", "%(n)s statements", statements));
  return said.join(", ");
}

/** What people get back, and a letter with its link. */
function PageForThem(): JSX.Element {
  return (
    <p class="row">
      <ButtonLink dense icon="people" href={`/w/${cafe.code}/next`} target="_blank">
        {t("Look at the page for participants, and send its link")}
      </ButtonLink>
    </p>
  );
}
