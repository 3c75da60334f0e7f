import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { backToField } from "../../cafe/focus";
import { link, now } from "../../engine";
import { announce } from "../../parts/announce";
import { Button } from "../../parts/button";
import { Icon } from "../../parts/icons";
import { Say } from "../../parts/say";
import { t } from "../../words";
import type { Standing } from "./pen";
import { savedAt } from "./texts";
import { writerAt } from "./who";

interface StandingProps {
  standing: Standing;
  /** Who wrote what stands there, and when. */
  by: string;
  at: number;
  /** Of the place: who else is writing in it is said. */
  place: string;
}

/** Whether these words are safe, whose they are, and who else writes here. */
export function StandingLine({ standing, by, at, place }: StandingProps): JSX.Element {
  const writer = writerAt(place);
  return (
    <span class="wr-standing small">
      {writer !== undefined && (
        <span class="chip chip--now">
          <Icon name="pen" />
          {t("%(name)s is writing here", { name: writer })}
        </span>
      )}
      <span class="soft">{standingWords(standing, by, at)}</span>
    </span>
  );
}

function standingWords(standing: Standing, by: string, at: number): string {
  if (standing === "saved") return t("Saved. %(name)s, %(time)s", { name: by, time: savedAt(at, now()) });
  if (standing === "saving") return t("Saving…");
  if (standing === "overtaken" || standing === "wrong") return t("Not saved. Kept on this device");
  if (standing === "empty") return t("Nothing written yet");
  return link.value === "connected"
    ? t("Saved when you pause")
    : t("Not sent yet. Kept on this device, and sent when the line is back");
}

interface OvertakenProps {
  name: string;
  theirs: JSX.Element;
  mine: JSX.Element;
  onTheirs: () => void;
  onMine: () => void;
}

/** Two have written at the same time: nothing is lost, and this host chooses. */
export function Overtaken({ name, theirs, mine, onTheirs, onMine }: OvertakenProps): JSX.Element {
  const [both, setBoth] = useState(false);
  const title = t("%(name)s has written here meanwhile", { name: name || t("Another host") });
  useEffect(() => announce(title), [title]);
  return (
    <Say icon="people" now level={4} title={title}>
      <p class="small">{t("Your words are still here, and not saved. Which shall stay?")}</p>
      <div class="row">
        <Button dense onPress={() => choose(onTheirs)}>
          {t("Take theirs")}
        </Button>
        <Button dense onPress={() => choose(onMine)}>
          {t("Keep mine")}
        </Button>
        <Button dense look="quiet" expanded={both} onPress={() => setBoth(!both)}>
          {t("See both")}
        </Button>
      </div>
      {both && (
        <div class="wr-both">
          <div>
            <p class="eyebrow">{t("Theirs")}</p>
            {theirs}
          </div>
          <div>
            <p class="eyebrow">{t("Yours")}</p>
            {mine}
          </div>
        </div>
      )}
    </Say>
  );
}

function choose(act: () => void): void {
  backToField();
  act();
}
