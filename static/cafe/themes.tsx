import { signal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { all, cafe, waiting } from "../engine";
import { Button } from "../parts/button";
import { Empty } from "../parts/empty";
import { Menu } from "../parts/menu";
import { Say } from "../parts/say";
import { nt, t } from "../words";
import { isLive, type StepOf } from "./on";
import { StepHead } from "./step-head";
import { type Group, type Wall, wallOf } from "./wall";
import { chooseNone, choosing, chosenOn, stopChoosing } from "./wall-chosen";
import { WallGroup } from "./wall-group";
import { type Moved, moveTo, startGroup, takeOut } from "./wall-moves";
import { target, WallNote } from "./wall-note";

/** So many loose notes are drawn at once; a phone stays quick with hundreds. */
const PAGE = 20;
const shown = signal(PAGE);

function groupCount(groups: number, voices: number): string {
  const words = nt("%(n)s group", "%(n)s groups", groups);
  if (voices === 0) return t("%(groups)s.", { groups: words });
  const alone = nt("%(n)s voice on its own", "%(n)s voices on their own", voices);
  return t("%(groups)s, %(alone)s.", { groups: words, alone });
}

interface OnWallProps {
  wall: Wall;
  step: string;
  /** Whether this person may move notes now. */
  moves: boolean;
}

/** What belongs together: loose notes first, then the groups, all tables together. */
export function Themes({ step }: { step: StepOf<"themes"> }): JSX.Element {
  const orders = waiting.value.map(({ command }) => command);
  const seed = `${cafe.person}/${step.id}`;
  const wall = wallOf({ step: step.id, notes: all("wall:note"), themes: all("wall:theme"), orders, seed });
  const may = step.settings.who !== "facilitators" || cafe.role === "facilitator";
  const on = { wall, step: step.id, moves: may && isLive(step) };
  useEffect(() => stopChoosing, []);
  return (
    <div class="stack stack--wide">
      <StepHead
        step={step}
        title={t("What belongs together?")}
        lead={
          step.settings.words ||
          t("Move notes that speak of the same thing. Names come last. A note may stay on its own.")
        }
      />
      {!may && <Watching />}
      <Progress wall={wall} />
      {wall.notes.size === 0 ? <NoNotes /> : <TheWall {...on} />}
    </div>
  );
}

function Watching(): JSX.Element {
  return (
    <Say icon="people" level={2} title={t("The facilitators group the notes")}>
      <p class="small">{t("You see it grow. Tell them what you see.")}</p>
    </Say>
  );
}

function NoNotes(): JSX.Element {
  return <Empty title={t("The wall is clear")} text={t("No table has written a note yet.")} />;
}

function Progress({ wall }: { wall: Wall }): JSX.Element {
  const { groups, loose, notes } = wall;
  const voices = groups.filter((group) => group.single_voice).length;
  return (
    <p class="th-progress">
      {t("%(grouped)s of %(all)s are in a group.", {
        grouped: notes.size - loose.length,
        all: nt("%(n)s note", "%(n)s notes", notes.size),
      })}{" "}
      {groupCount(groups.length - voices, voices)}
    </p>
  );
}

function TheWall(props: OnWallProps): JSX.Element {
  const { wall, step, moves } = props;
  return (
    <div class="th">
      <Loose {...props} />
      <div class="th-groups">
        {moves && (
          <div class="row">
            <Button dense pressed={choosing.value} onPress={toggleChoosing}>
              {t("Choose several notes")}
            </Button>
          </div>
        )}
        {moves && (
          <p class="new-group small soft" data-drop="new" aria-hidden="true">
            {t("Drop a note here for a new group")}
          </p>
        )}
        <section aria-labelledby="groups">
          <h2 id="groups" tabIndex={-1}>
            {t("Groups")} <span class="soft count">{wall.groups.length}</span>
          </h2>
          {wall.groups.length === 0 && (
            <p class="soft">{t("No group yet. Two notes are enough to begin.")}</p>
          )}
          <div class="themes">
            {wall.groups.map((group) => (
              <WallGroup key={group.id} group={group} wall={wall} step={step} moves={moves} />
            ))}
          </div>
        </section>
      </div>
      {moves && choosing.value && <ChosenBar {...props} />}
    </div>
  );
}

function toggleChoosing(): void {
  if (choosing.value) stopChoosing();
  else choosing.value = true;
}

function Loose({ wall, step, moves }: OnWallProps): JSX.Element {
  const rest = wall.loose.length - shown.value;
  return (
    <section class="th-loose" aria-labelledby="loose" data-drop={moves ? "loose" : undefined}>
      <h2 id="loose" tabIndex={-1}>
        {t("Not grouped yet")} <span class="soft count">{wall.loose.length}</span>
      </h2>
      <p class="small soft">{looseWords(wall)}</p>
      <ul class="notes">
        {wall.loose.slice(0, shown.value).map((note) => (
          <WallNote key={note.id} note={note} group={null} groups={wall.groups} step={step} moves={moves} />
        ))}
      </ul>
      {rest > 0 && (
        <Button look="quiet" dense icon="down" onPress={() => (shown.value += PAGE)}>
          {t("Show %(n)s more of %(rest)s", { n: Math.min(PAGE, rest), rest })}
        </Button>
      )}
    </section>
  );
}

function looseWords({ loose }: Wall): string {
  return loose.length === 0
    ? t("Every note has found its place.")
    : t("In random order, another for each person.");
}

/** What to do with the chosen notes; in sight while one chooses. */
function ChosenBar({ wall, step }: OnWallProps): JSX.Element {
  const [first, ...others] = chosenOn(wall);
  return (
    <section class="chosen-bar row" aria-label={t("The chosen notes")}>
      <p class="firm">{nt("%(n)s note chosen", "%(n)s notes chosen", first ? others.length + 1 : 0)}</p>
      {first && <ChosenTools lying={[first, ...others]} groups={wall.groups} step={step} />}
      <Button dense look="quiet" onPress={stopChoosing}>
        {t("Done")}
      </Button>
    </section>
  );
}

function ChosenTools({
  lying,
  groups,
  step,
}: {
  lying: Moved;
  groups: readonly Group[];
  step: string;
}): JSX.Element {
  const act = (deed: () => void) => () => {
    deed();
    chooseNone();
  };
  return (
    <>
      {groups.length > 0 && (
        <Menu
          label={t("Move them to…")}
          text={t("Move them to…")}
          icon="go"
          items={groups.map((to) => ({ ...target(to), onChoose: act(() => moveTo(to, lying)) }))}
        />
      )}
      <Button dense icon="plus" onPress={act(() => startGroup(step, lying))}>
        {t("Make a new group of them")}
      </Button>
      {lying.some(({ group }) => group) && (
        <Button dense icon="back" onPress={act(() => takeOut(lying))}>
          {t("Take them out")}
        </Button>
      )}
    </>
  );
}
