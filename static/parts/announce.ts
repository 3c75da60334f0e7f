// One polite voice for screen readers. What comes within a breath is said together, once.
import { signal } from "@preact/signals";

/** How long messages gather before they are said, in milliseconds. */
export const BREATH = 1500;

/** What the status line says now. */
export const spoken = signal("");

const waiting = new Set<string>();

/** Say this politely, together with what else comes within {@link BREATH}; the same words only once. */
export function announce(text: string): void {
  if (waiting.size === 0) setTimeout(speak, BREATH);
  waiting.add(text);
}

function speak(): void {
  const words = [...waiting].map(sentence).join(" ");
  waiting.clear();
  // Readers stay silent when a text is set to what it was: a trailing space makes it new.
  spoken.value = words === spoken.value ? `${words} ` : words;
}

function sentence(text: string): string {
  const trimmed = text.trim();
  return /[.?!…]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}
