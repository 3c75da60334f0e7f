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
import { usePage } from "./pages";

export function Host(): JSX.Element {
  useBeat(true);
  const house = readHouse();
  const page = usePage();
  const editing = page === "agenda" && house?.cafe.status === "lobby";
  const board = typeof page === "object" ? page.board : undefined;
  return (
    <div class={editing || board ? "host host--page" : "host"}>
      <SkipLink />
      <DeskBar house={house} />
      {house === undefined && (
        <main id="main" class="page" tabIndex={-1}>
          <h1>{cafe.title}</h1>
          <Loading text={t("Fetching the café…")} />
        </main>
      )}
      {house && <Page house={house} editing={editing} board={board} />}
    </div>
  );
}

interface PageProps {
  house: House;
  editing: boolean;
  board: string | undefined;
}

function Page({ house, editing, board }: PageProps): JSX.Element {
  if (board !== undefined) return <BoardPage key={board} house={house} id={board} />;
  return editing ? <AgendaPage /> : <Desk house={house} />;
}
