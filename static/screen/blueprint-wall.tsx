import type { JSX } from "preact";
import { excerpt } from "../cafe/words";
import { all } from "../engine";
import type { Step } from "../host/day";
import { Icon } from "../parts/icons";
import type { ExperimentDoc } from "../wire/documents";
import { nt, t } from "../words";
import { Wall, WallClock } from "./wall";

/** As many as can be read from the back of a room. */
const SHOWN = 9;
/** Letters of an idea. */
const FAR = 90;

/** What the group writes together: each experiment, and how far it is. */
export function BlueprintWall({ step }: { step: Step }): JSX.Element {
  const standing = all("hall:experiment").filter(({ removed }) => !removed);
  const shown = [...standing].sort((a, b) => a.place - b.place || (a.id < b.id ? -1 : 1));
  const rest = shown.length - SHOWN;
  const ready = standing.filter(({ status }) => status !== "idea").length;
  return (
    <Wall
      step={promptOf(step)}
      title={step.settings.title}
      signs={
        standing.length > 0
          ? [t("%(ready)s of %(n)s ready or being tried", { ready, n: standing.length })]
          : []
      }
      clock={<WallClock step={step} />}
    >
      <ul class="wall-themes">
        {shown.slice(0, SHOWN).map((one) => (
          <Experiment key={one.id} one={one} />
        ))}
      </ul>
      {standing.length === 0 && <p class="wall-words">{t("Nothing here yet. What could we try?")}</p>}
      {rest > 0 && <p class="wall-step">{t("and %(n)s more", { n: rest })}</p>}
    </Wall>
  );
}

function promptOf({ settings }: Step): string {
  return (settings.activity === "blueprint" && settings.prompt) || t("What we try first");
}

function Experiment({ one }: { one: ExperimentDoc }): JSX.Element {
  const idea = one.fields["idea"]?.value;
  return (
    <li>
      <b dir="auto">{typeof idea === "string" && excerpt(idea, FAR)}</b>
      <span class="wall-reach wall-state">
        <Icon name={one.status === "idea" ? "warning" : "done"} />{" "}
        {[one.kind === "small-change" && t("Small change"), stateWords(one)].filter(Boolean).join(" · ")}
      </span>
    </li>
  );
}

function stateWords({ status, missing }: ExperimentDoc): string {
  if (status === "trying") return t("Being tried");
  if (status === "ready") return t("Ready to start");
  return nt("%(n)s thing is missing", "%(n)s things are missing", missing.length);
}
