import type { JSX } from "preact";
import { useId } from "preact/hooks";
import { t } from "../words";
import { KindMark, kindClass, kindWord } from "./kinds";

interface KindPickerProps {
  kinds: readonly string[];
  chosen: string | null;
  onChoose: (kind: string) => void;
  /** Read before the choices; not drawn. */
  legend?: string | undefined;
}

export function KindPicker({ kinds, chosen, onChoose, legend }: KindPickerProps): JSX.Element {
  const group = useId();
  return (
    <fieldset>
      <legend class="only-read">{legend ?? t("What kind of note is it?")}</legend>
      <div class="kinds">
        {kinds.map((kind) => (
          <label key={kind} class={`pick ${kindClass(kind)}`} data-on={kind === chosen || undefined}>
            <input type="radio" name={group} checked={kind === chosen} onChange={() => onChoose(kind)} />
            <KindMark kind={kind} />
            {kindWord(kind)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
