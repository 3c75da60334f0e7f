import type { JSX } from "preact";
import { link, sayWriting } from "../engine";
import { announce } from "../parts/announce";
import { Check } from "../parts/check";
import { Composer } from "../parts/composer";
import { IconButton } from "../parts/icon-button";
import { Icon } from "../parts/icons";
import { LinkSign } from "../parts/link";
import type { Draft } from "../parts/use-draft";
import type { NoteDoc } from "../wire/documents";
import { t } from "../words";
import { BuildsOn } from "./builds-on";
import { begun, fieldOf, jot, jotFor, knownNote } from "./jot";
import { leading } from "./leading";
import { barLink } from "./line";
import type { StepOf } from "./on";
import { hand } from "./sending";
import { excerpt } from "./words";

interface WriteProps {
  step: StepOf<"story_round">;
  /** What there is to build on. */
  notes: readonly NoteDoc[];
  heading?: string | undefined;
}

/** Where a note is written. What stands here survives a reload, and the table sees that someone writes. */
export function Write({ step, notes, heading = t("Write a note") }: WriteProps): JSX.Element {
  const { kind, text, buildsOn, brings, anonymous } = jotFor(step.id);
  const For = leading.value?.WriteFor;
  return (
    <div
      class="tv-write"
      id={`write-${step.id}`}
      onInput={() => sayWriting(true)}
      onFocusOut={() => sayWriting(false)}
    >
      <Composer
        key={`${step.id} ${begun.value}`}
        id={fieldOf(step.id)}
        heading={heading}
        hint={t("No names of children or families, please.")}
        kinds={step.settings.note_kinds}
        draft={{ kind, text }}
        onDraft={(draft) => jot(step.id, draft)}
        onSend={(draft) => lay(step.id, draft)}
        max={step.settings.note_length ?? 500}
        submit={t("Lay it on the table")}
      >
        {brings !== null && <Brings id={brings} onDrop={() => jot(step.id, { brings: null })} />}
        <BuildsOn notes={notes} chosen={buildsOn} onChange={(chosen) => jot(step.id, { buildsOn: chosen })} />
        {For && <For step={step.id} />}
        <Check
          label={t("Without my name")}
          hint={t("Nobody at the tables sees whose note it is.")}
          checked={anonymous}
          onChange={(on) => jot(step.id, { anonymous: on })}
        />
      </Composer>
      <LineHere />
    </div>
  );
}

/** While all is well there is nothing to say. Below everything, so that nothing moves under somebody's fingers. */
function LineHere(): JSX.Element | null {
  const line = barLink();
  if (!line || line.state === "connected" || line.state === "catching-up") return null;
  return (
    <p class="tv-line">
      <LinkSign {...line} />
    </p>
  );
}

async function lay(step: string, { kind, text }: Draft): Promise<void> {
  if (kind === null) return;
  const { anonymous, buildsOn, brings, onBehalfOf } = jotFor(step);
  const fields = { step, kind, text, anonymous, builds_on: buildsOn, brings, on_behalf_of: onBehalfOf };
  await hand("note.add", fields);
  jot(step, { buildsOn: [], brings: null });
  sayWriting(false);
  announce(
    link.value === "connected"
      ? t("Your note is on the table")
      : t("Your note is safe on this device. It goes by itself"),
  );
}

function Brings({ id, onDrop }: { id: string; onDrop: () => void }): JSX.Element | null {
  const note = knownNote(id);
  if (!note) return null;
  return (
    <p class="note-line">
      <Icon name="go" />
      <span dir="auto">
        {t("Brought from table %(no)s: “%(words)s”", { no: note.table, words: excerpt(note.text) })}
      </span>
      <IconButton icon="close" label={t("Do not say where it comes from")} onPress={onDrop} />
    </p>
  );
}
