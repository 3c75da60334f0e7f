import type { JSX } from "preact";
import { useId, useState } from "preact/hooks";
import { stepAside } from "../cafe/focus";
import { excerpt } from "../cafe/words";
import { Button } from "../parts/button";
import { Icon } from "../parts/icons";
import type { GuessDoc } from "../wire/documents";
import { nt, t } from "../words";
import type { Board } from "./board";
import { accept, dismiss } from "./guess-moves";
import { Look } from "./look";
import { tablesOf } from "./wall";
import { average, count, likenessWord, quoted, tableCount } from "./wording";

/** Notes that may belong together: how many, from where, what they may be about, why, and one that speaks for them. */
export function Guess({ board, guess }: { board: Board; guess: GuessDoc }): JSX.Element {
  const [looks, setLooks] = useState(false);
  const id = useId();
  const n = guess.notes.length;
  const likeness = new Map(guess.notes.map((note, at) => [note, guess.likeness[at] ?? 0]));
  return (
    <li class="say guess" id={id}>
      <Icon name="alike" />
      <div class="say-body">
        <Reasons board={board} guess={guess} />
        {looks ? (
          <Look
            {...{ board, likeness, notes: guess.notes }}
            submit={takeWords}
            onTake={(notes) => {
              stepAside(id);
              accept(board, guess, notes);
            }}
            onClose={() => setLooks(false)}
          />
        ) : (
          <div class="row">
            <Button dense onPress={() => setLooks(true)}>
              {t("Look at the %(n)s", { n })}
            </Button>
            <Button
              dense
              look="quiet"
              onPress={() => {
                stepAside(id);
                dismiss(board, [guess.id]);
              }}
            >
              {t("No, leave them")}
            </Button>
          </div>
        )}
      </div>
    </li>
  );
}

function takeWords(left: number): string {
  return nt("Make a group of this one", "Make a group of these %(n)s", left);
}

function Reasons({ board, guess }: { board: Board; guess: GuessDoc }): JSX.Element {
  const { notes } = board.wall.value;
  const example = notes.get(guess.example);
  return (
    <>
      <p>
        <b>{fromWords(board, guess)}</b> {t("could be a group.")}
      </p>
      {guess.keywords.length > 0 && (
        <p class="small">{t("Perhaps: %(words)s", { words: guess.keywords.join(" · ") })}</p>
      )}
      {example && (
        <blockquote class="guess-example" dir="auto">
          {excerpt(example.text, 140)}
        </blockquote>
      )}
      <p class="small">
        <b>{t("Why:")}</b> {whyWords(guess)}
      </p>
    </>
  );
}

function fromWords(board: Board, guess: GuessDoc): string {
  const things = count(board, guess.notes.length);
  if (board.question !== null) return things;
  const tables = tablesOf(guess.notes, board.wall.value.notes).length;
  return t("%(things)s from %(tables)s", { things, tables: tableCount(tables) });
}

export function whyWords({ shared, likeness }: GuessDoc): string {
  const alike = likenessWord(average(likeness));
  if (shared.length === 0) return t("%(alike)s in meaning.", { alike: capital(alike) });
  return t("they share %(words)s; %(alike)s in all.", { words: quoted(shared.slice(0, 4)), alike });
}

function capital(word: string): string {
  return word.charAt(0).toLocaleUpperCase() + word.slice(1);
}
