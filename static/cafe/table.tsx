import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { all, link, one, waiting } from "../engine";
import { Board, BoardColumn } from "../parts/board";
import { Empty } from "../parts/empty";
import { Icon } from "../parts/icons";
import { Loading } from "../parts/loading";
import { SkipLink } from "../parts/skip-link";
import type { MeDoc, TableDoc } from "../wire/documents";
import { t } from "../words";
import { BringIn } from "./bring-in";
import { focusSoon } from "./focus";
import { useFresh } from "./fresh";
import { fieldOf } from "./jot";
import { leading } from "./leading";
import { isLive, looksAfter, me, type StepOf } from "./on";
import { isAdding, WaitingNotes } from "./outgoing";
import { Recap } from "./recap";
import { type AtTable, TableNote } from "./table-note";
import { type Laid, laidOut } from "./table-notes";
import { TableTools, TableTop } from "./table-top";
import { Write } from "./write";

interface TableProps {
  step: StepOf<"story_round">;
}

/** A round, at my table. After its end it stays for a while, for late notes. */
export function Table({ step }: TableProps): JSX.Element {
  const who = me();
  const table = one("table:table");
  if (!who || !table || table.round !== step.id) return <Loading text={t("Fetching your table…")} />;
  return <AtMyTable step={step} who={who} table={table} />;
}

function AtMyTable({ step, who, table }: TableProps & { who: MeDoc; table: TableDoc }): JSX.Element {
  const notes = myNotes(step.id, who, table.no);
  const leads = looksAfter(who, table);
  const at: AtTable = { step, who, leads, live: isLive(step) };
  const Lead = leading.value?.LeadTable;
  const clear = link.value === "connected" || !waiting.value.some(isAdding);
  useFresh();
  return (
    <div class="tv stack stack--wide">
      <SkipLink to={fieldOf(step.id)} label={t("Skip to writing a note")} />
      <TableTop step={step} table={table} who={who} />
      <TableTools table={table} leads={leads} />
      <div class="folds">
        {Lead && who.leads === table.no && <Lead table={table} />}
        <Recap {...at} />
        <BringIn step={step} />
      </div>
      <div class={clear ? "tv-body tv-body--clear" : "tv-body"}>
        {!clear && <WaitingNotes />}
        <Notes {...at} notes={clear ? notes : notes.filter((note) => !isOnItsWay(note))} />
        <Write step={step} notes={notes} />
      </div>
      <ToComposer step={step.id} />
    </div>
  );
}

function myNotes(step: string, who: MeDoc, table: number): Laid[] {
  const docs = all("table:note").filter((note) => note.step === step);
  const orders = waiting.value.map(({ command }) => command);
  return laidOut(docs, orders, { person: who.id, name: who.name, table, step });
}

/** A note of which the server knows nothing yet: while the line is down it stands among those that wait. */
function isOnItsWay(note: Laid): boolean {
  return note.at === 0;
}

function Notes({ notes, ...at }: AtTable & { notes: readonly Laid[] }): JSX.Element {
  if (notes.length === 0) return <Nothing />;
  const kinds = [...new Set([...at.step.settings.note_kinds, ...notes.map(({ kind }) => kind)])];
  return (
    <Board columns={kinds.length} class="tv-board">
      {kinds.map((kind) => {
        const column = notes.filter((note) => note.kind === kind);
        return (
          <BoardColumn key={kind} kind={kind} count={column.length}>
            {column.map((note) => (
              <TableNote key={note.id} note={note} column={column} others={notes} {...at} />
            ))}
          </BoardColumn>
        );
      })}
    </Board>
  );
}

function Nothing(): JSX.Element {
  return (
    <div class="tv-board">
      <Empty
        title={t("The table is clear")}
        text={t("The first note is the hardest. Half a sentence is enough.")}
      />
    </div>
  );
}

/** On a phone: the way to the composer, out of the way while it is in view. */
function ToComposer({ step }: { step: string }): JSX.Element {
  const hidden = useSignal(false);
  useEffect(() => {
    const composer = document.getElementById(`write-${step}`);
    if (!composer || typeof IntersectionObserver !== "function") return;
    const watch = new IntersectionObserver((seen) => {
      hidden.value = seen.some(({ isIntersecting }) => isIntersecting);
    });
    watch.observe(composer);
    return () => watch.disconnect();
  }, [hidden, step]);
  return (
    <a
      class="btn btn--do tv-fab"
      href={`#${fieldOf(step)}`}
      hidden={hidden.value}
      onClick={() => focusSoon(fieldOf(step))}
    >
      <Icon name="pen" />
      {t("Write a note")}
    </a>
  );
}
