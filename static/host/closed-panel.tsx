import type { JSX } from "preact";
import { cafe } from "../engine";
import { ButtonLink } from "../parts/button";
import { t, timeOfDay } from "../words";
import type { House } from "./house";
import { BLUEPRINT, CHECK, REPORT } from "./pages";
import { ReopenLine } from "./reopen";

/** After the end: where what people said can be read. */
export function ClosedPanel({ house }: { house: House }): JSX.Element {
  const { closed_at } = house.cafe;
  const report = cafe.report_link;
  const blueprint = report?.replace("/report/", "/blueprint/");
  return (
    <div class="stack">
      <div>
        <p class="eyebrow">
          {closed_at === null ? t("Closed") : t("Closed at %(time)s", { time: timeOfDay(closed_at) })}
        </p>
        <h1 id="now">{t("The café is over")}</h1>
      </div>
      <p class="lead">{t("What people wrote, grouped and chose is in the report. Nothing was left out.")}</p>
      <div class="row">
        {report && (
          <ButtonLink look="do" href={report}>
            {t("Read the report")}
          </ButtonLink>
        )}
        <ButtonLink icon="find" href={CHECK}>
          {t("Look at what goes out")}
        </ButtonLink>
        <ButtonLink icon="pen" href={REPORT}>
          {t("Write in the report")}
        </ButtonLink>
        {blueprint && <ButtonLink href={blueprint}>{t("Read the blueprint")}</ButtonLink>}
        <ButtonLink icon="pen" href={BLUEPRINT}>
          {t("Go on with the blueprint")}
        </ButtonLink>
        <ButtonLink icon="people" href={`/w/${cafe.code}/next`}>
          {t("The page for participants")}
        </ButtonLink>
      </div>
      <ReopenLine house={house} />
    </div>
  );
}
