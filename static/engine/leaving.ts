import { effect, type ReadonlySignal } from "@preact/signals";

/** Where nothing is kept on this device, whoever closes the page while something is unsent is asked if they mean it. */
export function askBeforeLeaving(isKept: ReadonlySignal<boolean>, hasUnsent: () => boolean): void {
  function ask(event: BeforeUnloadEvent): void {
    if (!hasUnsent()) return;
    event.preventDefault();
    event.returnValue = true; // older browsers than Chrome 119 hear nothing else
  }
  // Elsewhere nobody listens: a page that does is kept out of some browsers' memory of pages.
  effect(() => {
    if (isKept.value) return undefined;
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  });
}
