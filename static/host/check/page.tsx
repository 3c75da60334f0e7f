// Before words go out: what may show who somebody is, one thing after the other.
import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { focusSoon } from "../../cafe/focus";
import { all, cafe } from "../../engine";
import { Button, ButtonLink } from "../../parts/button";
import { Empty } from "../../parts/empty";
import { ErrorNote } from "../../parts/error-note";
import { Loading } from "../../parts/loading";
import { t } from "../../words";
import { Aftermath } from "../aftermath";
import { DeskLinks } from "../desk-links";
import type { House } from "../house";
import { Looking } from "./looking";
import { type Checks, fetchQuotes, findings, lookedAt, nextOpen, type Quote } from "./quotes";

export type Show = "found" | "all";

export function CheckPage({ house }: { house: House }): JSX.Element {
  const [quotes, setQuotes] = useState<Quote[] | null>(null);
  const [broken, setBroken] = useState(false);
  const fetchAgain = () => {
    setBroken(false);
    fetchQuotes().then(setQuotes, () => setBroken(true));
  };
  useEffect(fetchAgain, []);
  return (
    <main id="main" class="page stack" tabIndex={-1}>
      <header class="split step-head">
        <div>
          <p class="eyebrow">{t("Only hosts see this")}</p>
          <h1>{t("Before it goes out")}</h1>
        </div>
        <DeskLinks house={house} />
      </header>
      <p class="measure">
        {t(
          "A program looks for names, places and numbers in what people wrote. What it finds stands vaguer in everything that others read, until you have looked.",
        )}
      </p>
      {broken && <Broken onAgain={fetchAgain} />}
      {quotes === null && !broken && <Loading text={t("Looking through what people wrote…")} />}
      {quotes && <Lists quotes={quotes} onGone={fetchAgain} />}
      <Aftermath house={house} />
    </main>
  );
}

function Broken({ onAgain }: { onAgain: () => void }): JSX.Element {
  return (
    <ErrorNote title={t("The list could not be fetched")}>
      <p>{t("Nothing is lost: what was found stands vaguer meanwhile.")}</p>
      <Button onPress={onAgain}>{t("Try again")}</Button>
    </ErrorNote>
  );
}

function Lists({ quotes, onGone }: { quotes: readonly Quote[]; onGone: () => void }): JSX.Element {
  const show = useSignal<Show>("found");
  const checks: Checks = new Map(all("desk:check").map((check) => [check.of, check]));
  const choose = (next: Show) => () => {
    show.value = next;
  };
  return (
    <div class="stack">
      <div class="row">
        <Button dense pressed={show.value === "found"} onPress={choose("found")}>
          {t("What was found (%(n)s)", { n: findings(quotes).length })}
        </Button>
        <Button dense pressed={show.value === "all"} onPress={choose("all")}>
          {t("Every quote (%(n)s)", { n: quotes.length })}
        </Button>
        <Button dense onPress={onGone}>
          {t("Look again")}
        </Button>
      </div>
      <Queue
        key={`${show.value} ${findings(quotes).length}`}
        show={show.value}
        quotes={quotes}
        checks={checks}
        onGone={onGone}
      />
    </div>
  );
}

interface QueueProps {
  show: Show;
  quotes: readonly Quote[];
  checks: Checks;
  onGone: () => void;
}

function Queue({ show, quotes, checks, onGone }: QueueProps): JSX.Element {
  const found = findings(quotes);
  const [place, setPlace] = useState(() => Math.max(0, nextOpen(found, checks, 0)));
  const many = show === "found" ? found.length : quotes.length;
  if (many === 0) return <Nothing show={show} />;
  const at = Math.min(place, many - 1);
  const go = (to: number) => {
    setPlace((to + many) % many);
    focusSoon("looked-at");
  };
  const onward = () => {
    const next = show === "found" ? nextOpen(found, checks, at + 1) : at + 1;
    go(next < 0 || next === at ? at : next);
  };
  const one = show === "found" ? found[at] : undefined;
  const quote = one?.quote ?? (quotes[at] as Quote);
  return (
    <>
      <Progress done={doneIn(show, quotes, checks)} many={many} show={show} />
      <Looking
        key={`${quote.of} ${one?.found.at ?? ""}`}
        quote={quote}
        found={one?.found}
        checks={checks}
        count={t("%(no)s of %(all)s", { no: at + 1, all: many })}
        onGo={(step) => go(at + step)}
        onDone={onward}
        onGone={onGone}
      />
    </>
  );
}

function doneIn(show: Show, quotes: readonly Quote[], checks: Checks): number {
  if (show === "found") return findings(quotes).filter((one) => lookedAt(one, checks)).length;
  const passed = (quote: Quote) => checks.get(quote.of)?.mark === quote.mark && checks.get(quote.of)?.passed;
  return quotes.filter(passed).length;
}

function Progress({ done, many, show }: { done: number; many: number; show: Show }): JSX.Element {
  const words =
    show === "found"
      ? t("%(done)s of %(many)s looked at", { done, many })
      : t("%(done)s of %(many)s quotes checked", { done, many });
  return (
    <div class="check-progress" aria-live="polite">
      <p class="time">
        <b>{done === many ? t("All done: %(words)s.", { words }) : words}</b>
      </p>
      <progress max={many} value={done} aria-label={words} />
      {done === many && cafe.report_link && (
        <p>
          <ButtonLink dense href={`/w/${cafe.code}/report?as=readers`}>
            {t("See what everyone else reads")}
          </ButtonLink>
        </p>
      )}
    </div>
  );
}

function Nothing({ show }: { show: Show }): JSX.Element {
  if (show === "all")
    return (
      <Empty title={t("Nothing goes out yet")} text={t("Nobody has written anything that may be quoted.")} />
    );
  return (
    <Empty
      title={t("Nothing was found")}
      text={t(
        "No names, places or numbers that the program knows. It cannot find a nickname, or “the only man in our team”: look through every quote once.",
      )}
    />
  );
}
