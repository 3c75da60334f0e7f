import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../parts/button";
import { t } from "../words";
import type { Board, View } from "./board";
import { chooseAll, choosing } from "./chosen";
import { isFiltered } from "./find";
import { More } from "./more";
import { BoardNote } from "./note";

/** So many loose notes are drawn at once; a phone stays quick with hundreds. */
const PAGES = { wall: 20, list: 50 };

/** What is in no group: a place like any other, never hidden. */
export function Loose({ board, view }: { board: Board; view: View }): JSX.Element {
  const [pages, setPages] = useState(1);
  const notes = board.shown.value.loose;
  const page = PAGES[view];
  const drawn = notes.slice(0, pages * page);
  return (
    <section class="th-loose" aria-labelledby="loose" data-drop={board.moves.value ? "loose" : undefined}>
      <h2 id="loose" tabIndex={-1}>
        {t("Not grouped yet")} <span class="soft count">{countWords(board)}</span>
      </h2>
      <p class="small soft">{looseWords(board)}</p>
      {board.moves.value && (choosing.value || view === "list") && drawn.length > 1 && (
        <Button
          dense
          look="quiet"
          onPress={() =>
            chooseAll(
              drawn.map(({ id }) => ({ note: id, group: null })),
              true,
            )
          }
        >
          {t("Choose all %(n)s shown", { n: drawn.length })}
        </Button>
      )}
      <ul class={view === "list" ? "lines" : "notes"}>
        {drawn.map((note) => (
          <BoardNote key={note.id} board={board} note={note} group={null} also="" view={view} />
        ))}
      </ul>
      <More rest={notes.length - drawn.length} page={page} onPress={() => setPages(pages + 1)} />
    </section>
  );
}

function countWords({ wall, shown, wanted }: Board): string | number {
  const all = wall.value.loose.length;
  return isFiltered(wanted.value) ? t("%(n)s of %(all)s", { n: shown.value.loose.length, all }) : all;
}

function looseWords({ wall, shown, question }: Board): string {
  if (wall.value.loose.length > 0) {
    return shown.value.loose.length === 0
      ? t("None of these is what you look for.")
      : t("In random order, another for each person.");
  }
  return question === null ? t("Every note has found its place.") : t("Every answer has found its place.");
}
