import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { Button } from "../parts/button";
import { Knot, Thread } from "../parts/thread";
import { nt, t } from "../words";
import { firstPlan, inOrder, type PlanEntry } from "./data";

interface NewProps {
  plans: readonly PlanEntry[];
  csrf: string;
}

/** A new café from a plan, or one to practise with: two plain forms about the same plan. */
export function NewCafe({ plans, csrf }: NewProps): JSX.Element {
  const chosen = useSignal(firstPlan(plans)?.id ?? "");
  const plan = plans.find((other) => other.id === chosen.value);
  return (
    <section aria-labelledby="new" class="stack">
      <h2 id="new">{t("A new café")}</h2>
      <PlanPicker plans={inOrder(plans)} chosen={chosen} />
      {plan && (
        <div class="home-new-parts">
          <div class="stack">
            <OpenForm plan={plan} csrf={csrf} />
            <PracticeForm plan={plan} csrf={csrf} />
          </div>
          <Preview plan={plan} />
        </div>
      )}
    </section>
  );
}

interface PickerProps {
  plans: readonly PlanEntry[];
  chosen: { value: string };
}

function PlanPicker({ plans, chosen }: PickerProps): JSX.Element {
  return (
    <fieldset class="home-plans">
      <legend>{t("Which plan?")}</legend>
      {plans.map((plan) => (
        <label key={plan.id} class="check">
          <input
            type="radio"
            name="chosen-plan"
            checked={plan.id === chosen.value}
            onChange={() => {
              chosen.value = plan.id;
            }}
          />
          <span>
            <b>{plan.name}</b>
            <span class="hint">
              {plan.purpose} · {nt("%(n)s minute", "%(n)s minutes", plan.minutes)}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** The agenda of a plan. It can be changed until the café starts. */
function Preview({ plan }: { plan: PlanEntry }): JSX.Element {
  return (
    <details class="home-preview" open>
      <summary>{t("Its agenda")}</summary>
      <Thread label={t("Agenda of %(name)s", { name: plan.name })}>
        {plan.steps.map((step, at) => (
          <Knot key={`${at} ${step.title}`} at="next" silent>
            <b class="firm">{step.title}</b>{" "}
            <span class="small soft count">{nt("%(n)s min", "%(n)s min", step.minutes)}</span>
          </Knot>
        ))}
      </Thread>
      <p class="small soft">{t("You can change all of it until the café starts.")}</p>
    </details>
  );
}

interface FormProps {
  plan: PlanEntry;
  csrf: string;
}

function Hidden({ plan, csrf }: FormProps): JSX.Element {
  return (
    <>
      <input type="hidden" name="plan" value={plan.id} />
      <input type="hidden" name="csrf" value={csrf} />
    </>
  );
}

function OpenForm({ plan, csrf }: FormProps): JSX.Element {
  return (
    <form class="stack stack--tight" method="post" action="/home/workshops">
      <Hidden plan={plan} csrf={csrf} />
      <div class="field">
        <label for="title">
          {t("What is it called?")}
          <span class="hint">{t("People see this when they join. Empty means the name of the plan.")}</span>
        </label>
        <input class="input" id="title" name="title" maxLength={120} placeholder={plan.name} dir="auto" />
      </div>
      <Button type="submit" look="do" wide>
        {t("Open this café")}
      </Button>
    </form>
  );
}

/** As many as the server lets in for practice. */
const FEWEST = 4;
const MOST = 120;

function PracticeForm({ plan, csrf }: FormProps): JSX.Element {
  return (
    <form class="stack stack--tight home-practice" method="post" action="/home/practice">
      <Hidden plan={plan} csrf={csrf} />
      <h3>{t("Try it with practice people")}</h3>
      <p class="small">
        {t("Simulated people join, write and vote, and you are the host. Nothing of it counts.")}
      </p>
      <div class="field">
        <label for="people">
          {t("How many people?")}
          <span class="hint">{t("From %(min)s to %(max)s.", { min: FEWEST, max: MOST })}</span>
        </label>
        <input
          class="input"
          id="people"
          name="people"
          type="number"
          min={FEWEST}
          max={MOST}
          required
          defaultValue="24"
        />
      </div>
      <Button type="submit" wide>
        {t("Practise with this plan")}
      </Button>
    </form>
  );
}
