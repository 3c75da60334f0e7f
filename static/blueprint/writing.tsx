// One field of the blueprint, that others may be writing in too.
import type { ComponentChildren, JSX } from "preact";
import { useEffect, useId } from "preact/hooks";
import { backToField } from "../cafe/focus";
import { Fold } from "../cafe/fold";
import { announce } from "../parts/announce";
import { Button } from "../parts/button";
import { Check } from "../parts/check";
import { Field } from "../parts/field";
import { Icon } from "../parts/icons";
import { Say } from "../parts/say";
import { Wrong } from "../parts/wrong";
import { t } from "../words";
import type { Pen } from "../writing/pen";
import { takeTheirs } from "./deeds";
import { type Experiment, lens, shown, themes, type Value } from "./experiments";
import type { Spec } from "./fields";
import { fieldPen, someoneWrites } from "./pens";

interface WritingProps {
  one: Experiment;
  spec: Spec;
}

/** A field of an experiment, as the right kind of field. */
export function Writing({ one, spec }: WritingProps): JSX.Element {
  const pen = fieldPen(one.id, spec.name);
  useEffect(() => pen.show(), [pen]);
  return (
    <div data-wide={spec.as === "passage" || spec.as === "several" || undefined}>
      {spec.as === "choice" ? (
        <OneOf pen={pen} spec={spec} />
      ) : spec.as === "several" ? (
        <Several pen={pen} spec={spec} />
      ) : (
        <Words pen={pen} spec={spec} id={fieldId(one, spec)} />
      )}
      <Others field={`${one.id}/${spec.name}`} />
      <Overtaken pen={pen} label={spec.label} says={(value) => shown(value, spec)} />
    </div>
  );
}

/** Somebody else is at this field just now. */
export function Others({ field }: { field: string }): JSX.Element | null {
  if (!someoneWrites(field)) return null;
  return (
    <p class="small soft ex-others">
      <Icon name="pen" /> {t("Someone else is writing here…")}
    </p>
  );
}

export function fieldId(one: Experiment, spec: Spec): string {
  return `${spec.name}-${one.id}`;
}

interface WordsProps {
  pen: Pen<Value>;
  spec: Spec;
  id: string;
}

const ROWS: Partial<Record<Spec["as"], number>> = { sentence: 2, passage: 3 };

function Words({ pen, spec, id }: WordsProps): JSX.Element {
  return (
    <Field
      id={id}
      label={spec.label}
      hint={spec.hint}
      type={spec.as === "day" ? "date" : undefined}
      rows={ROWS[spec.as]}
      value={typeof pen.text === "string" ? pen.text : ""}
      wrong={pen.wrong}
      onChange={(text) => pen.write(text)}
      onLeave={() => pen.save()}
    />
  );
}

interface OneOfProps {
  pen: Pen<Value>;
  spec: Extract<Spec, { as: "choice" }>;
}

function OneOf({ pen, spec }: OneOfProps): JSX.Element {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{spec.label}</label>
      <select
        id={id}
        class="input"
        aria-invalid={pen.wrong !== undefined}
        aria-describedby={pen.wrong === undefined ? undefined : `${id}-w`}
        value={String(pen.text)}
        onChange={(event) => choose(pen, event.currentTarget.value)}
      >
        <option value="">{t("Not said yet")}</option>
        {spec.options.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      {pen.wrong !== undefined && <Wrong id={`${id}-w`}>{pen.wrong}</Wrong>}
    </div>
  );
}

/** A choice needs no pause: it is whole. */
function choose(pen: Pen<Value>, value: string | readonly string[]): void {
  pen.write(value);
  pen.save();
}

/** Many to choose from, and most people need none of them: folded, with how many are chosen. */
function Several({ pen, spec }: { pen: Pen<Value>; spec: Spec }): JSX.Element | null {
  const chosen = typeof pen.text === "string" ? [] : pen.text;
  const offered = spec.name === "themes" ? themes() : lens().map((entry) => ({ id: entry, name: entry }));
  if (offered.length === 0) return null;
  return (
    <Fold title={spec.label} count={t("%(n)s chosen", { n: chosen.length })} level={4}>
      <fieldset class="ex-several">
        <legend class="only-read">{spec.label}</legend>
        {offered.map(({ id, name }) => (
          <Check
            key={id}
            label={name}
            checked={chosen.includes(id)}
            onChange={(on) => choose(pen, on ? [...chosen, id] : chosen.filter((other) => other !== id))}
          />
        ))}
      </fieldset>
      {pen.wrong !== undefined && <Wrong id={`wrong-${spec.name}`}>{pen.wrong}</Wrong>}
    </Fold>
  );
}

interface OvertakenProps {
  pen: Pen<Value>;
  label: string;
  says: (value: string | readonly string[]) => string;
}

/** Two wrote at once: nothing is lost, and this person says which of the two stays. */
export function Overtaken({ pen, label, says }: OvertakenProps): JSX.Element | null {
  const theirs = pen.theirs;
  const overtaken = theirs !== undefined;
  useEffect(() => {
    if (overtaken)
      announce(t("Somebody else has changed “%(field)s” meanwhile. Yours is kept.", { field: label }));
  }, [overtaken]);
  if (!overtaken) return null;
  return (
    <Say icon="people" now level={4} title={t("Somebody else has changed this meanwhile")}>
      <Now words={says(theirs)} />
      <div class="row">
        <Button
          dense
          label={t("Take theirs: %(field)s", { field: label })}
          onPress={() => answer(() => takeTheirs(pen))}
        >
          {t("Take theirs")}
        </Button>
        <Button
          dense
          label={t("Keep mine: %(field)s", { field: label })}
          onPress={() => answer(() => pen.keepMine())}
        >
          {t("Keep mine")}
        </Button>
      </div>
    </Say>
  );
}

function answer(act: () => void): void {
  backToField();
  act();
}

function Now({ words }: { words: string }): ComponentChildren {
  return words ? (
    <p dir="auto">{t("It says now: “%(words)s”", { words })}</p>
  ) : (
    <p>{t("It is empty now.")}</p>
  );
}
