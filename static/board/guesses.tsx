import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../parts/button";
import { Icon } from "../parts/icons";
import type { SuggestingDoc } from "../wire/documents";
import { nt, t } from "../words";
import type { Board } from "./board";
import { Guess } from "./guess";
import { acceptAll, bringBack, dismiss } from "./guess-moves";
import { Level } from "./level";
import { More } from "./more";

/** So many suggestions are drawn at once. */
const PAGE = 4;

/** What looks alike to the computer, of the notes in no group. Whoever only watches is not asked. */
export function Guesses({ board }: { board: Board }): JSX.Element | null {
  const said = board.suggesting.value;
  const [pages, setPages] = useState(1);
  if (!said || !board.moves.value) return null;
  const { guesses, loose } = board.wall.value;
  const drawn = guesses.slice(0, pages * PAGE);
  return (
    <section class="th-sug" aria-labelledby="guesses">
      <h2 id="guesses" tabIndex={-1}>
        <Icon name="alike" />
        {t("Look alike to the computer")} <span class="soft count">{guesses.length}</span>
      </h2>
      <p class="small soft">
        {t("Only a guess, made on this server. Nothing moves until you say so.")}{" "}
        {t("Alike is not agreement: opposites look alike too.")}
      </p>
      <Looking board={board} said={said} />
      <ul class="sugs">
        {drawn.map((guess) => (
          <Guess key={guess.id} board={board} guess={guess} />
        ))}
      </ul>
      <More rest={guesses.length - drawn.length} page={PAGE} onPress={() => setPages(pages + 1)} />
      <All board={board} said={said} />
      {loose.length > 0 && <Level board={board} said={said} />}
    </section>
  );
}

function All({ board, said }: { board: Board; said: SuggestingDoc }): JSX.Element {
  const { guesses } = board.wall.value;
  const away = said.dismissed;
  return (
    <div class="row">
      {guesses.length > 1 && (
        <>
          <Button dense onPress={() => acceptAll(board, guesses)}>
            {t("Make groups of all %(n)s", { n: guesses.length })}
          </Button>
          <Button
            dense
            look="quiet"
            onPress={() =>
              dismiss(
                board,
                guesses.map(({ id }) => id),
              )
            }
          >
            {t("Leave all %(n)s", { n: guesses.length })}
          </Button>
        </>
      )}
      {away.length > 0 && (
        <Button dense look="quiet" icon="undo" onPress={() => bringBack(board, away)}>
          {nt("Bring back the one set aside", "Bring back %(n)s set aside", away.length)}
        </Button>
      )}
    </div>
  );
}

/** How it looked, and whether it still does. */
function Looking({ board, said }: { board: Board; said: SuggestingDoc }): JSX.Element {
  const words = lookingWords(said, board);
  return (
    <div role="status" class="small">
      {words.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}

export function isLooking({ method, level, shown_level }: SuggestingDoc): boolean {
  return method === "" || level !== shown_level;
}

export function lookingWords(said: SuggestingDoc, { wall }: Board): string[] {
  const { method, remark } = said;
  const looking = isLooking(said) && remark !== "failed";
  const words = [
    looking && t("The computer is looking…"),
    remark === "failed" &&
      t("The computer could not look this time. It tries again when notes move. You need not wait."),
    method === "words" &&
      remark !== "failed" &&
      t("The language model is missing on this server. Suggestions go by shared words alone."),
    remark === "languages" &&
      t("There are notes in several languages. Suggestions keep to one language each."),
    remark === "few" && t("There are few notes. With more, the suggestions get better."),
    !looking && remark !== "failed" && wall.value.guesses.length === 0 && t("Nothing else looks alike."),
  ];
  return words.filter((line): line is string => line !== false);
}
