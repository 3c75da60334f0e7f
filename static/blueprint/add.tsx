import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useId } from "preact/hooks";
import { focusSoon } from "../cafe/focus";
import { hand } from "../cafe/sending";
import { excerpt } from "../cafe/words";
import { draft } from "../engine";
import { Button } from "../parts/button";
import { Field } from "../parts/field";
import { t } from "../words";
import { begun } from "./begun";
import { freeIdeas, themes } from "./experiments";
import type { Kind } from "./fields";

/** What is being added: its words, and what it takes up: "note:…", "theme:…", or nothing. */
type Adding = { text: string; from: string } | null;

/** Begin one: with an idea that a table chose, for a theme, or with nothing but a sentence. */
export function Add({ kind }: { kind: Kind }): JSX.Element {
  const kept = draft<Adding>(`add/${kind}`, null);
  const id = `add-${kind}`;
  const adding = kept.text.value;
  const begin = () => {
    kept.text.value = { text: "", from: "" };
    focusSoon(`${id}-from`);
  };
  const end = () => {
    kept.clear();
    focusSoon(id);
  };
  if (adding)
    return (
      <AddForm
        kind={kind}
        adding={adding}
        put={(next) => {
          kept.text.value = next;
        }}
        onEnd={end}
      />
    );
  return (
    <div>
      <Button id={id} icon="plus" onPress={begin}>
        {kind === "experiment" ? t("Add an experiment") : t("Add a small change")}
      </Button>
    </div>
  );
}

interface AddFormProps {
  kind: Kind;
  adding: NonNullable<Adding>;
  put: (adding: NonNullable<Adding>) => void;
  onEnd: () => void;
}

function AddForm({ kind, adding, put, onEnd }: AddFormProps): JSX.Element {
  const wrong = useSignal<string | undefined>(undefined);
  const save = async (event: Event) => {
    event.preventDefault();
    try {
      const id = await hand("experiment.add", { kind, idea: adding.text, ...takenUp(adding.from) });
      onEnd();
      begun.value = id;
    } catch (refusal) {
      wrong.value = (refusal as Error).message;
    }
  };
  return (
    <form class="composer ex-add" onSubmit={save}>
      <From id={`add-${kind}-from`} adding={adding} put={put} />
      <Field
        label={t("What could we try?")}
        hint={t("One sentence, small enough to stop again.")}
        value={adding.text}
        wrong={wrong.value}
        rows={2}
        onChange={(text) => {
          wrong.value = undefined;
          put({ ...adding, text });
        }}
      />
      <div class="row">
        <Button type="submit" look="do" dense>
          {t("Add it")}
        </Button>
        <Button look="quiet" dense onPress={onEnd}>
          {t("Leave it")}
        </Button>
      </div>
    </form>
  );
}

function takenUp(from: string): { note: string | null; theme: string | null } {
  const [what, id = ""] = from.split(":");
  return { note: what === "note" ? id : null, theme: what === "theme" ? id : null };
}

interface FromProps {
  id: string;
  adding: NonNullable<Adding>;
  put: AddFormProps["put"];
}

function From({ id, adding, put }: FromProps): JSX.Element {
  const ideas = freeIdeas();
  const groups = themes();
  const hint = useId();
  const choose = (from: string) => put({ from, text: begunWith(adding, from) });
  return (
    <div class="field">
      <label for={id}>{t("Begin with")}</label>
      <select
        id={id}
        class="input"
        value={adding.from}
        aria-describedby={hint}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        <option value="">{t("Nothing yet")}</option>
        {ideas.length > 0 && (
          <optgroup label={t("An idea that a table chose")}>
            {ideas.map(({ note, text, table }) => (
              <option key={note} value={`note:${note}`}>
                {table === null
                  ? excerpt(text, 80)
                  : t("%(idea)s (table %(no)s)", { idea: excerpt(text, 80), no: table })}
              </option>
            ))}
          </optgroup>
        )}
        {groups.length > 0 && (
          <optgroup label={t("A theme")}>
            {groups.map(({ id: theme, name }) => (
              <option key={theme} value={`theme:${theme}`}>
                {name}
              </option>
            ))}
          </optgroup>
        )}
      </select>
      <p id={hint} class="hint">
        {t("An idea keeps its link to the table that chose it.")}
      </p>
    </div>
  );
}

/** The idea's own words, unless this person has written others. */
function begunWith({ text, from }: NonNullable<Adding>, next: string): string {
  const wordsOf = (one: string) => freeIdeas().find(({ note }) => `note:${note}` === one)?.text ?? "";
  return text.trim() === "" || text === wordsOf(from) ? wordsOf(next) : text;
}
