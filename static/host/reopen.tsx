import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { Button } from "../parts/button";
import { numerals } from "../parts/clock";
import { Dialog } from "../parts/dialog";
import { t } from "../words";
import { isLive, reopenable, type Step } from "./day";
import type { House } from "./house";
import { offlineReason } from "./offline";
import { issue } from "./perform";

/** The way back to the step that has just closed, for as long as there is one. */
export function ReopenLine({ house }: { house: House }): JSX.Element | null {
  const asking = useSignal(false);
  const step = reopenable(house.day, house.now);
  if (step === undefined) return null;
  const left = numerals((step.reopen_until ?? 0) - house.now);
  return (
    <div class="desk-reopen row">
      <Button
        dense
        look="quiet"
        icon="back"
        reason={offlineReason()}
        onPress={() => {
          asking.value = true;
        }}
      >
        {t("Open “%(title)s” again", { title: step.settings.title })}
      </Button>
      <span class="small soft count">{t("possible for %(time)s", { time: left })}</span>
      {asking.value && (
        <ReopenDialog
          step={step}
          house={house}
          onClose={() => {
            asking.value = false;
          }}
        />
      )}
    </div>
  );
}

interface ReopenProps {
  step: Step;
  house: House;
  onClose: () => void;
}

function ReopenDialog({ step, house, onClose }: ReopenProps): JSX.Element {
  const { current } = house.day;
  const instead = isLive(current) && current?.id !== step.id ? current : undefined;
  const reopen = () => {
    onClose();
    issue({ type: "step.reopen", fields: { step: step.id } });
  };
  return (
    <Dialog title={t("Open “%(title)s” again?", { title: step.settings.title })} onClose={onClose}>
      <ul class="dotlist">
        <li>{t("Everyone goes back to the same seats.")}</li>
        <li>{t("The clock goes on from what was left.")}</li>
        {instead && <li>{t("“%(title)s” is planned again.", { title: instead.settings.title })}</li>}
      </ul>
      <div class="stack stack--tight desk-choices">
        <Button look="do" wide reason={offlineReason()} onPress={reopen}>
          {t("Open it again")}
        </Button>
        <Button wide onPress={onClose}>
          {t("Leave it as it is")}
        </Button>
      </div>
    </Dialog>
  );
}
