import type { JSX } from "preact";
import { cafe, one } from "../engine";
import { ButtonLink } from "../parts/button";
import { nt, t } from "../words";
import { me, placesOf } from "./on";

/** The café is closed: thanks, what becomes of it, and where it can be read. */
export function Ended(): JSX.Element {
  const who = me();
  const rounds = who ? new Set(placesOf(who).map(({ step }) => step)).size : 0;
  return (
    <div class="narrow stack stack--wide">
      <div>
        <p class="eyebrow" dir="auto">
          {one("hall:cafe")?.title ?? cafe.title}
        </p>
        <h1>{t("Thank you for being here")}</h1>
        <p class="lead">
          {rounds > 0
            ? nt(
                "You took part in %(n)s round, and what was said there is kept.",
                "You took part in %(n)s rounds, and what was said there is kept.",
                rounds,
              )
            : t("What was said here is kept.")}
        </p>
      </div>
      <section class="stack stack--tight" aria-labelledby="next">
        <h2 id="next">{t("What happens next")}</h2>
        <ul class="dotlist">
          <li>{t("The hosts go through the notes, the dots and the answers.")}</li>
          <li>
            {t("Words stand in the report only of people who said yes to it, and as they agreed to it.")}
          </li>
          <li>
            {t("You can change your mind about that, under “Help and worries” or on the report’s page.")}
          </li>
          <li>{t("If you want a note left out, tell a host.")}</li>
        </ul>
      </section>
      {cafe.report_link && (
        <div class="row">
          <ButtonLink look="do" href={cafe.report_link} icon="go">
            {t("Read the report")}
          </ButtonLink>
          <ButtonLink href={cafe.report_link.replace("/report/", "/next/")}>
            {t("What became of it, in short")}
          </ButtonLink>
        </div>
      )}
      <p class="soft">{t("You can close this page.")}</p>
    </div>
  );
}
