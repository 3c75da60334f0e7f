import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { hand } from "../cafe/sending";
import { draft } from "../engine";
import { Button } from "../parts/button";
import { Field } from "../parts/field";
import { t } from "../words";
import type { Board } from "./board";
import { renamed } from "./moves";
import type { Group } from "./wall";

/** Names come last: offered once two notes lie together, and locked until a host opens the naming. */
export function NameIt({ board, group, onPress }: NameItProps): JSX.Element | null {
  if (group.name || group.notes.length < 2) return null;
  const locked = !board.names.value;
  return (
    <Button
      dense
      look={locked ? "quiet" : "plain"}
      icon={locked ? "lock" : "pen"}
      reason={locked ? lockedWords() : undefined}
      onPress={onPress}
      label={locked ? undefined : t("Name it: group %(no)s", { no: group.no })}
    >
      {t("Name it")}
    </Button>
  );
}

interface NameItProps {
  board: Board;
  group: Group;
  onPress: () => void;
}

export function lockedWords(): string {
  return t("names come last");
}

interface NameGroupProps {
  group: Group;
  onEnd: () => void;
}

type Words = Record<"name" | "statement" | "includes" | "excludes", string>;

/** All the words of a group. They stay here until the server has them. */
export function NameGroup({ group, onEnd }: NameGroupProps): JSX.Element {
  const { name, statement, includes, excludes } = group;
  const kept = draft<Words>(`name/${group.id}`, { name, statement, includes, excludes });
  const [wrong, setWrong] = useState<string>();
  const words = kept.text.value;
  const end = () => {
    kept.clear();
    onEnd();
  };
  const save = async (event: Event) => {
    event.preventDefault();
    try {
      await hand("theme.name", { theme: group.id, ...words });
      renamed(group, words.name.trim());
      end();
    } catch (refusal) {
      setWrong((refusal as Error).message);
    }
  };
  const put = (part: Partial<Words>) => {
    setWrong(undefined);
    kept.text.value = { ...kept.text.value, ...part };
  };
  return (
    <form class="composer" onSubmit={save}>
      <Hints group={group} onHint={(hint) => put({ name: joined(words.name, hint) })} />
      <Fields group={group} words={words} wrong={wrong} put={put} />
      <div class="row">
        <Button type="submit" look="do" dense>
          {t("Save")}
        </Button>
        <Button look="quiet" dense onPress={end}>
          {t("Leave it as it was")}
        </Button>
      </div>
    </form>
  );
}

interface FieldsProps {
  group: Group;
  words: Words;
  wrong: string | undefined;
  put: (part: Partial<Words>) => void;
}

function Fields({ group, words, wrong, put }: FieldsProps): JSX.Element {
  return (
    <>
      <Field
        id={`name-${group.id}`}
        label={t("What is it called?")}
        hint={t("A few words.")}
        value={words.name}
        wrong={wrong}
        onChange={(name) => put({ name })}
      />
      <Field
        label={t("What does it say?")}
        hint={t("One sentence, if you like.")}
        value={words.statement}
        rows={2}
        onChange={(statement) => put({ statement })}
      />
      <Field
        label={t("What belongs here?")}
        hint={t("May stay empty.")}
        value={words.includes}
        onChange={(includes) => put({ includes })}
      />
      <Field
        label={t("What does not?")}
        hint={t("May stay empty.")}
        value={words.excludes}
        onChange={(excludes) => put({ excludes })}
      />
    </>
  );
}

function joined(name: string, hint: string): string {
  if (name.trim() === "") return hint.charAt(0).toLocaleUpperCase() + hint.slice(1);
  return t("%(name)s, %(hint)s", { name: name.trim(), hint });
}

interface HintsProps {
  group: Group;
  onHint: (hint: string) => void;
}

/** What the computer found in common, as a help: a press puts it into the field, nothing does so by itself. */
function Hints({ group, onHint }: HintsProps): JSX.Element | null {
  if (group.hints.length === 0) return null;
  return (
    <div class="row hints">
      <span class="small soft">{t("Perhaps:")}</span>
      {group.hints.map((hint) => (
        <Button
          key={hint}
          dense
          look="quiet"
          onPress={() => onHint(hint)}
          label={t("%(hint)s: put it into the name", { hint })}
        >
          {hint}
        </Button>
      ))}
    </div>
  );
}
