import type { JSX } from "preact";
import { one } from "../engine";
import { t } from "../words";
import { broughtGroups, groupName, ideaWords, tablesOf } from "./brought";

/** "Time for families: tables 2, 5, 9", with the ideas below; then those that stand on their own. */
export function ThemesBrought({ level = 2 }: { level?: 2 | 3 }): JSX.Element | null {
  const groups = broughtGroups();
  const alone = one("hall:brought")?.alone ?? [];
  if (groups.length + alone.length === 0) return null;
  const Heading = `h${level}` as const;
  const Name = level === 2 ? "h3" : "h4";
  return (
    <section class="stack brought" aria-labelledby="brought">
      <Heading id="brought">{t("What the tables bring, by theme")}</Heading>
      <ul class="stack">
        {groups.map((group) => (
          <li key={group.theme}>
            <Name dir="auto">
              {groupName(group)}: {tablesOf(group.tables)}
            </Name>
            <Ideas notes={group.notes} />
          </li>
        ))}
        {alone.length > 0 && (
          <li>
            <Name>{t("On their own")}</Name>
            <Ideas notes={alone} />
          </li>
        )}
      </ul>
      <p class="small soft">
        {t("Themes of most tables stand first. That says nothing about their weight.")}
      </p>
    </section>
  );
}

function Ideas({ notes }: { notes: readonly string[] }): JSX.Element {
  return (
    <ul class="dotlist">
      {notes.map((note) => {
        const idea = ideaWords(note);
        return (
          idea && (
            <li key={note} dir="auto">
              {t("%(text)s (table %(no)s)", { text: idea.text, no: idea.table })}
            </li>
          )
        );
      })}
    </ul>
  );
}
