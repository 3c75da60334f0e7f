import type { JSX } from "preact";
import { all, one } from "../engine";
import type { Step } from "../host/day";
import type { ThemeDoc } from "../wire/documents";
import { nt, t } from "../words";
import { Wall, WallClock } from "./wall";

/** As many as can be read from the back of a room. */
const SHOWN = 12;

/** The wall of themes: names and how far each carries. They stand in the order in which they were begun. */
export function ThemesWall({ step }: { step: Step }): JSX.Element {
  const themes = [...all("wall:theme")].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  const grouped = new Set(themes.flatMap((theme) => theme.notes));
  const notes = all("wall:note");
  const lying = notes.filter((note) => grouped.has(note.id)).length;
  const rest = themes.length - SHOWN;
  return (
    <Wall
      step={step.settings.title}
      title={titleWords(themes.length)}
      signs={[namingWords(one("wall:board")?.naming === true)]}
      clock={<WallClock step={step} />}
    >
      <div class="wall-grouping">
        <Progress lying={lying} notes={notes.length} />
        <ul class="wall-themes">
          {themes.slice(0, SHOWN).map((theme, at) => (
            <Theme key={theme.id} theme={theme} no={at + 1} />
          ))}
        </ul>
        {rest > 0 && <p class="wall-step">{nt("and %(n)s more group", "and %(n)s more groups", rest)}</p>}
      </div>
    </Wall>
  );
}

function titleWords(themes: number): string {
  return themes === 0 ? t("What belongs together?") : nt("%(n)s group so far", "%(n)s groups so far", themes);
}

function namingWords(naming: boolean): string {
  return naming ? t("Now groups get their names") : t("In silence first. Names come last");
}

/** How much of the wall lies in groups: a line that fills, and the same in words. */
function Progress({ lying, notes }: { lying: number; notes: number }): JSX.Element {
  return (
    <div class="wall-progress">
      <p>
        {nt("%(lying)s of %(n)s note is in a group", "%(lying)s of %(n)s notes are in a group", notes, {
          lying,
        })}
      </p>
      <progress value={lying} max={Math.max(1, notes)} aria-hidden="true" />
    </div>
  );
}

function Theme({ theme, no }: { theme: ThemeDoc; no: number }): JSX.Element {
  return (
    <li>
      <b dir="auto">{theme.name || t("Group %(no)s", { no })}</b>
      <span class="wall-reach">{reachWords(theme).join(" · ")}</span>
    </li>
  );
}

function reachWords({ notes, tables, single_voice }: ThemeDoc): string[] {
  const from =
    tables.length === 1 && notes.length > 1
      ? t("all from one table")
      : nt("%(n)s table", "%(n)s tables", tables.length);
  const words = [nt("%(n)s note", "%(n)s notes", notes.length), from];
  return single_voice ? [...words, t("a single voice")] : words;
}
