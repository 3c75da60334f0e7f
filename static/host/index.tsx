// The host's console.
import type { JSX } from "preact";
import { cafe } from "../engine";
import { useBeat } from "../parts/beat";
import { Loading } from "../parts/loading";
import { SkipLink } from "../parts/skip-link";
import { t } from "../words";
import { AgendaPage } from "./agenda/page";
import { Desk } from "./desk";
import { DeskBar } from "./desk-bar";
import { readHouse } from "./house";
import { usePage } from "./pages";

export function Host(): JSX.Element {
  useBeat(true);
  const house = readHouse();
  const editing = usePage() === "agenda" && house?.cafe.status === "lobby";
  return (
    <div class={editing ? "host host--page" : "host"}>
      <SkipLink />
      <DeskBar house={house} />
      {house === undefined && (
        <main id="main" class="page" tabIndex={-1}>
          <h1>{cafe.title}</h1>
          <Loading text={t("Fetching the café…")} />
        </main>
      )}
      {house && (editing ? <AgendaPage /> : <Desk house={house} />)}
    </div>
  );
}
