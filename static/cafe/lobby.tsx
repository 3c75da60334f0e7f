import type { JSX } from "preact";
import { cafe, one } from "../engine";
import { t } from "../words";
import { Agenda } from "./agenda";
import { Tryout } from "./arrival";
import { me, steps } from "./on";
import { listed } from "./words";

/** Before it begins: what this is, who runs it, what happens today, and something to try out. */
export function Lobby(): JSX.Element {
  const doc = one("hall:cafe");
  const first = steps()[0];
  return (
    <div class="lobby">
      <div class="stack stack--wide">
        <div>
          <p class="eyebrow">{t("Welcome, %(name)s", { name: me()?.name ?? "" })}</p>
          <h1 dir="auto">{doc?.title ?? cafe.title}</h1>
          {doc?.purpose && (
            <p class="lead measure" dir="auto">
              {doc.purpose}
            </p>
          )}
        </div>
        <WhatNow />
        {first?.settings.activity === "arrival" && first.settings.tryout !== false && <Tryout />}
      </div>
      <Agenda />
    </div>
  );
}

function WhatNow(): JSX.Element {
  const contacts = one("hall:cafe")?.contacts ?? [];
  return (
    <div class="stack stack--tight">
      <p class="firm">{t("The host opens the café soon. You need not do anything.")}</p>
      {contacts.length > 0 && (
        <p>
          {t("%(names)s can help you. Find them behind “Help and worries”.", {
            names: listed(contacts.map(({ name }) => name)),
          })}
        </p>
      )}
    </div>
  );
}
