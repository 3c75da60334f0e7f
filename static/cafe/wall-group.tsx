import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { draft } from "../engine";
import { Button } from "../parts/button";
import { Field } from "../parts/field";
import { Menu } from "../parts/menu";
import { type MenuItem, MenuList } from "../parts/menu-list";
import { Reach } from "../parts/reach";
import { nt, t } from "../words";
import { focusSoon } from "./focus";
import { hand } from "./sending";
import { type Group, mostlyOneTable, type Wall } from "./wall";
import { groupWord, merge, singleVoice } from "./wall-moves";
import { target, WallNote } from "./wall-note";

/** So many notes of a group are shown at first; then page by page. */
const FIRST = 2;
const PAGE = 20;

interface WallGroupProps {
  group: Group;
  wall: Wall;
  step: string;
  moves: boolean;
}

type Open = "name" | "merge" | null;

/** Notes that people put together: what it is called, how far it carries, and its notes. */
export function WallGroup({ group, wall, step, moves }: WallGroupProps): JSX.Element {
  const [open, setOpen] = useState<Open>(null);
  const id = `group-${group.id}`;
  const close = () => {
    setOpen(null);
    focusSoon(id);
  };
  return (
    <section class="theme" aria-labelledby={id} data-drop={moves ? group.id : undefined}>
      <div class="theme-top">
        <div class="theme-head">
          <h3 id={id} tabIndex={-1} class={group.name ? undefined : "soft"} dir="auto">
            {groupWord(group)}
          </h3>
          <Reach notes={group.notes.length} tables={group.tables.length} more={more(group, wall)} />
        </div>
        {moves && (
          <Menu
            label={t("Choose what to do with the group “%(group)s”", { group: groupWord(group) })}
            items={groupItems(group, wall.groups.length > 1, setOpen)}
          />
        )}
      </div>
      {group.statement && open !== "name" && (
        <p class="small soft" dir="auto">
          {group.statement}
        </p>
      )}
      {moves && open === null && <NameIt group={group} onPress={() => setOpen("name")} />}
      {open === "merge" && <MergeInto group={group} wall={wall} onClose={() => setOpen(null)} />}
      {open === "name" && <NameGroup group={group} onEnd={close} />}
      <GroupNotes group={group} wall={wall} step={step} moves={moves} />
    </section>
  );
}

function more(group: Group, { notes }: Wall): string[] {
  const words = [
    group.single_voice && t("a single voice"),
    mostlyOneTable(group, notes) && t("mostly one table"),
  ];
  return words.filter((word): word is string => Boolean(word));
}

/** Names come last: offered once two notes lie together. */
function NameIt({ group, onPress }: { group: Group; onPress: () => void }): JSX.Element | null {
  if (group.name || group.notes.length < 2) return null;
  return (
    <Button dense icon="pen" onPress={onPress} label={t("Name it: group %(no)s", { no: group.no })}>
      {t("Name it")}
    </Button>
  );
}

interface MergeIntoProps {
  group: Group;
  wall: Wall;
  onClose: () => void;
}

function MergeInto({ group, wall, onClose }: MergeIntoProps): JSX.Element {
  const others = wall.groups.filter(({ id }) => id !== group.id);
  return (
    <MenuList
      inline
      heading
      label={t("Move the whole group into…")}
      items={others.map((to) => ({ ...target(to), onChoose: () => merge(group, to) }))}
      onClose={onClose}
    />
  );
}

function groupItems(group: Group, others: boolean, setOpen: (open: Open) => void): MenuItem[] {
  const early = group.notes.length < 2 && !group.name && !group.single_voice;
  return [
    {
      label: group.name ? t("Change the name or the sentence") : t("Name the group"),
      icon: "pen",
      reason: early ? t("Names come last: put another note in first.") : undefined,
      onChoose: () => setOpen("name"),
    },
    {
      label: t("Move the whole group into…"),
      icon: "go",
      reason: others ? undefined : t("There is no other group yet."),
      onChoose: () => setOpen("merge"),
    },
    {
      label: group.single_voice ? t("It is not a single voice") : t("Keep it as a single voice"),
      icon: "voice",
      onChoose: () => singleVoice(group),
    },
  ];
}

function NameGroup({ group, onEnd }: { group: Group; onEnd: () => void }): JSX.Element {
  const kept = draft(`name/${group.id}`, { name: group.name, statement: group.statement });
  const [wrong, setWrong] = useState<string>();
  const { name, statement } = kept.text.value;
  const end = () => {
    kept.clear();
    onEnd();
  };
  const save = async (event: Event) => {
    event.preventDefault();
    try {
      await hand("theme.name", { theme: group.id, name, statement });
      end();
    } catch (refusal) {
      setWrong((refusal as Error).message);
    }
  };
  const put = (part: Partial<typeof kept.text.value>) => {
    setWrong(undefined);
    kept.text.value = { ...kept.text.value, ...part };
  };
  return (
    <form class="composer" onSubmit={save}>
      <Field
        id={`name-${group.id}`}
        label={t("What is it called?")}
        hint={t("A few words.")}
        value={name}
        wrong={wrong}
        onChange={(words) => put({ name: words })}
      />
      <Field
        label={t("What does it say?")}
        hint={t("One sentence, if you like.")}
        value={statement}
        rows={2}
        onChange={(words) => put({ statement: words })}
      />
      <div class="row">
        <Button type="submit" look="do" dense>
          {t("Save")}
        </Button>
        <Button look="quiet" dense onPress={end}>
          {t("Leave it as it was")}
        </Button>
      </div>
    </form>
  );
}

function GroupNotes({ group, wall, step, moves }: WallGroupProps): JSX.Element {
  const [shown, show] = useState(FIRST);
  const notes = group.notes.flatMap((id) => wall.notes.get(id) ?? []);
  const rest = notes.length - shown;
  return (
    <>
      <ul class="notes">
        {notes.slice(0, shown).map((note) => (
          <WallNote key={note.id} note={note} group={group} groups={wall.groups} step={step} moves={moves} />
        ))}
      </ul>
      {rest > 0 && (
        <Button
          look="quiet"
          dense
          icon="down"
          onPress={() => show(shown + PAGE)}
          label={t("%(show)s of “%(group)s”", { show: showWords(rest), group: groupWord(group) })}
        >
          {showWords(rest)}
        </Button>
      )}
    </>
  );
}

function showWords(rest: number): string {
  if (rest > PAGE) return t("Show %(n)s more", { n: PAGE });
  return nt("Show the other %(n)s", "Show the other %(n)s", rest);
}
