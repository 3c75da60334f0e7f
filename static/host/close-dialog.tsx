import type { JSX } from "preact";
import { Button } from "../parts/button";
import { Dialog } from "../parts/dialog";
import { t } from "../words";
import type { NextView } from "./next";
import { offlineReason } from "./offline";
import { issue } from "./perform";

interface CloseProps {
  view: NextView;
  onClose: () => void;
}

/** The last button of the day asks once more. */
export function CloseDialog({ view, onClose }: CloseProps): JSX.Element {
  const close = () => {
    onClose();
    issue({ type: "workshop.close", fields: {} });
  };
  return (
    <Dialog title={t("Close the café?")} onClose={onClose}>
      <ul class="dotlist">
        <li>{view.does}</li>
        <li>{t("Nobody can join or write any more.")}</li>
        {view.warnings.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      <div class="stack stack--tight desk-choices">
        <Button wide onPress={onClose}>
          {t("Stay open")}
        </Button>
        <Button look="stop" wide reason={offlineReason()} onPress={close}>
          {t("Close it and make the report")}
        </Button>
      </div>
    </Dialog>
  );
}
