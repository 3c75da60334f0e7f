import type { JSX } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import type { SuggestingDoc } from "../wire/documents";
import { t } from "../words";
import type { Board } from "./board";
import { setLevel } from "./guess-moves";

/** How long it rests before the new level goes off, ms: arrows and fingers pass several on the way. */
const REST = 400;

/** Fewer groups, or more; the same for everyone at the board. */
export function Level({ board, said }: { board: Board; said: SuggestingDoc }): JSX.Element {
  const id = useId();
  const [level, setShown] = useState(said.level);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => setShown(said.level), [said.level]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const change = (to: number) => {
    setShown(to);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setLevel(board, to), REST);
  };
  return (
    <div class="level">
      <label for={id} class="small firm">
        {t("How many groups it looks for")}
      </label>
      <div class="level-row">
        <span class="small soft" aria-hidden="true">
          {t("Fewer")}
        </span>
        <input
          id={id}
          type="range"
          min={1}
          max={5}
          step={1}
          value={level}
          aria-valuetext={levelWords(level)}
          onInput={(event) => change(Number(event.currentTarget.value))}
        />
        <span class="small soft" aria-hidden="true">
          {t("More")}
        </span>
      </div>
      <p class="small soft" aria-hidden="true">
        {t("%(level)s. Everyone sees the same.", { level: levelWords(level) })}
      </p>
    </div>
  );
}

function levelWords(level: number): string {
  const words = [
    t("Few groups, large and loose"),
    t("Rather few groups"),
    t("Neither few nor many"),
    t("Rather many groups"),
    t("Many groups, small and close"),
  ];
  return words[level - 1] ?? "";
}
