import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { tableName } from "../cafe/words";
import { Button } from "../parts/button";
import { t } from "../words";
import type { Board } from "./board";
import { type Notes, some } from "./moves";
import { likenessWord } from "./wording";

interface LookProps {
  board: Board;
  notes: readonly string[];
  /** How like the others each is, 0 to 100, where it is known. */
  likeness?: ReadonlyMap<string, number> | undefined;
  /** What the button says when so many are left: "Make a group of these 5". */
  submit: (left: number) => string;
  onTake: (notes: Notes) => void;
  onClose: () => void;
}

/** The notes of a suggestion, each with a box: what does not belong is left out. */
export function Look({ board, notes, likeness, submit, onTake, onClose }: LookProps): JSX.Element {
  const [out, setOut] = useState<ReadonlySet<string>>(new Set());
  const place = useRef<HTMLFieldSetElement>(null);
  useEffect(() => place.current?.querySelector("input")?.focus(), []);
  const left = some(notes.filter((note) => !out.has(note)));
  const toggle = (note: string) => {
    const next = new Set(out);
    if (!next.delete(note)) next.add(note);
    setOut(next);
  };
  return (
    <fieldset class="look" ref={place}>
      <legend class="only-read">{t("Leave out what does not belong")}</legend>
      {notes.map((note) => (
        <Chosen
          key={note}
          {...{ board, note }}
          like={likeness?.get(note)}
          on={!out.has(note)}
          onToggle={() => toggle(note)}
        />
      ))}
      <div class="row">
        <Button
          dense
          look="do"
          reason={left ? undefined : t("choose one at least")}
          onPress={() => left && onTake(left)}
        >
          {submit(left?.length ?? 0)}
        </Button>
        <Button dense look="quiet" onPress={onClose}>
          {t("Close")}
        </Button>
      </div>
    </fieldset>
  );
}

interface ChosenProps {
  board: Board;
  note: string;
  like: number | undefined;
  on: boolean;
  onToggle: () => void;
}

function Chosen({ board, note, like, on, onToggle }: ChosenProps): JSX.Element | null {
  const found = board.wall.value.notes.get(note);
  if (!found) return null;
  const said = [
    found.table === null ? "" : tableName(found.table),
    like === undefined ? "" : t("%(word)s, %(score)s of 100", { word: likenessWord(like), score: like }),
  ].filter(Boolean);
  return (
    <label class="check look-note">
      <input type="checkbox" checked={on} onChange={onToggle} />
      <span>
        <span dir="auto">{found.text}</span>
        <span class="hint">{said.join(" · ")}</span>
      </span>
    </label>
  );
}
