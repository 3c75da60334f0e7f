import type { JSX } from "preact";
import { useId, useState } from "preact/hooks";
import { t } from "../words";
import { Wrong } from "./wrong";

interface CodeFieldProps {
  /** The letters alone: PLMKTW. */
  value: string;
  onChange: (code: string) => void;
  label?: string | undefined;
  hint?: string | undefined;
  wrong?: string | undefined;
  name?: string | undefined;
}

/** A join code. Blanks, dashes and small letters are all right, and so is a whole line pasted in. */
export function CodeField(props: CodeFieldProps): JSX.Element {
  const id = useId();
  // As it was typed: regrouping under someone's fingers would move the cursor.
  const [typed, setTyped] = useState(grouped(props.value));
  const shown = plainCode(typed) === props.value ? typed : grouped(props.value);
  return (
    <div class="field">
      <label for={id}>
        {props.label ?? t("Your code")}
        <span class="hint">{props.hint ?? t("Six letters, from your invitation. You can paste it.")}</span>
      </label>
      <input
        id={id}
        class="input code"
        name={props.name}
        value={shown}
        autocomplete="one-time-code"
        autocapitalize="characters"
        spellcheck={false}
        aria-invalid={props.wrong !== undefined}
        aria-describedby={props.wrong === undefined ? undefined : `${id}-w`}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          props.onChange(plainCode(event.currentTarget.value));
        }}
        onBlur={() => setTyped(grouped(props.value))}
      />
      {props.wrong !== undefined && <Wrong id={`${id}-w`}>{props.wrong}</Wrong>}
    </div>
  );
}

/** Letters and digits only, in capitals. */
export function plainCode(typed: string): string {
  return typed.toUpperCase().replace(/[^A-Z0-9]/g, "");
}

/** In threes, to be read aloud: PLM KTW. */
export function grouped(code: string): string {
  return code.replace(/(.{3})(?=.)/g, "$1 ");
}
