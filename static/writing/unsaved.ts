// Which places on this page hold words that are not saved: the bar must not say that all is.
import { computed, type ReadonlySignal, signal } from "@preact/signals";

const places = signal<ReadonlySet<object>>(new Set());

export const someUnsaved: ReadonlySignal<boolean> = computed(() => places.value.size > 0);

export function tellUnsaved(place: object, on: boolean): void {
  if (places.peek().has(place) === on) return;
  const next = new Set(places.peek());
  if (on) next.add(place);
  else next.delete(place);
  places.value = next;
}
