import type { JSX } from "preact";
import { Button } from "../../parts/button";
import { Icon } from "../../parts/icons";
import { nt, t } from "../../words";
import { type Faults, faultsIn, fieldName } from "./check";
import { edit, takeOut } from "./editing";
import { shift } from "./edits";
import type { AgendaDraft, DraftStep } from "./model";
import { words } from "./model";
import { SpecField } from "./spec-field";
import { activityWord, specsOf } from "./specs";

interface StepProps {
  step: DraftStep;
  /** Counted from 0. */
  place: number;
  draft: AgendaDraft;
  faults: Faults;
  open: boolean;
  onToggle: () => void;
}

/** One step: what it is, where it stands, and, unfolded, all that can be set in it. */
export function StepRow(props: StepProps): JSX.Element {
  const { step, place, draft, faults, open, onToggle } = props;
  const title = words(step.values["title"]) || t("Without a title");
  const wrong = faultsIn(faults, step);
  return (
    <li class="agenda-step" data-open={open}>
      <div class="agenda-step-head">
        <button type="button" class="agenda-step-name" aria-expanded={open} onClick={onToggle}>
          <Icon name={open ? "down" : "go"} />
          <span>
            <b dir="auto">{t("%(n)s. %(title)s", { n: place + 1, title })}</b>
            <span class="small soft">{summary(step)}</span>
          </span>
        </button>
        {wrong > 0 && (
          <span class="small agenda-wrong">
            <Icon name="warning" />
            {nt("%(n)s field needs a look", "%(n)s fields need a look", wrong)}
          </span>
        )}
        <Movers step={step} place={place} draft={draft} title={title} />
      </div>
      {open && <StepFields step={step} draft={draft} faults={faults} />}
    </li>
  );
}

function summary(step: DraftStep): string {
  const minutes = words(step.values["minutes"]);
  return [activityWord(step.activity), t("%(minutes)s min", { minutes: minutes || "?" })].join(" · ");
}

interface MoverProps extends Pick<StepProps, "step" | "place" | "draft"> {
  title: string;
}

function Movers({ step, place, draft, title }: MoverProps): JSX.Element {
  const move = (by: -1 | 1, id: string) => () => {
    edit(shift(draft, step.key, by));
    // Moving a row about takes the focus off its button.
    requestAnimationFrame(() => document.getElementById(id)?.focus());
  };
  const [up, down] = [`${step.key} up`, `${step.key} down`];
  return (
    <div class="row agenda-movers">
      <Button
        id={up}
        dense
        label={t("Up: %(title)s", { title })}
        reason={place === 0 ? t("is first") : undefined}
        onPress={move(-1, up)}
      >
        {t("Up")}
      </Button>
      <Button
        id={down}
        dense
        label={t("Down: %(title)s", { title })}
        reason={place === draft.steps.length - 1 ? t("is last") : undefined}
        onPress={move(1, down)}
      >
        {t("Down")}
      </Button>
      <Button
        dense
        look="quiet"
        label={t("Take out: %(title)s", { title })}
        onPress={() => takeOut(draft, step)}
      >
        {t("Take out")}
      </Button>
    </div>
  );
}

function StepFields({ step, draft, faults }: Pick<StepProps, "step" | "draft" | "faults">): JSX.Element {
  return (
    <div class="agenda-fields">
      {specsOf(step.activity).map((spec) => (
        <SpecField
          key={spec.name}
          spec={spec}
          step={step}
          draft={draft}
          wrong={faults.get(fieldName(step, spec.name))}
        />
      ))}
    </div>
  );
}
