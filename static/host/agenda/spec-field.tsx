import type { JSX } from "preact";
import { Check } from "../../parts/check";
import { Field } from "../../parts/field";
import { KindName, kindClass } from "../../parts/kinds";
import { t } from "../../words";
import { fieldName } from "./check";
import { edit } from "./editing";
import { setField } from "./edits";
import { type AgendaDraft, chosen, type DraftStep, kindsIn, type Value, words } from "./model";
import type { Spec } from "./spec";

interface SpecProps {
  spec: Spec;
  step: DraftStep;
  draft: AgendaDraft;
  wrong: string | undefined;
}

/** One setting of a step, as the right kind of field. */
export function SpecField(props: SpecProps): JSX.Element {
  const { spec, step, draft } = props;
  const value = step.values[spec.name];
  const change = (next: Value) => edit(setField(draft, step.key, spec.name, next));
  if (spec.as === "flag") return <Check label={spec.label} checked={value === true} onChange={change} />;
  if (spec.as === "choice") return <ChoiceField {...props} spec={spec} onChange={change} />;
  if (spec.as === "rounds") return <RoundsField {...props} onChange={change} />;
  return <TypedField {...props} onChange={change} />;
}

interface ChangeProps extends SpecProps {
  onChange: (value: Value) => void;
}

function TypedField({ spec, step, wrong, onChange }: ChangeProps): JSX.Element {
  const value = String(step.values[spec.name] ?? "");
  const rows = ROWS[spec.as];
  const hint = spec.hint ?? (spec.as === "number" ? spec.empty : undefined);
  const shared = { id: fieldName(step, spec.name), label: spec.label, value, hint, wrong, onChange };
  return (
    <div data-wide={rows !== undefined || spec.as === "line" || undefined}>
      {spec.as === "number" ? (
        <Field {...shared} type="number" min={spec.min} max={spec.max} />
      ) : (
        <Field {...shared} rows={rows} />
      )}
      {spec.as === "kinds" && <Kinds kinds={kindsIn(value)} />}
    </div>
  );
}

const ROWS: Partial<Record<Spec["as"], number>> = { text: 3, lines: 4, entries: 4, pictures: 3 };

/** How the kinds will look at the tables. */
function Kinds({ kinds }: { kinds: readonly string[] }): JSX.Element {
  return (
    <p class="row agenda-kinds">
      {kinds.map((kind) => (
        <span key={kind} class={kindClass(kind)}>
          <KindName kind={kind} />
        </span>
      ))}
    </p>
  );
}

function ChoiceField({
  spec,
  step,
  onChange,
}: ChangeProps & { spec: Extract<Spec, { as: "choice" }> }): JSX.Element {
  const id = fieldName(step, spec.name);
  return (
    <div class="field">
      <label for={id}>{spec.label}</label>
      <select
        id={id}
        class="input"
        value={words(step.values[spec.name])}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {spec.options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}

/** The rounds before this step, by name. */
function RoundsField({ spec, step, draft, onChange }: ChangeProps): JSX.Element {
  const before = draft.steps.slice(0, draft.steps.indexOf(step));
  const rounds = before.filter((other) => other.activity === "story_round");
  const picked = chosen(step.values[spec.name]);
  return (
    <fieldset data-wide>
      <legend>
        {spec.label}
        <span class="hint">
          {rounds.length === 0 ? t("There is no round before this step yet.") : spec.hint}
        </span>
      </legend>
      {rounds.map((round) => (
        <Check
          key={round.key}
          label={words(round.values["title"])}
          checked={picked.includes(round.key)}
          onChange={(on) => onChange(on ? [...picked, round.key] : picked.filter((key) => key !== round.key))}
        />
      ))}
    </fieldset>
  );
}
