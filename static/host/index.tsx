// The host's console.
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { catchFocus } from "../cafe/focus";
import { cafe } from "../engine";
import { useBeat } from "../parts/beat";
import { Loading } from "../parts/loading";
import { SkipLink } from "../parts/skip-link";
import { t } from "../words";
import { AgendaPage } from "./agenda/page";
import { BlueprintPage } from "./blueprint-page";
import { BoardPage } from "./board-page";
import { CheckPage } from "./check/page";
import { Desk } from "./desk";
import { DeskBar } from "./desk-bar";
import { type House, readHouse } from "./house";
import { type Page, usePage } from "./pages";
import { ReportPage } from "./report/page";

export function Host(): JSX.Element {
  useBeat(true);
  const house = readHouse();
  const page = usePage();
  useReadingOn(JSON.stringify(page));
  const lobby = house?.cafe.status === "lobby";
  const onDesk = page === "desk" || (page === "agenda" ? !lobby : page === "blueprint" && lobby);
  return (
    <div class={onDesk ? "host" : "host host--page"}>
      <SkipLink />
      <DeskBar house={house} />
      {house === undefined && (
        <main id="main" class="page" tabIndex={-1}>
          <h1>{cafe.title}</h1>
          <Loading text={t("Fetching the café…")} />
        </main>
      )}
      {house && <Shown house={house} page={onDesk ? "desk" : page} />}
    </div>
  );
}

/** After the way to another page, reading goes on at its main part. */
function useReadingOn(page: string): void {
  const before = useRef(page);
  useEffect(() => {
    if (before.current !== page) catchFocus();
    before.current = page;
  }, [page]);
}

function Shown({ house, page }: { house: House; page: Page }): JSX.Element {
  if (typeof page === "object" && "report" in page) return <ReportPage house={house} at={page.report} />;
  if (typeof page === "object") return <BoardPage key={page.board} house={house} id={page.board} />;
  if (page === "check") return <CheckPage house={house} />;
  if (page === "blueprint") return <BlueprintPage house={house} />;
  return page === "agenda" ? <AgendaPage /> : <Desk house={house} />;
}
