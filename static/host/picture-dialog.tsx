import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { one } from "../engine";
import { Button } from "../parts/button";
import { Dialog } from "../parts/dialog";
import { shapeHere } from "../pictures/live";
import { Picture } from "../pictures/picture";
import { t } from "../words";
import { showPicture } from "./deeds";
import type { House } from "./house";
import { offlineReason } from "./offline";
import { perform } from "./perform";
import { type Choice, choicesOf } from "./pictures";

interface PictureDialogProps {
  house: House;
  onClose: () => void;
}

/** Choose a picture, look at it, and only then show it to everyone. */
export function PictureDialog({ house, onClose }: PictureDialogProps): JSX.Element {
  const chosen = useSignal<Choice | null>(null);
  const choices = choicesOf(house);
  const now = choices.find((choice) => same(choice, chosen.value)) ?? choices[0];
  return (
    <Dialog title={t("Show a picture on the screen")} onClose={onClose}>
      <fieldset class="picture-choices">
        <legend class="only-read">{t("Which picture")}</legend>
        {choices.map((choice) => (
          <Button
            key={`${choice.picture}/${choice.of}`}
            dense
            pressed={same(choice, now ?? null)}
            onPress={() => {
              chosen.value = choice;
            }}
          >
            {choice.words}
          </Button>
        ))}
      </fieldset>
      {now && <Preview choice={now} onClose={onClose} />}
    </Dialog>
  );
}

function Preview({ choice, onClose }: { choice: Choice; onClose: () => void }): JSX.Element {
  const showing = one("hall:showing") ?? null;
  const show = () => {
    onClose();
    void perform(showPicture(choice, showing));
  };
  return (
    <>
      <p class="small soft">{t("Only you see this until you show it.")}</p>
      <div class="row">
        <Button look="do" icon="projector" reason={offlineReason()} onPress={show}>
          {t("Show it on the screen")}
        </Button>
      </div>
      <Picture picture={choice.picture} of={choice.of} shape={shapeHere()} />
    </>
  );
}

function same(one: Choice, other: Choice | null): boolean {
  return other !== null && one.picture === other.picture && one.of === other.of;
}
