import type { JSX } from "preact";
import { t } from "../words";
import { AgendaThread } from "./agenda-thread";
import { ChatLines } from "./chat-lines";
import { Foot } from "./foot";
import type { House } from "./house";
import { LobbyPanel } from "./lobby-panel";
import { NeedsYou } from "./needs-you";
import { NowPanel } from "./now-panel";
import { Overlays } from "./overlays";
import { PeopleSummary } from "./people-summary";
import { SayToAll } from "./say-to-all";
import { SeatingWords } from "./seating-words";
import { ShowPicture } from "./show-picture";
import { StepPanel } from "./step-panel";
import { Tables } from "./tables-panel";

interface DeskProps {
  house: House;
}

/** Agenda, what is on, what needs the host, and Next. */
export function Desk({ house }: DeskProps): JSX.Element {
  return (
    <main id="main" class="desk" tabIndex={-1}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and must do so by keyboard too */}
      <nav class="desk-agenda" aria-label={t("Agenda")} tabIndex={0}>
        <AgendaThread house={house} />
      </nav>
      <Middle house={house} />
      {house.cafe.status !== "closed" && <Side house={house} />}
      <Foot house={house} />
      <Overlays house={house} />
    </main>
  );
}

function Middle({ house }: DeskProps): JSX.Element {
  const { status } = house.cafe;
  return (
    <section class={status === "closed" ? "desk-mid desk-mid--wide" : "desk-mid"} aria-labelledby="now">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and must do so by keyboard too */}
      <div class="desk-scroll" tabIndex={0}>
        {status === "lobby" ? <LobbyPanel house={house} /> : <NowPanel house={house} />}
        <StepPanel house={house} />
        {status === "running" && <ShowPicture house={house} />}
        {house.seated && status === "running" && <Tables house={house} />}
      </div>
      {status !== "closed" && <SayToAll house={house} />}
    </section>
  );
}

function Side({ house }: DeskProps): JSX.Element {
  const { current } = house.day;
  const speaking = current?.settings.activity === "plenary" ? current.id : undefined;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and must do so by keyboard too */}
      <aside class="desk-side" aria-label={t("Needs you, and people")} tabIndex={0}>
        <NeedsYou house={house} />
        {speaking && <ChatLines step={speaking} />}
        <PeopleSummary house={house} />
        <SeatingWords house={house} />
      </aside>
    </>
  );
}
