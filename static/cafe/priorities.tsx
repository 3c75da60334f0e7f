import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { all, draft, one, send } from "../engine";
import { Button } from "../parts/button";
import { Empty } from "../parts/empty";
import { Field } from "../parts/field";
import { Loading } from "../parts/loading";
import { Menu } from "../parts/menu";
import { Note } from "../parts/note";
import type { MeDoc, NoteDoc, PriorityDoc, TableDoc } from "../wire/documents";
import { nt, t } from "../words";
import { NeedsTable } from "./between";
import { stepAside } from "./focus";
import { isLive, looksAfter, me, type StepOf } from "./on";
import { hand } from "./sending";
import { StepHead } from "./step-head";
import { inOrder } from "./table-notes";
import { Speaker, WhoSitsHere } from "./table-top";
import { offerUndo } from "./undo";
import { excerpt } from "./words";

type Step = StepOf<"priorities">;
const MOST = 3;

/** Up to three notes that the table brings to everyone, and who speaks for it. Everybody at the table sees it grow. */
export function Priorities({ step }: { step: Step }): JSX.Element {
  const who = me();
  const table = one("table:table");
  if (who && who.table === null) return <NeedsTable step={step} />;
  if (!who || !table) return <Loading text={t("Fetching your table…")} />;
  return <AtTable step={step} who={who} table={table} />;
}

function AtTable({ step, who, table }: { step: Step; who: MeDoc; table: TableDoc }): JSX.Element {
  const chosen = [...all("table:priority")].sort((a, b) => a.at - b.at);
  const most = step.settings.most ?? MOST;
  const leads = looksAfter(who, table) && isLive(step);
  return (
    <div class="stack stack--wide">
      <StepHead
        step={step}
        title={step.settings.prompt || step.settings.title}
        lead={step.settings.words || chooseWords(most)}
      />
      <div class="stack">
        <WhoSitsHere table={table} who={who} />
        <div class="row">
          <Speaker table={table} leads={leads} />
        </div>
      </div>
      <Chosen chosen={chosen} most={most} leads={leads} table={table} />
      <Choices chosen={chosen} most={most} leads={leads} />
    </div>
  );
}

function chooseWords(most: number): string {
  return nt(
    "Choose the idea that could change most.",
    "Choose up to %(n)s ideas that could change most.",
    most,
  );
}

interface ChosenProps {
  chosen: readonly PriorityDoc[];
  most: number;
  leads: boolean;
  table: TableDoc;
}

function Chosen({ chosen, most, leads, table }: ChosenProps): JSX.Element {
  const lead = table.seats.find((seat) => seat.leads);
  return (
    <section class="stack" aria-labelledby="chosen">
      <h2 id="chosen">{t("What table %(no)s brings to everyone", { no: table.no })}</h2>
      <p class="small soft">
        {t("%(n)s of %(most)s chosen.", { n: chosen.length, most })}{" "}
        {!leads && lead && t("%(name)s writes down what you agree on.", { name: lead.name })}
      </p>
      {chosen.length > 0 && (
        <ul class="notes notes--wide">
          {chosen.map((priority) => (
            <Priority key={priority.note} priority={priority} leads={leads} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Priority({ priority, leads }: { priority: PriorityDoc; leads: boolean }): JSX.Element {
  const { note, kind, text, why } = priority;
  const [open, setOpen] = useState(false);
  const drop = () => {
    stepAside(`priority-${note}`);
    send("priority.drop", { note });
    offerUndo(t("The note is not among the chosen ones any more."), () =>
      send("priority.pick", { note, why }),
    );
  };
  return (
    <Note
      id={`priority-${note}`}
      kind={kind}
      text={text}
      priority
      menu={
        leads && (
          <span class="note-tools">
            <Menu
              label={t("Choose what to do with this idea: %(words)s", { words: excerpt(text, 25) })}
              items={[
                { label: t("Say why"), icon: "pen", onChoose: () => setOpen(true) },
                { label: t("Do not bring it"), icon: "close", onChoose: drop },
              ]}
            />
          </span>
        )
      }
    >
      {why && !open && <p dir="auto">{t("Why: %(why)s", { why })}</p>}
      {leads && (open || !why) && <Why priority={priority} onEnd={() => setOpen(false)} />}
    </Note>
  );
}

function Why({ priority, onEnd }: { priority: PriorityDoc; onEnd: () => void }): JSX.Element {
  const { note, text } = priority;
  const kept = draft(`why/${note}`, priority.why);
  const [wrong, setWrong] = useState<string>();
  const save = async (event: Event) => {
    event.preventDefault();
    try {
      await hand("priority.pick", { note, why: kept.text.value });
      kept.clear();
      onEnd();
    } catch (refusal) {
      setWrong((refusal as Error).message);
    }
  };
  return (
    <form class="stack stack--tight" onSubmit={save}>
      <Field
        label={t("Why this one?")}
        hint={t("A few words, if you like.")}
        value={kept.text.value}
        wrong={wrong}
        onChange={(why) => {
          kept.text.value = why;
        }}
      />
      <Button type="submit" dense label={t("Keep the reason for: %(words)s", { words: excerpt(text, 25) })}>
        {t("Keep the reason")}
      </Button>
    </form>
  );
}

interface ChoicesProps {
  chosen: readonly PriorityDoc[];
  most: number;
  leads: boolean;
}

function Choices({ chosen, most, leads }: ChoicesProps): JSX.Element {
  const rest = inOrder(all("table:note")).filter(
    (note) => !chosen.some((priority) => priority.note === note.id),
  );
  if (rest.length + chosen.length === 0) {
    return (
      <Empty
        title={t("The table is clear")}
        text={t("There are no notes to choose from. You can speak without one.")}
      />
    );
  }
  return (
    <section class="stack" aria-labelledby="choices">
      <h2 id="choices">{t("On the table")}</h2>
      <ul class="notes notes--wide">
        {rest.map((note) => (
          <Choice key={note.id} note={note} full={chosen.length >= most} leads={leads} />
        ))}
      </ul>
    </section>
  );
}

function Choice({ note, full, leads }: { note: NoteDoc; full: boolean; leads: boolean }): JSX.Element {
  const { id, kind, text, name, highlighted } = note;
  const pick = () => {
    stepAside(`choice-${id}`);
    send("priority.pick", { note: id });
  };
  return (
    <Note
      id={`choice-${id}`}
      kind={kind}
      text={text}
      by={name ?? undefined}
      highlighted={highlighted || undefined}
    >
      {leads && (
        <div>
          <Button
            dense
            icon="priority"
            onPress={pick}
            reason={full ? t("take one back first") : undefined}
            label={t("Bring this: %(words)s", { words: excerpt(text, 25) })}
          >
            {t("Bring this")}
          </Button>
        </div>
      )}
    </Note>
  );
}
