import type { JSX } from "preact";
import { useId, useState } from "preact/hooks";
import { offerUndo } from "../../cafe/undo";
import { one, sayWriting } from "../../engine";
import { Button } from "../../parts/button";
import { Wrong } from "../../parts/wrong";
import { nt, t } from "../../words";
import { Area } from "./area";
import { penOfPassage } from "./passages";
import type { Slot } from "./slots";
import { Overtaken, StandingLine } from "./standing";
import { type Version, Versions } from "./versions";

/** A passage of the report: a field that saves itself, and what was written here before. */
export function Passage({ slot }: { slot: Slot }): JSX.Element {
  const { part, label, hint } = slot;
  const pen = penOfPassage(part);
  const doc = one("desk:passage", part);
  const id = useId();
  const { theirs, wrong, text } = pen;
  return (
    <div class="wr-passage" id={`part-${part}`}>
      <div class="field">
        <label for={id}>
          {label}
          <span class="hint">{hint}</span>
        </label>
        <Area
          id={id}
          value={text}
          wrong={wrong !== undefined}
          describedBy={wrong === undefined ? `${id}-s` : `${id}-s ${id}-w`}
          onInput={(value) => {
            pen.write(value);
            sayWriting(true);
          }}
          onLeave={() => pen.save()}
        />
        {wrong !== undefined && <Wrong id={`${id}-w`}>{wrong}</Wrong>}
      </div>
      <div class="wr-foot" id={`${id}-s`}>
        <StandingLine standing={pen.standing} by={doc?.by ?? ""} at={doc?.at ?? 0} place={part} />
        {(doc?.versions ?? 0) > 1 && (
          <Earlier
            slot={slot}
            versions={doc?.versions ?? 0}
            onRestore={(version) => restore(slot, version)}
          />
        )}
      </div>
      {theirs !== undefined && (
        <Overtaken
          name={doc?.by ?? ""}
          theirs={<Words text={theirs} />}
          mine={<Words text={text} />}
          onTheirs={() => {
            const mine = pen.takeTheirs();
            offerUndo(t("Their words stand in “%(label)s”.", { label }), () => putBack(part, mine));
          }}
          onMine={() => pen.keepMine()}
        />
      )}
    </div>
  );
}

export function Words({ text }: { text: string }): JSX.Element {
  return text === "" ? (
    <p class="soft">{t("Nothing")}</p>
  ) : (
    <p class="wr-words" dir="auto">
      {text}
    </p>
  );
}

function putBack(part: string, text: string): void {
  const pen = penOfPassage(part);
  pen.write(text);
  pen.save();
}

function restore({ part, label }: Slot, { text }: Version): void {
  const before = penOfPassage(part).text;
  putBack(part, text);
  offerUndo(t("An earlier version of “%(label)s” stands again.", { label }), () => putBack(part, before));
}

interface EarlierProps {
  slot: Slot;
  versions: number;
  onRestore: (version: Version) => void;
}

function Earlier({ slot, versions, onRestore }: EarlierProps): JSX.Element {
  const [open, setOpen] = useState(false);
  const words = nt("%(n)s version", "%(n)s versions", versions);
  return (
    <>
      <Button
        dense
        look="quiet"
        label={t("%(versions)s of “%(label)s”", { versions: words, label: slot.label })}
        onPress={() => setOpen(true)}
      >
        {words}
      </Button>
      {open && (
        <Versions
          of={slot.part}
          title={slot.label}
          draw={({ text }) => <Words text={text} />}
          onRestore={onRestore}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
