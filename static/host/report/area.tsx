import type { JSX } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

interface AreaProps {
  id: string;
  value: string;
  wrong: boolean;
  describedBy?: string | undefined;
  onInput: (value: string) => void;
  onLeave: () => void;
}

/** A field as high as its words: nobody scrolls inside a scrolling page. */
export function Area({ id, value, wrong, describedBy, onInput, onLeave }: AreaProps): JSX.Element {
  const area = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const field = area.current;
    if (!field) return;
    field.style.height = "auto";
    field.style.height = `${field.scrollHeight + 4}px`;
  }, [value]);
  return (
    <textarea
      ref={area}
      id={id}
      class="input wr-area"
      rows={2}
      dir="auto"
      value={value}
      aria-invalid={wrong}
      aria-describedby={describedBy}
      onInput={(event) => onInput(event.currentTarget.value)}
      onBlur={onLeave}
    />
  );
}
