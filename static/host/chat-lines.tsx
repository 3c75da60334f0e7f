import type { JSX } from "preact";
import { all } from "../engine";
import { kindWord } from "../parts/kinds";
import { Menu } from "../parts/menu";
import type { Documents } from "../wire/documents";
import { t, timeOfDay } from "../words";
import { removeLine } from "./deeds";
import { perform } from "./perform";

/** As many as a host can follow at a glance; the newest first. */
const SHOWN = 12;

/** What people write while a table speaks; a line that hurts can be taken out. */
export function ChatLines({ step }: { step: string }): JSX.Element | null {
  const lines = all("hall:chat")
    .filter((line) => line.step === step)
    .sort((a, b) => b.at - a.at);
  if (lines.length === 0) return null;
  return (
    <section aria-labelledby="chat">
      <h2 id="chat">{t("Chat")}</h2>
      <ul class="desk-people">
        {lines.slice(0, SHOWN).map((line) => (
          <ChatLine key={line.id} line={line} />
        ))}
      </ul>
    </section>
  );
}

function ChatLine({ line }: { line: Documents["hall:chat"] }): JSX.Element {
  return (
    <li class="desk-person">
      <p>
        <span class="small soft">
          {kindWord(line.kind)} · {line.name ?? t("without a name")} · {timeOfDay(line.at)}
        </span>
        <br />
        <span dir="auto">{line.text}</span>
      </p>
      <Menu
        label={t("What to do with this line")}
        items={[
          {
            label: t("Take it out of the chat"),
            icon: "hide",
            stop: true,
            onChoose: () => perform(removeLine(line.id)),
          },
        ]}
      />
    </li>
  );
}
