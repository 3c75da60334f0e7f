import type { JSX } from "preact";
import { Icon } from "../parts/icons";
import { t } from "../words";
import { type Experiment, shown, written } from "./experiments";
import { needWord, type Spec, specsOf } from "./fields";

/** What stands, to read; and what is missing, by a sign and in words. */
export function Facts({ one }: { one: Experiment }): JSX.Element {
  const specs = specsOf(one.kind).filter(({ name }) => name !== "idea");
  const told = specs.filter((spec) => isMissing(one, spec) || words(one, spec) !== "");
  return (
    <dl class="ex-facts">
      {told.map((spec) => (
        <Fact key={spec.name} one={one} spec={spec} />
      ))}
    </dl>
  );
}

function words(one: Experiment, spec: Spec): string {
  return shown(written(one, spec.name).value, spec);
}

function isMissing(one: Experiment, { name }: Spec): boolean {
  return one.missing.includes(name);
}

function Fact({ one, spec }: { one: Experiment; spec: Spec }): JSX.Element {
  const said = words(one, spec);
  return (
    <div>
      <dt>{spec.label}</dt>
      {said && <dd dir="auto">{said}</dd>}
      {isMissing(one, spec) && (
        <dd>
          <span class="ex-miss">
            <Icon name="warning" />
            {t("needs %(what)s", { what: needWord(spec.name) })}
          </span>
        </dd>
      )}
    </div>
  );
}
