import type { JSX } from "preact";
import { all } from "../engine";
import { Note } from "../parts/note";
import { t } from "../words";
import { Fold } from "./fold";
import { leading } from "./leading";
import type { AtTable } from "./table-note";
import { inOrder } from "./table-notes";
import { countNotes } from "./words";

/** What was said at this table before: the notes its people highlighted. The facilitator opens the round with it. */
export function Recap({ leads, step }: AtTable): JSX.Element | null {
  const notes = inOrder(all("table:note").filter((note) => note.earlier && note.highlighted));
  const Choose = leads ? leading.value?.ChooseRecap : undefined;
  if (!step.settings.recap || (notes.length === 0 && !Choose)) return null;
  return (
    <Fold title={t("What was said here before")} count={countNotes(notes.length)} open class="tv-recap">
      <p class="small soft">
        {notes.length > 0
          ? t("Highlighted at this table in the round before.")
          : t("Nothing is highlighted yet.")}
      </p>
      <ul class="notes notes--wide">
        {notes.map(({ id, kind, text }) => (
          <Note key={id} kind={kind} text={text} highlighted />
        ))}
      </ul>
      {Choose && <Choose />}
    </Fold>
  );
}
