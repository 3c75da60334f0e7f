import type { JSX } from "preact";
import { one } from "../engine";
import { Mini, MiniKey } from "../parts/mini";
import { t } from "../words";
import type { Step } from "./day";
import type { House } from "./house";
import { alertOf, captionOf } from "./minis";
import { open } from "./opened";
import type { TableView } from "./tables";

/** All tables at a glance; pressing one opens it. */
export function Tables({ house }: { house: House }): JSX.Element {
  return (
    <section aria-label={t("Tables")}>
      <ul class="minis">
        {house.views.map((view) => (
          <li key={view.no}>
            <TableMini view={view} house={house} />
          </li>
        ))}
      </ul>
      <MiniKey />
    </section>
  );
}

function votesAt(step: Step | undefined) {
  return step ? (one("desk:votes", step.id)?.tables ?? []) : [];
}

function TableMini({ view, house }: { view: TableView; house: House }): JSX.Element {
  const { current } = house.day;
  return (
    <Mini
      no={view.no}
      here={view.here.length}
      held={view.held.length}
      free={view.free}
      lead={view.lead && (view.leadAway === undefined ? "here" : "away")}
      caption={captionOf(view, current, votesAt(current), house.now)}
      alert={alertOf(view, current, house.now)}
      onOpen={() => open({ what: "table", no: view.no })}
    />
  );
}
