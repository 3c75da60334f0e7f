import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { blueprints, useBlueprints } from "../cafe/later";
import { followToo, one } from "../engine";
import { Loading } from "../parts/loading";
import { t } from "../words";
import { Coverage } from "./blueprint-coverage";
import { Versions } from "./blueprint-versions";
import { DeskLinks } from "./desk-links";
import type { House } from "./house";
import { PageEnd } from "./page-end";

/** The blueprint as large as the screen: with the group while its step is on, and alone before and afterwards. */
export function BlueprintPage({ house }: { house: House }): JSX.Element {
  useBlueprints(true);
  const Sheet = blueprints.value?.BlueprintSheet;
  const doc = one("hall:blueprint");
  const walls = house.day.steps.filter(({ settings }) => settings.activity === "themes").map(({ id }) => id);
  useEffect(() => {
    const leave = walls.map((id) => followToo(`wall/${id}`));
    return () => {
      for (const each of leave) each();
    };
  }, [walls.join()]);
  return (
    <main id="main" class="page stack stack--wide" tabIndex={-1}>
      <header class="split step-head">
        <div>
          <p class="eyebrow">{whoWrites(doc?.writers)}</p>
          <h1>{t("The blueprint")}</h1>
        </div>
        <DeskLinks house={house} />
      </header>
      {doc && <Versions doc={doc} />}
      {Sheet && doc ? <Sheet /> : <Loading text={t("Fetching the blueprint…")} />}
      {doc && <Coverage doc={doc} />}
      <PageEnd house={house} />
    </main>
  );
}

function whoWrites(writers: "everyone" | "facilitators" | "hosts" | undefined): string {
  if (writers === "everyone") return t("Everyone writes in it now");
  if (writers === "facilitators") return t("Facilitators and hosts write in it now");
  return t("Only hosts write in it now");
}
