import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { one } from "../engine";
import { Button } from "../parts/button";
import { nameOf } from "../pictures/names";
import { t } from "../words";
import { showPicture } from "./deeds";
import type { House } from "./house";
import { offlineReason } from "./offline";
import { perform } from "./perform";
import { PictureDialog } from "./picture-dialog";

/** What the screens show besides the step: a picture that the host chose, or the way to choose one. */
export function ShowPicture({ house }: { house: House }): JSX.Element {
  const choosing = useSignal(false);
  const showing = one("hall:showing");
  return (
    <section class="row desk-picture" aria-label={t("Picture on the screen")}>
      {showing && <p>{t("On the screen: %(picture)s", { picture: nameOf(showing.picture) })}</p>}
      {showing && (
        <Button dense reason={offlineReason()} onPress={() => perform(showPicture(null, showing))}>
          {t("Put it away")}
        </Button>
      )}
      <Button
        dense
        icon="projector"
        onPress={() => {
          choosing.value = true;
        }}
      >
        {showing ? t("Show another picture") : t("Show a picture on the screen")}
      </Button>
      {choosing.value && (
        <PictureDialog
          house={house}
          onClose={() => {
            choosing.value = false;
          }}
        />
      )}
    </section>
  );
}
