import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { focusSoon } from "../cafe/focus";
import { excerpt } from "../cafe/words";
import { Button } from "../parts/button";
import { Chip } from "../parts/chip";
import { Menu } from "../parts/menu";
import type { MenuItem } from "../parts/menu-list";
import { nt, t } from "../words";
import { begun } from "./begun";
import { move, placeOf, setTrying, takeOut } from "./deeds";
import { type Experiment, ideaOf, kindWord, numberOf, standing, tableBehind } from "./experiments";
import { Facts } from "./facts";
import { type Spec, specsOf } from "./fields";
import { keptWords } from "./kept";
import { Stages } from "./stages";
import { fieldId, Others, Writing } from "./writing";

interface ExperimentProps {
  one: Experiment;
  /** Whether this person may write in it now. */
  writes: boolean;
}

/** One thing to try: what it is, what it still needs, how far it is; and its fields, for whoever works on it. */
export function OneExperiment({ one, writes }: ExperimentProps): JSX.Element {
  const working = useSignal(false);
  const idea = ideaOf(one);
  const fresh = begun.value === one.id;
  useEffect(() => {
    if (!fresh) return;
    begun.value = null;
    working.value = true;
    focusSoon(firstField(one));
  }, [fresh]);
  const work = () => {
    working.value = !working.value;
    focusSoon(working.value ? firstField(one) : `work-${one.id}`);
  };
  return (
    <li class="ex" id={placeOf(one)}>
      <Head one={one} />
      {working.value && writes ? <Form one={one} /> : <Facts one={one} />}
      {!working.value && <Others field={`${one.id}/`} />}
      <Stages status={one.status} />
      {writes && (
        <div class="row ex-deeds">
          <Button
            id={`work-${one.id}`}
            dense
            icon={working.value ? "done" : "pen"}
            expanded={working.value}
            onPress={work}
            label={working.value ? t("Done with: %(idea)s", { idea }) : t("Work on it: %(idea)s", { idea })}
          >
            {working.value ? t("Done") : t("Work on it")}
          </Button>
          <Start one={one} />
          <Menu
            label={t("Choose what to do with this: %(idea)s", { idea: excerpt(idea, 25) })}
            items={() => itemsOf(one)}
          />
        </div>
      )}
    </li>
  );
}

function firstField(one: Experiment): string {
  const [idea, next] = specsOf(one.kind) as [Spec, Spec];
  return fieldId(one, one.fields["barrier"] ? idea : next);
}

function Head({ one }: { one: Experiment }): JSX.Element {
  const no = numberOf(one);
  const table = one.note === null ? undefined : tableBehind(one);
  return (
    <div class="ex-head">
      <p class="ex-no count" aria-hidden="true">
        {no}
      </p>
      <div>
        <h3 dir="auto">
          <span class="only-read">{kindWord(one.kind, no)}: </span>
          {ideaOf(one)}
        </h3>
        {table !== undefined && (
          <p class="small soft">{t("Takes up an idea of table %(no)s", { no: table })}</p>
        )}
      </div>
      <Chip look={one.status === "idea" ? "plain" : one.status === "ready" ? "now" : "done"}>
        {statusWords(one)}
      </Chip>
    </div>
  );
}

export function statusWords({ status, missing }: Experiment): string {
  if (status === "trying") return t("Being tried");
  if (status === "ready") return t("Ready to start");
  return nt(
    "Cannot start yet: %(n)s thing missing",
    "Cannot start yet: %(n)s things missing",
    missing.length,
  );
}

/** Its fields. What is typed is kept at once and saved in pauses, so there is nothing to send. */
function Form({ one }: { one: Experiment }): JSX.Element {
  return (
    <div class="ex-fields">
      {specsOf(one.kind).map((spec) => (
        <Writing key={spec.name} one={one} spec={spec} />
      ))}
      <p class="small soft ex-kept">{keptWords(`${one.id}/`)}</p>
    </div>
  );
}

/** Offered once nothing is missing; until then the fields themselves say what is. */
function Start({ one }: { one: Experiment }): JSX.Element | null {
  if (one.status !== "ready") return null;
  return (
    <Button
      dense
      look="do"
      icon="run"
      onPress={() => setTrying(one, true)}
      label={t("Say that we are trying it: %(idea)s", { idea: ideaOf(one) })}
    >
      {t("Say that we are trying it")}
    </Button>
  );
}

function itemsOf(one: Experiment): MenuItem[] {
  const no = numberOf(one);
  const last = standing(one.kind).length;
  const stop: MenuItem = {
    label: t("It is not being tried any more"),
    icon: "undo",
    onChoose: () => setTrying(one, false),
  };
  return [
    {
      label: t("Move it up"),
      icon: "up",
      reason: no === 1 ? t("It stands first already.") : undefined,
      onChoose: () => move(one, -1),
    },
    {
      label: t("Move it down"),
      icon: "down",
      reason: no === last ? t("It stands last already.") : undefined,
      onChoose: () => move(one, 1),
    },
    ...(one.status === "trying" ? [stop] : []),
    { label: t("Take it out"), icon: "bin", stop: true, onChoose: () => takeOut(one) },
  ];
}
