import type { JSX } from "preact";
import { all } from "../engine";
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
  const loose = notes.filter((note) => !grouped.has(note.id)).length;
  const rest = themes.length - SHOWN;
  const signs = [
    nt("%(n)s note on the wall", "%(n)s notes on the wall", notes.length),
    nt("%(n)s not grouped yet", "%(n)s not grouped yet", loose),
  ];
  return (
    <Wall
      step={step.settings.title}
      title={titleWords(themes.length)}
      signs={signs}
      clock={<WallClock step={step} />}
    >
      <ul class="wall-themes">
        {themes.slice(0, SHOWN).map((theme) => (
          <Theme key={theme.id} theme={theme} />
        ))}
      </ul>
      {rest > 0 && <p class="wall-step">{nt("and %(n)s more theme", "and %(n)s more themes", rest)}</p>}
    </Wall>
  );
}

function titleWords(themes: number): string {
  return themes === 0 ? t("What belongs together?") : nt("%(n)s theme so far", "%(n)s themes so far", themes);
}

function Theme({ theme }: { theme: ThemeDoc }): JSX.Element {
  return (
    <li>
      <b dir="auto">{theme.name || t("Not named yet")}</b>
      <span class="wall-reach">
        {[
          nt("%(n)s note", "%(n)s notes", theme.notes.length),
          nt("%(n)s table", "%(n)s tables", theme.tables.length),
          ...(theme.single_voice ? [t("a single voice")] : []),
        ].join(" · ")}
      </span>
    </li>
  );
}
