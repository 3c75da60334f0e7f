import type { JSX } from "preact";
import { Icon } from "../parts/icons";
import { nt, t } from "../words";
import { type Experiment, standing } from "./experiments";
import { needWord } from "./fields";

/** How far all of it is, in short: what is tried, what is ready, and what keeps the others. */
export function Needs(): JSX.Element | null {
  const all = standing();
  if (all.length === 0) return null;
  const [trying, ready] = [count(all, "trying"), count(all, "ready")];
  return (
    <section class="well bp-next" aria-labelledby="bp-next">
      <h2 id="bp-next">{trying + ready > 0 ? t("Where we are") : t("Before the first can start")}</h2>
      <ul class="stack stack--close">
        {trying > 0 && <Line sign="done">{nt("%(n)s is being tried", "%(n)s are being tried", trying)}</Line>}
        {ready > 0 && <Line sign="done">{nt("%(n)s is ready", "%(n)s are ready", ready)}</Line>}
        {lacking(all).map(([name, n]) => (
          <Line key={name} sign="warning">
            {nt("%(n)s needs %(what)s", "%(n)s need %(what)s", n, { what: needWord(name) })}
          </Line>
        ))}
      </ul>
    </section>
  );
}

function count(all: readonly Experiment[], status: Experiment["status"]): number {
  return all.filter((one) => one.status === status).length;
}

/** What is missing, and of how many; in the order in which it is asked for. */
function lacking(all: readonly Experiment[]): [name: string, n: number][] {
  const found = new Map<string, number>();
  for (const name of all.flatMap(({ missing }) => missing)) found.set(name, (found.get(name) ?? 0) + 1);
  return [...found];
}

function Line({ sign, children }: { sign: "done" | "warning"; children: string }): JSX.Element {
  return (
    <li>
      <Icon name={sign} /> {children}
    </li>
  );
}
