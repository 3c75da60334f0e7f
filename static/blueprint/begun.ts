// The experiment that this person has just begun: it opens for writing as soon as it is there.
import { signal } from "@preact/signals";

export const begun = signal<string | null>(null);
