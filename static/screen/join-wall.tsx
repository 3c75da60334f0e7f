import type { JSX } from "preact";
import { cafe } from "../engine";
import type { Step } from "../host/day";
import { grouped } from "../parts/code-field";
import { Qr } from "../parts/qr";
import { t } from "../words";
import { hereWords } from "./people";
import { Wall, WallClock } from "./wall";

interface JoinProps {
  code: string;
  title: string;
  /** People are arriving already: its words and its clock. */
  step?: Step;
}

/** The doors are open: where to go, what to type, and who is here. */
export function JoinWall({ code, title, step }: JoinProps): JSX.Element {
  const svg = cafe.links?.qr_svg;
  const link = cafe.links?.join ?? cafe.join_link;
  return (
    <Wall
      step={title}
      title={step?.settings.title ?? t("Come in, take a seat")}
      signs={[hereWords(), t("Late is fine too")]}
      clock={step && <WallClock step={step} />}
    >
      <div class="wall-join">
        <ol>
          <li>
            {t("Go to")} <b>{siteOf(link)}</b>
          </li>
          <li>
            {t("Type this code")} <span class="wall-code">{grouped(code)}</span>
          </li>
          <li>{t("Choose what to be called. Any name will do.")}</li>
        </ol>
        {svg && <Qr svg={svg} label={t("QR code for joining")} caption={t("or point your camera here")} />}
      </div>
    </Wall>
  );
}

/** What people type: the site, where the code is asked for. */
function siteOf(link: string): string {
  try {
    return new URL(link, location.href).host;
  } catch {
    return link;
  }
}
