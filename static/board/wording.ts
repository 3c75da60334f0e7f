// How things on a board are called: notes, or answers where a closing question is grouped.
import { nt, t } from "../words";
import type { Place } from "./place";
import type { Group } from "./wall";

type Of = Pick<Place, "question">;

/** "3 notes", or "3 answers". */
export function count({ question }: Of, n: number): string {
  return question === null ? nt("%(n)s note", "%(n)s notes", n) : nt("%(n)s answer", "%(n)s answers", n);
}

/** "The note", or "3 notes". */
export function things(place: Of, n: number): string {
  if (n !== 1) return count(place, n);
  return place.question === null ? t("The note") : t("The answer");
}

export function groupWord(group: Group): string {
  return group.name || t("Group %(no)s, not named yet", { no: group.no });
}

export function tableCount(n: number): string {
  return nt("%(n)s table", "%(n)s tables", n);
}

/** From this likeness on, of 100, notes are close; and fairly close. Seen on notes of real cafés. */
const CLOSE = 35;
const FAIRLY = 18;

/** How like one another, in words. `score`: 0 to 100. */
export function likenessWord(score: number): string {
  if (score >= CLOSE) return t("close");
  return score >= FAIRLY ? t("fairly close") : t("loosely alike");
}

export function average(scores: readonly number[]): number {
  return Math.round(scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length));
}

/** “again”, “new worker” */
export function quoted(words: readonly string[]): string {
  return words.map((word) => t("“%(word)s”", { word })).join(", ");
}
