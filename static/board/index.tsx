// A board: what belongs together. For everyone who groups, and for whoever watches. Loaded when it is needed.
import type { JSX } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import { Button } from "../parts/button";
import { Empty } from "../parts/empty";
import { nt, t } from "../words";
import { type Board, createBoard, type View, viewSignal } from "./board";
import { anyChosen, choosing, stopChoosing } from "./chosen";
import { ChosenBar } from "./chosen-bar";
import { clear, Filters } from "./filters";
import { isFiltered, type Wanted } from "./find";
import { BoardGroup } from "./group";
import { Guesses } from "./guesses";
import { Loose } from "./loose";
import { More } from "./more";
import { openNaming } from "./moves";
import { type Hands, placeOf } from "./place";
import { count } from "./wording";

interface WallBoardProps extends Hands {
  /** A step's id; with `.` and a question's number behind it for answers. */
  id: string;
}

/** Loose notes, what the computer would put together, and the groups. */
export function WallBoard({ id, moves, hosts }: WallBoardProps): JSX.Element {
  const board = useMemo(() => createBoard(placeOf(id), { moves, hosts }), [id, moves, hosts]);
  useEffect(() => stopChoosing, [id]);
  if (board.wall.value.notes.size === 0) return <Nothing board={board} />;
  return <Whole board={board} />;
}

function Nothing({ board }: { board: Board }): JSX.Element {
  return board.question === null ? (
    <Empty title={t("The wall is clear")} text={t("No table has written a note yet.")} />
  ) : (
    <Empty title={t("Nothing here yet")} text={t("Nobody has answered this question yet.")} />
  );
}

function Whole({ board }: { board: Board }): JSX.Element {
  const view = viewSignal().value;
  const moves = board.moves.value;
  const bar = moves && (choosing.value || anyChosen.value);
  return (
    <div class="board" data-view={view}>
      <div class="board-top">
        <Progress board={board} />
        <Naming board={board} />
      </div>
      <Tools board={board} view={view} />
      <Jumps board={board} />
      {isFiltered(board.wanted.value) && board.shown.value.found === 0 ? (
        <NotFound board={board} />
      ) : (
        <div class="th">
          <Loose key={view} board={board} view={view} />
          <div class="th-groups">
            {!isFiltered(board.wanted.value) && <Guesses board={board} />}
            <Groups board={board} view={view} />
          </div>
        </div>
      )}
      {bar && <ChosenBar board={board} />}
    </div>
  );
}

function NotFound({ board }: { board: Board }): JSX.Element {
  const { words } = board.wanted.value;
  const answers = board.question !== null;
  const title = () => {
    if (words.trim() === "") return t("Nothing fits these filters.");
    return answers
      ? t("No answer has “%(words)s” in it.", { words: words.trim() })
      : t("No note has “%(words)s” in it.", { words: words.trim() });
  };
  return (
    <Empty title={title()} text={t("Accents and capitals make no difference.")}>
      <Button dense onPress={() => clear(board)}>
        {onlyWords(board.wanted.value) ? t("Clear the search") : t("Show everything")}
      </Button>
    </Empty>
  );
}

function onlyWords({ words: _words, ...others }: Wanted): boolean {
  return Object.values(others).every((each) => each === "");
}

function groupCount(groups: number, voices: number): string {
  const words = nt("%(n)s group", "%(n)s groups", groups);
  if (voices === 0) return t("%(groups)s.", { groups: words });
  const alone = nt("%(n)s voice on its own", "%(n)s voices on their own", voices);
  return t("%(groups)s, %(alone)s.", { groups: words, alone });
}

function Progress({ board }: { board: Board }): JSX.Element {
  const { groups, loose, notes } = board.wall.value;
  const voices = groups.filter((group) => group.single_voice).length;
  return (
    <p class="th-progress">
      {t("%(grouped)s of %(all)s are in a group.", {
        grouped: notes.size - loose.length,
        all: count(board, notes.size),
      })}{" "}
      {groupCount(groups.length - voices, voices)}
    </p>
  );
}

