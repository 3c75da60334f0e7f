import type { JSX } from "preact";
import { useId } from "preact/hooks";
import { Wrong } from "./wrong";

interface CheckProps {
  label: string;
  hint?: string | undefined;
  checked: boolean;
  onChange: (checked: boolean) => void;
  wrong?: string | undefined;
  name?: string | undefined;
}

/** One separate choice. Consents start without a tick. */
export function Check({ label, hint, checked, onChange, wrong, name }: CheckProps): JSX.Element {
  const id = useId();
  return (
    <>
      <label class="check">
        <input
          type="checkbox"
          name={name}
          checked={checked}
          aria-invalid={wrong !== undefined}
          aria-describedby={wrong === undefined ? undefined : id}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        <span>
          <b>{label}</b>
          {hint && <span class="hint">{hint}</span>}
        </span>
      </label>
      {wrong !== undefined && <Wrong id={id}>{wrong}</Wrong>}
    </>
  );
}
