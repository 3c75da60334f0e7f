import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";

/** All documents of one name on one stream, by id. Whoever reads one draws again when that one changes. */
export class Pile {
  private readonly docs = new Map<string, unknown>();
  private readonly read = new Map<string, Signal<unknown>>();
  private readonly changes = signal(0);
  readonly list: ReadonlySignal<readonly unknown[]> = computed(() => {
    this.changes.value;
    return [...this.docs.values()];
  });

  ids(): string[] {
    return [...this.docs.keys()];
  }

  one(id: string): unknown {
    const cell = this.read.get(id) ?? signal(this.docs.get(id));
    this.read.set(id, cell);
    return cell.value;
  }

  put(id: string, doc: unknown): void {
    this.docs.set(id, doc);
    this.changed(id, doc);
  }

  drop(id: string): void {
    if (this.docs.delete(id)) this.changed(id, undefined);
  }

  private changed(id: string, doc: unknown): void {
    const cell = this.read.get(id);
    if (cell) cell.value = doc;
    this.changes.value = this.changes.peek() + 1;
  }
}
