import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { all, waiting } from "../engine";
import { Button } from "../parts/button";
import { Icon } from "../parts/icons";
import { t } from "../words";
import { CloseDialog } from "./close-dialog";
import { endNow } from "./closing-band";
import { type House, inLobby, participantsHere } from "./house";
import { type NextView, nextView } from "./next";
import { offlineReason } from "./offline";
import { issue } from "./perform";

/** The one big button, and what it will do. */
export function NextBar({ house }: { house: House }): JSX.Element {
  const closing = useSignal(false);
  const view = viewOf(house);
  const press = () => {
    if (view.press === "close") closing.value = true;
    else go(view, house);
  };
  return (
    <>
      <div class="table desk-next">
        <NextWords view={view} />
        <Button
          look="next"
          describedBy={view.warnings.length > 0 ? "next-words next-warn" : "next-words"}
          reason={offlineReason()}
          busy={onItsWay() ? t("Moving on") : undefined}
          onPress={press}
        >
          {view.button}
        </Button>
      </div>
      {closing.value && (
        <CloseDialog
          view={view}
          onClose={() => {
            closing.value = false;
          }}
        />
      )}
    </>
  );
}

function NextWords({ view }: { view: NextView }): JSX.Element {
  return (
    <div>
      <p class="eyebrow">{t("Next, when you say so")}</p>
      <p class="lead" id="next-words">
        <b dir="auto">{t("%(title)s.", { title: view.title })}</b> {view.does}
      </p>
      {view.warnings.length > 0 && (
        <p class="small desk-warn" id="next-warn">
          <Icon name="warning" /> {view.warnings.join(" ")}
        </p>
      )}
    </div>
  );
}

function viewOf(house: House): NextView {
  const { cafe, day, now, views } = house;
  return nextView({
    day,
    now,
    views,
    status: cafe.status,
    size: cafe.table_size,
    call: cafe.times.closing_call ?? 0,
    present: participantsHere(house).length,
    lobby: inLobby(house).length,
    themes: all("wall:theme").length,
  });
}

const MOVES: readonly string[] = ["step.next", "step.end", "workshop.close"];

/** One press is enough: until the server has answered, the button says so. */
function onItsWay(): boolean {
  return waiting.value.some((outgoing) => MOVES.includes(outgoing.type));
}

/** `after` is the step this host sees: a second press, or another host's, moves nothing. */
function go(view: NextView, { cafe, day }: House): void {
  const { current } = day;
  if (current?.phase === "closing") endNow(current);
  else if (view.press === "next") issue({ type: "step.next", fields: { after: cafe.current, call: true } });
}
