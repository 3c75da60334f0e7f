// The host's console.
import type { JSX } from "preact";
import { cafe } from "../engine";
import { useBeat } from "../parts/beat";
import { Loading } from "../parts/loading";
import { SkipLink } from "../parts/skip-link";
import { t } from "../words";
import { AgendaPage } from "./agenda/page";
import { BoardPage } from "./board-page";
import { Desk } from "./desk";
import { DeskBar } from "./desk-bar";
import { type House, readHouse } from "./house";
import { type Page as PageName, usePage } from "./pages";
import { ReportPage } from "./report/page";

export function Host(): JSX.Element {
  useBeat(true);
  const house = readHouse();
  const page = usePage();
  const editing = page === "agenda" && house?.cafe.status === "lobby";
  const whole = editing || typeof page === "object";
  return (
    <div class={whole ? "host host--page" : "host"}>
      <SkipLink />
      <DeskBar house={house} />
      {house === undefined && (
        <main id="main" class="page" tabIndex={-1}>
          <h1>{cafe.title}</h1>
          <Loading text={t("Fetching the café…")} />
        </main>
      )}
      {house && <Page house={house} editing={editing} page={page} />}
    </div>
  );
}

interface PageProps {
  house: House;
  editing: boolean;
  page: PageName;
}

function Page({ house, editing, page }: PageProps): JSX.Element {
  if (typeof page === "object" && "board" in page)
    return <BoardPage key={page.board} house={house} id={page.board} />;
  if (typeof page === "object") return <ReportPage house={house} at={page.report} />;
  return editing ? <AgendaPage /> : <Desk house={house} />;
}