/** On a phone the parts lie far below one another: the ways there. */
function Jumps({ board }: { board: Board }): JSX.Element {
  const { groups, guesses } = board.wall.value;
  const guessing = board.suggesting.value && board.moves.value && !isFiltered(board.wanted.value);
  const jump = (id: string, words: string) => (
    <Button dense look="quiet" icon="down" onPress={() => document.getElementById(id)?.focus()}>
      {words}
    </Button>
  );
  return (
    <div class="row board-jumps">
      {guessing && jump("guesses", t("Look alike: %(n)s", { n: guesses.length }))}
      {jump("groups", t("Groups: %(n)s", { n: groups.length }))}
    </div>
  );
}

/** Silent grouping first, names last: a host says when. */
function Naming({ board }: { board: Board }): JSX.Element | null {
  const naming = board.naming.value;
  if (board.question !== null) return null;
  return (
    <div class="th-naming">
      <p class="small soft">{namingWords(naming, board.hosts)}</p>
      {board.hosts && board.moves.value && (
        <Button dense icon={naming ? "lock" : "pen"} onPress={() => openNaming(board, !naming)}>
          {naming ? t("Back to silent grouping") : t("Open the naming")}
        </Button>
      )}
    </div>
  );
}

function namingWords(naming: boolean, hosts: boolean): string {
  if (naming) return t("Now groups get their names.");
  return hosts
    ? t("Everyone groups in silence. You may name groups already.")
    : t("First group in silence. Names come last; your host says when.");
}

function Tools({ board, view }: { board: Board; view: View }): JSX.Element {
  const shown = viewSignal();
  return (
    <div class="board-tools">
      <fieldset class="row board-views">
        <legend class="only-read">{t("How to look at it")}</legend>
        <Button dense icon="wall" pressed={view === "wall"} onPress={() => (shown.value = "wall")}>
          {t("Wall")}
        </Button>
        <Button dense icon="list" pressed={view === "list"} onPress={() => (shown.value = "list")}>
          {t("List")}
        </Button>
      </fieldset>
      {board.moves.value && view === "wall" && (
        <Button dense icon="done" pressed={choosing.value} onPress={toggleChoosing}>
          {t("Choose several notes")}
        </Button>
      )}
      <Filters board={board} />
    </div>
  );
}

function toggleChoosing(): void {
  if (choosing.value) stopChoosing();
  else choosing.value = true;
}

/** So many groups are drawn at once. */
const GROUPS = 30;

function Groups({ board, view }: { board: Board; view: View }): JSX.Element {
  const [pages, setPages] = useState(1);
  const { groups } = board.wall.value;
  const shown = board.shown.value.groups;
  const found = groups.filter(({ id }) => shown.has(id));
  const drawn = found.slice(0, pages * GROUPS);
  const hidden = groups.length - found.length;
  return (
    <section aria-labelledby="groups">
      <h2 id="groups" tabIndex={-1}>
        {t("Groups")} <span class="soft count">{groups.length}</span>
      </h2>
      {groups.length === 0 && <p class="soft">{t("No group yet. Two notes are enough to begin.")}</p>}
      {hidden > 0 && (
        <p class="small soft">
          {nt("%(n)s group has nothing of it.", "%(n)s groups have nothing of it.", hidden)}
        </p>
      )}
      {board.moves.value && (
        <p class="new-group small soft" data-drop="new" aria-hidden="true">
          {t("Drop it here for a new group")}
        </p>
      )}
      <div class="themes">
        {drawn.map((group) => (
          <BoardGroup
            key={`${view} ${group.id}`}
            {...{ board, group, view, notes: shown.get(group.id) ?? [] }}
          />
        ))}
      </div>
      <More rest={found.length - drawn.length} page={GROUPS} onPress={() => setPages(pages + 1)} />
    </section>
  );
}
