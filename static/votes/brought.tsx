// What tables bring, by the themes that hold it.
import { all, one } from "../engine";
import type { BroughtDoc } from "../wire/documents";
import { nt, t } from "../words";

export type Brought = BroughtDoc["groups"][number];

export function broughtGroups(): readonly Brought[] {
  return one("hall:brought")?.groups ?? [];
}

/** The words of an idea are with its table's turn. */
export function ideaWords(note: string): { text: string; table: number } | undefined {
  for (const { brings, table } of all("hall:slot")) {
    const idea = brings.find((other) => other.note === note);
    if (idea) return { text: idea.text, table };
  }
  return undefined;
}

export function groupName({ name }: Brought): string {
  return name || t("A group without a name");
}

/** "tables 2, 5, 9" */
export function tablesOf(tables: readonly number[]): string {
  return nt("table %(nos)s", "tables %(nos)s", tables.length, { nos: tables.join(", ") });
}

/** Where else an idea of this table was heard: "Time for families: also tables 5, 9". */
export function alsoWords(note: string, table: number): string[] {
  return broughtGroups()
    .filter((group) => group.notes.includes(note))
    .map((group) => {
      const others = group.tables.filter((no) => no !== table);
      const name = groupName(group);
      return others.length > 0 ? t("%(name)s: also %(tables)s", { name, tables: tablesOf(others) }) : name;
    });
}
