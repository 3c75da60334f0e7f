import type { JSX, TargetedEvent } from "preact";
import { useId } from "preact/hooks";
import { Wrong } from "./wrong";

export interface FieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** The keyboard has gone on. */
  onLeave?: (() => void) | undefined;
  hint?: string | undefined;
  /** What is wrong with it, in a sentence. */
  wrong?: string | undefined;
  type?: "text" | "email" | "number" | "url" | "date" | undefined;
  /** More than one line. */
  rows?: number | undefined;
  name?: string | undefined;
  placeholder?: string | undefined;
  autocomplete?: string | undefined;
  min?: number | undefined;
  max?: number | undefined;
  /** The label is read, not drawn. */
  bare?: boolean | undefined;
  id?: string | undefined;
}

export function Field(props: FieldProps): JSX.Element {
  const { label, hint, wrong, rows } = props;
  const own = useId();
  const id = props.id ?? own;
  const shared = {
    id,
    class: "input",
    name: props.name,
    value: props.value,
    placeholder: props.placeholder,
    dir: "auto",
    "aria-invalid": wrong !== undefined,
    "aria-describedby": wrong === undefined ? undefined : `${id}-w`,
    onInput: (event: TargetedEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      props.onChange(event.currentTarget.value),
    onBlur: props.onLeave,
  } as const;
  return (
    <div class="field">
      <label for={id} class={props.bare ? "only-read" : undefined}>
        {label}
        {hint && <span class="hint">{hint}</span>}
      </label>
      {rows === undefined ? (
        <input
          {...shared}
          type={(props.type ?? "text") as "text"}
          autocomplete={props.autocomplete}
          min={props.min}
          max={props.max}
        />
      ) : (
        <textarea {...shared} rows={rows} />
      )}
      {wrong !== undefined && <Wrong id={`${id}-w`}>{wrong}</Wrong>}
    </div>
  );
}
