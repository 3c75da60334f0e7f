import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { all, followToo } from "../engine";
import { Dialog } from "../parts/dialog";
import { Empty } from "../parts/empty";
import { Loading } from "../parts/loading";
import { Note } from "../parts/note";
import { Say } from "../parts/say";
import type { Documents } from "../wire/documents";
import { t, timeOfDay } from "../words";
import { Aftermath } from "./aftermath";
import { CallAnswer } from "./call-answer";
import type { House } from "./house";
import { close } from "./opened";
import { TableLinkForm } from "./table-link-form";
import { TablePeople } from "./table-people";
import type { TableView } from "./tables";
import { noteWords, peopleWords } from "./words";

interface DrawerProps {
  no: number;
  house: House;
}

/** One table, as the people at it see it; it is read along live while this is open. */
export function TableDrawer({ no, house }: DrawerProps): JSX.Element {
  const at = `table/${no}`;
  useEffect(() => followToo(at), [at]);
  const view = house.views.find((other) => other.no === no);
  return (
    <Dialog title={t("Table %(no)s", { no })} look="drawer" onClose={close}>
      {view === undefined ? (
        <p>{t("Nobody sits at this table any more.")}</p>
      ) : (
        <div class="stack">
          <p class="small soft">
            {peopleWords(view.table.people.length)} · {noteWords(view.table.notes)}
          </p>
          <TableCalls view={view} house={house} />
          <TablePeople view={view} house={house} at={at} />
          <TableNotes at={at} />
          <TableLinkForm key={view.table.link} view={view} />
        </div>
      )}
      <Aftermath house={house} />
    </Dialog>
  );
}

function TableCalls({ view, house }: { view: TableView; house: House }): JSX.Element {
  const answered = house.calls.filter((call) => call.table === view.no && call.answered_by !== null);
  return (
    <>
      {view.calls.map((call) => (
        <Say key={call.id} icon="hand" now title={t("%(name)s asks for you", { name: call.name })}>
          <p class="small">
            {call.text ? t("“%(text)s”", { text: call.text }) : t("No words were written.")}{" "}
            {timeOfDay(call.at)}
          </p>
          <CallAnswer call={call} />
        </Say>
      ))}
      {answered.map((call) => (
        <p key={call.id} class="small soft">
          {t("%(time)s: %(by)s answered %(name)s.", {
            time: timeOfDay(call.at),
            by: call.answered_by ?? "",
            name: call.name,
          })}{" "}
          {call.answer}
        </p>
      ))}
    </>
  );
}

type TableNote = Documents["table:note"];

/** The notes of the round that is on, in the table's own order; what was highlighted before comes after them. */
function TableNotes({ at }: { at: string }): JSX.Element {
  const chosen = new Set(all("table:priority", at).map((priority) => priority.note));
  const notes = [...all("table:note", at)].sort(
    (a, b) => Number(a.earlier) - Number(b.earlier) || a.rank - b.rank || (a.id < b.id ? -1 : 1),
  );
  const texts = new Map(notes.map((note) => [note.id, note.text]));
  return (
    <section aria-labelledby="table-notes">
      <h3 id="table-notes">{t("Notes")}</h3>
      {notes.length === 0 ? (
        <NoNotes at={at} />
      ) : (
        <ul class="notes">
          {notes.map((note) => (
            <ReadNote key={note.id} note={note} texts={texts} priority={chosen.has(note.id)} />
          ))}
        </ul>
      )}
    </section>
  );
}

function NoNotes({ at }: { at: string }): JSX.Element {
  return all("table:table", at).length === 0 ? (
    <Loading text={t("Fetching the table…")} sheets={1} />
  ) : (
    <Empty level={3} title={t("The table is clear")} text={t("Notes appear here as they are written.")} />
  );
}

interface ReadNoteProps {
  note: TableNote;
  texts: ReadonlyMap<string, string>;
  priority: boolean;
}

function ReadNote({ note, texts, priority }: ReadNoteProps): JSX.Element {
  return (
    <Note
      kind={note.kind}
      text={note.text}
      by={note.name ?? undefined}
      enteredBy={note.entered_by ?? undefined}
      highlighted={note.highlighted}
      priority={priority}
      edited={note.edited > 0}
      broughtFrom={note.brought_from ?? undefined}
      buildsOn={note.builds_on.flatMap((id) => texts.get(id)?.slice(0, 60) ?? [])}
    />
  );
}
