import { effect, type ReadonlySignal, signal } from "@preact/signals";

/** True once `source` has been true for so long; false as soon as it is false. */
export function lasting(source: ReadonlySignal<boolean>, milliseconds: number): ReadonlySignal<boolean> {
  const lasts = signal(false);
  effect(() => {
    if (!source.value) {
      lasts.value = false;
      return undefined;
    }
    const timer = setTimeout(() => {
      lasts.value = true;
    }, milliseconds);
    return () => clearTimeout(timer);
  });
  return lasts;
}
