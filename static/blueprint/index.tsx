// The blueprint as a group writes it: for everyone who takes part, and for hosts. Loaded when it is needed.
import type { JSX } from "preact";
import { Fold } from "../cafe/fold";
import { all, send, waiting } from "../engine";
import { Button } from "../parts/button";
import { Empty } from "../parts/empty";
import { Say } from "../parts/say";
import { t } from "../words";
import { Add } from "./add";
import { Context } from "./context";
import { OneExperiment } from "./experiment";
import { ideaOf, standing } from "./experiments";
import type { Kind } from "./fields";
import { Needs } from "./needs";

interface BlueprintProps {
  /** Why this person may not write in it now; they read along. */
  reason?: string | undefined;
}

/** Experiments, and apart from them the small changes that need nobody else's leave. */
export function BlueprintSheet({ reason }: BlueprintProps): JSX.Element {
  const writes = reason === undefined;
  return (
    <div class="stack stack--wide">
      {reason !== undefined && <ReadAlong reason={reason} />}
      <Needs />
      <Context writes={writes} />
      <Part
        kind="experiment"
        title={t("Experiments")}
        lead={t("Each is small enough to try, can be stopped, and says how we would know.")}
        none={t("Take up an idea that a table chose, or write one sentence of your own.")}
        writes={writes}
      />
      <Part
        kind="small-change"
        title={t("Small changes")}
        lead={t("Within our own power, possible now, and no national rule has to change.")}
        none={t("What could we simply do from next week on?")}
        writes={writes}
      />
      {writes && <TakenOut />}
    </div>
  );
}

function ReadAlong({ reason }: { reason: string }): JSX.Element {
  return (
    <Say icon="lock" level={2} title={t("You read along")}>
      <p class="small">{reason}</p>
    </Say>
  );
}

interface PartProps {
  kind: Kind;
  title: string;
  lead: string;
  none: string;
  writes: boolean;
}

function Part({ kind, title, lead, none, writes }: PartProps): JSX.Element {
  const found = standing(kind);
  return (
    <section class="stack" aria-labelledby={`bp-${kind}`}>
      <div>
        <h2 id={`bp-${kind}`}>{title}</h2>
        <p class="soft measure">{lead}</p>
      </div>
      {found.length === 0 && (
        <Empty
          level={3}
          title={t("Nothing here yet")}
          text={writes ? none : t("Nobody has written one yet.")}
        />
      )}
      {found.length > 0 && (
        <ol class="exs">
          {found.map((one) => (
            <OneExperiment key={one.id} one={one} writes={writes} />
          ))}
        </ol>
      )}
      <OnTheirWay kind={kind} />
      {writes && <Add kind={kind} />}
    </section>
  );
}

/** What this person has added and the server has not recorded yet. */
function OnTheirWay({ kind }: { kind: Kind }): JSX.Element {
  const ideas = waiting.value.flatMap(({ id, command }) =>
    command.type === "experiment.add" && command.kind === kind ? [{ id, idea: command.idea }] : [],
  );
  return (
    <>
      {ideas.map(({ id, idea }) => (
        <p key={id} class="small soft" dir="auto">
          {t("“%(idea)s” waits to be sent.", { idea })}
        </p>
      ))}
    </>
  );
}

function TakenOut(): JSX.Element | null {
  const out = all("hall:experiment").filter(({ removed }) => removed);
  if (out.length === 0) return null;
  return (
    <Fold title={t("Taken out")} count={String(out.length)}>
      <ul class="dotlist">
        {out.map((one) => (
          <li key={one.id}>
            <span dir="auto">{ideaOf(one)}</span>{" "}
            <Button
              dense
              look="quiet"
              icon="undo"
              label={t("Put it back: %(idea)s", { idea: ideaOf(one) })}
              onPress={() => send("experiment.remove", { experiment: one.id, on: false })}
            >
              {t("Put it back")}
            </Button>
          </li>
        ))}
      </ul>
    </Fold>
  );
}
