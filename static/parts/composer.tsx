import type { ComponentChildren, JSX } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { nt, t } from "../words";
import { announce } from "./announce";
import { Button } from "./button";
import { KindPicker } from "./kind-picker";
import { type DraftOptions, length, useDraft } from "./use-draft";
import { Wrong } from "./wrong";

export interface ComposerProps extends DraftOptions {
  heading?: string | undefined;
  label?: string | undefined;
  hint?: string | undefined;
  /** What sending does: "Lay it on the table". */
  submit: string;
  legend?: string | undefined;
  /** One line high, for the chat. */
  short?: boolean | undefined;
  id?: string | undefined;
  /** What else there is to decide about these words, above the button. */
  children?: ComponentChildren;
}

/** From here on the counter speaks. */
const NEARLY_FULL = 20;

/** Where people write a note. Nothing that was written is lost: not by a failure, not by being too long. */
export function Composer(props: ComposerProps): JSX.Element {
  const { kinds, max, short, label = t("One idea, in your words") } = props;
  const own = useId();
  const id = props.id ?? own;
  const form = useRef<HTMLFormElement>(null);
  const { draft, wrong, sending, change, send } = useDraft(props, form);
  const left = max - length(draft.text);
  useCounting(left);
  return (
    <form
      ref={form}
      class="composer"
      aria-labelledby={props.heading ? `${id}-h` : undefined}
      noValidate
      onSubmit={send}
    >
      {props.heading && <h2 id={`${id}-h`}>{props.heading}</h2>}
      {kinds.length > 1 && (
        <KindPicker
          kinds={kinds}
          chosen={draft.kind}
          onChoose={(kind) => change({ kind })}
          legend={props.legend}
        />
      )}
      <div class="field">
        <label for={id} class={short ? "only-read" : undefined}>
          {label}
          {props.hint && <span class="hint">{props.hint}</span>}
        </label>
        <textarea
          id={id}
          class={short ? "input input--line" : "input"}
          rows={short ? 1 : 4}
          dir="auto"
          placeholder={short ? label : undefined}
          value={draft.text}
          aria-invalid={wrong?.at === "text" || left < 0}
          aria-describedby={`${id}-n${wrong === null ? "" : ` ${id}-w`}`}
          onInput={(event) => change({ text: event.currentTarget.value })}
          onKeyDown={(event) => {
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) send(event);
          }}
        />
      </div>
      <Counter id={`${id}-n`} left={left} />
      {wrong !== null && <Wrong id={`${id}-w`}>{wrong.words}</Wrong>}
      {props.children}
      <Button type="submit" look="do" wide busy={sending ? t("Sending") : undefined}>
        {props.submit}
      </Button>
    </form>
  );
}

function Counter({ id, left }: { id: string; left: number }): JSX.Element {
  return (
    <p id={id} class={left < 0 ? "small count over" : "small soft count"}>
      {countWords(left)}
    </p>
  );
}

function countWords(left: number): string {
  if (left >= 0) return nt("%(n)s character left", "%(n)s characters left", left);
  return nt("Too long by %(n)s character", "Too long by %(n)s characters", -left);
}

function useCounting(left: number): void {
  const zone = left < 0 ? "over" : left <= NEARLY_FULL ? "near" : "free";
  const before = useRef(zone);
  useEffect(() => {
    if (zone !== before.current && zone !== "free") announce(countWords(left));
    before.current = zone;
  }, [zone, left]);
}
