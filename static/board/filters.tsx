import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { all } from "../engine";
import { announce } from "../parts/announce";
import { Button } from "../parts/button";
import { Field } from "../parts/field";
import { kindWord } from "../parts/kinds";
import { nt, t } from "../words";
import type { Board } from "./board";
import { EVERYTHING, isFiltered, LOOSE, type Wanted } from "./find";
import { tablesOf } from "./wall";
import { count, groupWord } from "./wording";

/** How long after the last key it is looked for, and how long after that the number of finds is said, ms. */
const PAUSE = 150;
const REST = 700;

/** What is to be seen: by words, round, kind, table and group. */
export function Filters({ board }: { board: Board }): JSX.Element {
  const wanted = board.wanted.value;
  const some = isFiltered(wanted);
  const chosen = Object.entries(wanted).filter(([name, value]) => name !== "words" && value !== "").length;
  const [open, setOpen] = useState(false);
  useSaid(board, some);
  return (
    <search class="filters">
      <div class="filters-row">
        <Search board={board} />
        <Button dense icon="level" expanded={open} onPress={() => setOpen(!open)}>
          {chosen > 0 ? nt("%(n)s filter", "%(n)s filters", chosen) : t("Filter")}
        </Button>
        {some && (
          <Button dense look="quiet" icon="close" onPress={() => clear(board)}>
            {t("Show everything")}
          </Button>
        )}
      </div>
      {open && <Choices board={board} />}
      {some && <p class="small filters-found">{foundWords(board)}</p>}
    </search>
  );
}

/** Typing never waits for hundreds of notes to be drawn. */
function Search({ board }: { board: Board }): JSX.Element {
  const wanted = board.wanted.value.words;
  const [words, write] = useState(wanted);
  const mine = useRef(wanted);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    // What this field looked for itself may be older than what stands in it by now.
    if (wanted !== mine.current) write(wanted);
    mine.current = wanted;
  }, [wanted]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const change = (now: string) => {
    write(now);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      mine.current = now;
      put(board, { words: now });
    }, PAUSE);
  };
  return <Field label={t("Find by word")} value={words} onChange={change} />;
}

function put({ wanted }: Board, part: Partial<Wanted>): void {
  wanted.value = { ...wanted.peek(), ...part };
}

export function clear({ wanted }: Board): void {
  wanted.value = EVERYTHING;
}

function foundWords(board: Board): string {
  const { wall, shown } = board;
  return t("%(found)s of %(all)s.", { found: shown.value.found, all: count(board, wall.value.notes.size) });
}

/** Typing is not talked into. */
function useSaid(board: Board, some: boolean): void {
  const wanted = board.wanted.value;
  useEffect(() => {
    if (!some) return;
    const timer = setTimeout(() => announce(foundWords(board)), REST);
    return () => clearTimeout(timer);
  }, [wanted]);
}

function Choices({ board }: { board: Board }): JSX.Element {
  const { groups, notes } = board.wall.value;
  const known = [...notes.values()];
  const steps = new Set(known.map(({ step }) => step));
  const rounds = all("hall:step").filter(({ id }) => steps.has(id));
  const kinds = [...new Set(known.map(({ kind }) => kind))].filter(Boolean).sort();
  const tables = tablesOf([...notes.keys()], notes);
  return (
    <div class="filters-choices">
      {rounds.length > 1 && (
        <Choice
          {...{ board, name: "step", label: t("Round"), all: t("All rounds") }}
          options={[...rounds].sort((a, b) => a.place - b.place).map((one) => [one.id, one.settings.title])}
        />
      )}
      {kinds.length > 1 && (
        <Choice
          {...{ board, name: "kind", label: t("Kind"), all: t("All kinds") }}
          options={kinds.map((kind) => [kind, kindWord(kind)])}
        />
      )}
      {tables.length > 1 && (
        <Choice
          {...{ board, name: "table", label: t("Table"), all: t("All tables") }}
          options={tables.map((no) => [String(no), t("Table %(no)s", { no })])}
        />
      )}
      <Choice
        {...{ board, name: "theme", label: t("Group"), all: t("In any group or none") }}
        options={[
          [LOOSE, t("Not grouped yet")],
          ...groups.map((group): [string, string] => [group.id, groupWord(group)]),
        ]}
      />
    </div>
  );
}

interface ChoiceProps {
  board: Board;
  name: Exclude<keyof Wanted, "words">;
  label: string;
  /** What no choice is called. */
  all: string;
  options: readonly (readonly [string, string])[];
}

function Choice({ board, name, label, all: none, options }: ChoiceProps): JSX.Element {
  return (
    <label class="field filters-choice">
      <span class="small firm">{label}</span>
      <select
        class="input"
        value={board.wanted.value[name]}
        onChange={(event) => put(board, { [name]: event.currentTarget.value })}
      >
        <option value="">{none}</option>
        {options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
