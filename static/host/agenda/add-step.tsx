import type { JSX } from "preact";
import { Menu } from "../../parts/menu";
import { t } from "../../words";
import type { Activity } from "../day";
import { edit } from "./editing";
import { insert } from "./edits";
import { type AgendaDraft, type DraftStep, newStep } from "./model";
import { ACTIVITIES, activityWord } from "./specs";

interface AddProps {
  draft: AgendaDraft;
  /** The step that is unfolded: the new one goes behind it. */
  after: DraftStep | undefined;
  onAdded: (key: string) => void;
}

/** A new step of any kind, behind the one that is open, or at the end. */
export function AddStep({ draft, after, onAdded }: AddProps): JSX.Element {
  const at = after === undefined ? draft.steps.length : draft.steps.indexOf(after) + 1;
  const title = String(after?.values["title"] ?? "");
  const label = after === undefined ? t("Add a step") : t("Add a step after “%(title)s”", { title });
  const add = (activity: Activity) => {
    const step = newStep(activity, activityWord(activity));
    edit(insert(draft, step, at));
    onAdded(step.key);
  };
  const activities = Object.keys(ACTIVITIES) as Activity[];
  const items = activities.map((activity) => ({
    label: activityWord(activity),
    onChoose: () => add(activity),
  }));
  return <Menu label={label} text={label} icon="plus" items={items} />;
}
