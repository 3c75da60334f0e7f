import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { stepAside } from "../cafe/focus";
import { excerpt } from "../cafe/words";
import { Button } from "../parts/button";
import { Icon } from "../parts/icons";
import type { WallNoteDoc } from "../wire/documents";
import { nt, t } from "../words";
import type { Board } from "./board";
import { putSuggested, refuse } from "./guess-moves";
import { Look } from "./look";
import { some } from "./moves";
import { nearGroups } from "./note-deeds";
import type { Group } from "./wall";
import { count, groupWord, quoted, things } from "./wording";

interface ChipsProps {
  board: Board;
  note: WallNoteDoc;
  /** The element that holds the note. */
  id: string;
  most: number;
}

/** The groups that a loose note may belong to: one press puts it there, another says no. */
export function Chips({ board, note, id, most }: ChipsProps): JSX.Element | null {
  const groups = nearGroups(board, note.id).slice(0, most);
  if (groups.length === 0) return null;
  return (
    <div class="near">
      <p class="near-head">
        <Icon name="alike" />
        {t("May belong to")}
      </p>
      <ul class="near-chips">
        {groups.map((to) => (
          <li key={to.id} class="near-chip">
            <button
              type="button"
              class="near-yes"
              aria-label={t("%(group)s: put “%(words)s” there", {
                group: groupWord(to),
                words: excerpt(note.text, 25),
              })}
              onClick={() => {
                stepAside(id);
                putSuggested(board, to, [note.id]);
              }}
            >
              <span dir="auto">{groupWord(to)}</span>
            </button>
            <button
              type="button"
              class="near-no"
              aria-label={t("Not “%(group)s”", { group: groupWord(to) })}
              onClick={() => refuse(to, note.id)}
            >
              <Icon name="close" />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** "3 notes may belong here": look at them, or put all of them in. */
export function Beside({ board, group }: { board: Board; group: Group }): JSX.Element | null {
  const [looks, setLooks] = useState(false);
  const notes = some(board.beside.value.get(group.id) ?? []);
  if (!notes || !board.moves.value) return null;
  const n = notes.length;
  const label = (words: string) => t("%(words)s: %(group)s", { words, group: groupWord(group) });
  const look = t("Look at the %(n)s", { n });
  const put = nt("Put it in", "Put all %(n)s in", n);
  return (
    <div class="beside">
      <p class="small">
        <Icon name="alike" />{" "}
        {nt("%(things)s may belong here.", "%(things)s may belong here.", n, { things: things(board, n) })}{" "}
        {whyWords(board, group, notes)}
      </p>
      {looks ? (
        <Look
          board={board}
          notes={notes}
          submit={(left) => t("Put %(things)s in", { things: count(board, left) })}
          onTake={(taken) => {
            setLooks(false);
            putSuggested(board, group, taken);
          }}
          onClose={() => setLooks(false)}
        />
      ) : (
        <div class="row">
          <Button dense onPress={() => setLooks(true)} label={label(look)}>
            {look}
          </Button>
          <Button dense look="quiet" onPress={() => putSuggested(board, group, notes)} label={label(put)}>
            {put}
          </Button>
        </div>
      )}
    </div>
  );
}

/** So many shared words are named. */
const NAMED = 4;

function whyWords({ wall }: Board, group: Group, notes: readonly string[]): string {
  const shared = new Map<string, number>();
  for (const note of notes) {
    const found = wall.value.near.get(note)?.themes.find(({ theme }) => theme === group.id);
    for (const word of found?.words ?? []) shared.set(word, (shared.get(word) ?? 0) + 1);
  }
  const words = [...shared].sort((a, b) => b[1] - a[1]).map(([word]) => word);
  if (words.length === 0) return t("Why: close in meaning.");
  return t("Why: shared words, %(words)s.", { words: quoted(words.slice(0, NAMED)) });
}
