import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { waiting } from "../../engine";
import { announce } from "../../parts/announce";
import { Button, ButtonLink } from "../../parts/button";
import { Loading } from "../../parts/loading";
import { Say } from "../../parts/say";
import { UndoBar } from "../../parts/undo-bar";
import { nt, t } from "../../words";
import { offlineReason } from "../offline";
import { DESK } from "../pages";
import { done, forget, trouble, undo } from "../perform";
import { AddStep } from "./add-step";
import { Basics } from "./basics";
import { type Faults, faultsOf } from "./check";
import { type Editing, edit, editing, giveUp, keepMine, save, takenOut } from "./editing";
import { insert } from "./edits";
import { StepRow } from "./step-row";
import { Total } from "./total";

/** Before the start: the whole agenda, as it should be. */
export function AgendaPage(): JSX.Element {
  const state = editing();
  const open = useSignal<string | null>(null);
  return (
    <main id="main" class="page agenda" tabIndex={-1}>
      <div class="split">
        <h1>{t("The agenda")}</h1>
        <ButtonLink dense icon="back" href={DESK}>
          {t("Back to the desk")}
        </ButtonLink>
      </div>
      {state === undefined ? (
        <Loading text={t("Fetching the agenda…")} />
      ) : (
        <Editor state={state} open={open} />
      )}
    </main>
  );
}

interface EditorProps {
  state: Editing;
  /** The key of the step whose fields are unfolded. */
  open: { value: string | null };
}

function Editor({ state, open }: EditorProps): JSX.Element {
  const { draft } = state;
  const faults = faultsOf(draft);
  const at = draft.steps.findIndex((step) => step.key === open.value);
  return (
    <>
      {state.overtaken && <Overtaken state={state} />}
      <Basics draft={draft} faults={faults} />
      <ol class="agenda-steps">
        {draft.steps.map((step, place) => (
          <StepRow
            key={step.key}
            step={step}
            place={place}
            draft={draft}
            faults={faults}
            open={open.value === step.key}
            onToggle={() => {
              open.value = open.value === step.key ? null : step.key;
            }}
          />
        ))}
      </ol>
      <AddStep
        draft={draft}
        after={draft.steps[at]}
        onAdded={(key) => {
          open.value = key;
        }}
      />
      <Foot state={state} faults={faults} open={open} />
    </>
  );
}

function Overtaken({ state }: { state: Editing }): JSX.Element {
  return (
    <Say icon="people" now level={2} title={t("Another host has changed the agenda meanwhile")}>
      <p class="small">{t("Your changes are still here, and not saved. Which agenda shall stay?")}</p>
      <div class="row">
        <Button dense look="do" onPress={giveUp}>
          {t("Take theirs")}
        </Button>
        <Button dense onPress={() => keepMine(state.draft)}>
          {t("Go on with mine")}
        </Button>
      </div>
    </Say>
  );
}

interface FootProps extends EditorProps {
  faults: Faults;
}

function Foot({ state, faults, open }: FootProps): JSX.Element {
  const { draft, changed, overtaken } = state;
  const press = () => {
    const first = [...faults.keys()][0];
    if (first === undefined) save(draft);
    else look(first, draft.steps.find((step) => first.startsWith(`${step.key} `))?.key ?? null, open);
  };
  return (
    <div class="agenda-foot">
      <LastChange draft={draft} />
      <div class="split">
        <Total draft={draft} />
        <div class="row">
          {changed && (
            <Button look="quiet" onPress={giveUp}>
              {t("Give up my changes")}
            </Button>
          )}
          <Button
            look="do"
            reason={whyNot(changed, overtaken)}
            busy={isSaving() ? t("Saving") : undefined}
            onPress={press}
          >
            {faults.size === 0
              ? t("Save the agenda")
              : nt("Look at %(n)s field first", "Look at %(n)s fields first", faults.size)}
          </Button>
        </div>
      </div>
      <p class="small soft">
        {changed
          ? t("Not saved yet. Your changes are kept on this device.")
          : t("Saved. Everyone sees this agenda.")}
      </p>
    </div>
  );
}

function whyNot(changed: boolean, overtaken: boolean): string | undefined {
  if (!changed) return t("nothing changed");
  return overtaken ? t("choose an agenda first") : offlineReason();
}

function isSaving(): boolean {
  return waiting.value.some((outgoing) => outgoing.type === "agenda.edit");
}

/** Unfolds the step of a fault and goes to the field. */
function look(field: string, step: string | null, open: { value: string | null }): void {
  if (step !== null) open.value = step;
  announce(t("Some fields need a look."));
  requestAnimationFrame(() => document.getElementById(field)?.focus());
}

/** What was taken out or saved last, and the way back; or what did not work. */
function LastChange({ draft }: { draft: Editing["draft"] }): JSX.Element | null {
  const out = takenOut.value;
  const last = done.value;
  if (trouble.value) {
    return (
      <Say icon="warning" level={2} title={t("That did not work")}>
        <p>{trouble.value.message}</p>
      </Say>
    );
  }
  if (out !== null) {
    const back = () => {
      takenOut.value = null;
      edit(insert(draft, out.step, out.at));
    };
    const gone = () => {
      takenOut.value = null;
    };
    const title = String(out.step.values["title"] ?? "");
    return (
      <UndoBar key={out.step.key} text={t("“%(title)s” is out.", { title })} onUndo={back} onGone={gone} />
    );
  }
  return last && last.back.length > 0 ? (
    <UndoBar key={last.no} text={last.text} onUndo={undo} onGone={forget} />
  ) : null;
}
