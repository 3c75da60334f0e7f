import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { cafe } from "../engine";
import { announce } from "../parts/announce";
import { IconButton } from "../parts/icon-button";
import { Icon } from "../parts/icons";
import { t } from "../words";
import { type House, otherHosts } from "./house";
import { forgive, type Trouble } from "./perform";

interface TroubleProps {
  trouble: Trouble;
  house: House;
}

/** What did not work, calmly, until it has been read. */
export function TroubleBar({ trouble, house }: TroubleProps): JSX.Element {
  const words = troubleWords(trouble, house);
  useEffect(() => announce(words), [words]);
  return (
    <section class="undo" aria-label={t("What did not work")}>
      <Icon name="warning" />
      <p>{words}</p>
      <IconButton icon="close" label={t("Close")} onPress={forgive} />
    </section>
  );
}

/** Two hosts pressed at once: the other one was first, and nothing happened twice. */
function troubleWords({ code, message }: Trouble, house: House): string {
  if (code !== "moved-on") return message;
  const others = otherHosts(house, cafe.person);
  const name = others.length === 1 && others[0] ? others[0].name : t("Another host");
  const on = house.day.current?.settings.title;
  const who = t("%(name)s has moved on already.", { name });
  return on === undefined ? who : t("%(who)s “%(title)s” is on now.", { who, title: on });
}
