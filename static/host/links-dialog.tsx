import type { JSX } from "preact";
import { cafe } from "../engine";
import { grouped } from "../parts/code-field";
import { Dialog } from "../parts/dialog";
import { Qr } from "../parts/qr";
import { t } from "../words";
import { type Handout, HandoutLine } from "./handout";

function handouts(): Handout[] {
  const links = cafe.links ?? {};
  return [
    { name: t("Join link"), hint: t("For participants."), address: links["join"] ?? cafe.join_link },
    {
      name: t("Facilitator link"),
      hint: t("For the people who look after a table."),
      address: links["facilitator"],
    },
    {
      name: t("Co-host link"),
      hint: t("Whoever has it can do all that you can do."),
      address: links["host"],
    },
    {
      name: t("Screen link"),
      hint: t("For a projector or a shared window. Nothing private."),
      address: links["screen"],
    },
  ];
}

/** The links to hand out, each for other people. */
export function LinksDialog({ onClose }: { onClose: () => void }): JSX.Element {
  const svg = cafe.links?.["qr_svg"];
  return (
    <Dialog title={t("Links to hand out")} onClose={onClose}>
      <div class="stack">
        <p class="desk-code">
          <span class="small soft">{t("Code")}</span> <b>{grouped(cafe.code)}</b>
        </p>
        {svg && (
          <Qr svg={svg} label={t("QR code of the join link")} caption={t("Point a phone’s camera here.")} />
        )}
        {handouts().map((handout) => handout.address && <HandoutLine key={handout.name} {...handout} />)}
      </div>
    </Dialog>
  );
}
