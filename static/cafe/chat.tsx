import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import { all, draft, one, send, waiting } from "../engine";
import { Button } from "../parts/button";
import { Check } from "../parts/check";
import { Composer } from "../parts/composer";
import { KindMark, kindClass } from "../parts/kinds";
import { Menu } from "../parts/menu";
import { Note } from "../parts/note";
import type { Draft } from "../parts/use-draft";
import type { SayInChat } from "../wire/commands";
import type { ChatDoc } from "../wire/documents";
import { nt, t } from "../words";
import { stepAside } from "./focus";
import { isLive, me, type StepOf } from "./on";
import { hand } from "./sending";
import { offerUndo } from "./undo";
import { excerpt, tableName } from "./words";

type Step = StepOf<"plenary">;
type Kind = SayInChat["kind"];
const KINDS: readonly Kind[] = ["comment", "question", "reaction"];
/** So many lines are shown, and more on demand. */
const PAGE = 30;

/** What people say while a table speaks: newest first, by kind, and to be held still for reading. */
export function Chat({ step }: { step: Step }): JSX.Element {
  const filter = useSignal<Kind | null>(null);
  const shown = useSignal(PAGE);
  const held = useRef<readonly ChatDoc[] | null>(null);
  const holding = useSignal(false);
  const lines = linesOf(step.id);
  const visible = heldOr(held.current, lines);
  const fitting = visible.filter((line) => filter.value === null || line.kind === filter.value);
  const hold = () => {
    holding.value = !holding.value;
    held.current = holding.value ? lines : null;
  };
  return (
    <section class="pl-chat" aria-labelledby="chat">
      <div class="split">
        <h2 id="chat" tabIndex={-1}>
          {t("In the chat")}
        </h2>
        <Button
          look="quiet"
          dense
          icon={holding.value ? "run" : "hold"}
          pressed={holding.value}
          onPress={hold}
        >
          {holding.value ? newLines(lines.length - visible.length) : t("Hold new lines")}
        </Button>
      </div>
      {isLive(step) && <SayIt step={step} />}
      <Filter lines={visible} filter={filter.value} onFilter={(kind) => (filter.value = kind)} />
      {fitting.length === 0 && <p class="soft">{t("Nothing here yet.")}</p>}
      <ul class="notes">
        {fitting.slice(0, shown.value).map((line) => (
          <Line key={line.id} line={line} />
        ))}
      </ul>
      {fitting.length > shown.value && (
        <Button look="quiet" dense icon="down" onPress={() => (shown.value += PAGE)}>
          {t("Show older lines")}
        </Button>
      )}
    </section>
  );
}

/** Newest first. */
function linesOf(step: string): ChatDoc[] {
  const known = all("hall:chat").filter((line) => line.step === step);
  return [...known, ...onTheirWay(step)].sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
}

function onTheirWay(step: string): ChatDoc[] {
  const who = me();
  return waiting.value.flatMap(({ command, since }) => {
    if (command.type !== "chat.say" || command.step !== step) return [];
    const { id, kind, text, anonymous } = command;
    const shown = anonymous ? null : (who?.name ?? null);
    return [
      {
        id,
        step,
        kind,
        text: text.trim(),
        by: who?.id ?? null,
        name: shown,
        table: who?.table ?? null,
        at: since,
      },
    ];
  });
}

/** What was there when the lines were held, without those taken away since. */
function heldOr(held: readonly ChatDoc[] | null, lines: readonly ChatDoc[]): readonly ChatDoc[] {
  return held === null ? lines : lines.filter((line) => held.some(({ id }) => id === line.id));
}

function newLines(count: number): string {
  if (count === 0) return t("Let new lines come");
  return nt("Show %(n)s new line", "Show %(n)s new lines", count);
}

interface FilterProps {
  lines: readonly ChatDoc[];
  filter: Kind | null;
  onFilter: (kind: Kind | null) => void;
}

function Filter({ lines, filter, onFilter }: FilterProps): JSX.Element {
  return (
    <fieldset class="row pl-filter">
      <legend class="only-read">{t("Show")}</legend>
      <Button dense pressed={filter === null} onPress={() => onFilter(null)}>
        {t("All %(n)s", { n: lines.length })}
      </Button>
      {KINDS.map((kind) => (
        <Button
          key={kind}
          dense
          class={kindClass(kind)}
          pressed={filter === kind}
          onPress={() => onFilter(kind)}
        >
          <KindMark kind={kind} /> {kindCount(kind, lines)}
        </Button>
      ))}
    </fieldset>
  );
}

function kindCount(kind: Kind, lines: readonly ChatDoc[]): string {
  const n = lines.filter((line) => line.kind === kind).length;
  if (kind === "question") return t("Questions %(n)s", { n });
  return kind === "comment" ? t("Comments %(n)s", { n }) : t("Reactions %(n)s", { n });
}

function Line({ line }: { line: ChatDoc }): JSX.Element {
  const { id, kind, text } = line;
  const mine = line.by === me()?.id || one("person:chat", id) !== undefined;
  const remove = () => {
    stepAside(`chat-${id}`);
    send("chat.remove", { chat: id });
    offerUndo(t("Your line was taken away."), () => send("chat.remove", { chat: id, on: false }));
  };
  return (
    <Note
      id={`chat-${id}`}
      kind={kind}
      text={text}
      by={lineAuthor(line, mine)}
      menu={
        mine && (
          <span class="note-tools">
            <Menu
              label={t("Choose what to do with your line: %(words)s", { words: excerpt(text, 25) })}
              items={[{ label: t("Take it away"), icon: "bin", stop: true, onChoose: remove }]}
            />
          </span>
        )
      }
    />
  );
}

function lineAuthor({ name, table }: ChatDoc, mine: boolean): string {
  const author = name ?? (mine ? t("you, without your name") : t("without a name"));
  return table === null
    ? author
    : t("%(name)s, %(table)s", { name: author, table: tableName(table).toLowerCase() });
}

type Said = { kind: string | null; text: string; anonymous: boolean };

function SayIt({ step }: { step: Step }): JSX.Element {
  const kept = draft<Said>(`chat/${step.id}`, { kind: "comment", text: "", anonymous: false });
  const { kind, text, anonymous } = kept.text.value;
  const put = (part: Partial<Said>) => {
    kept.text.value = { ...kept.text.value, ...part };
  };
  const say = async ({ kind: chosen, text: words }: Draft) => {
    await hand("chat.say", { step: step.id, kind: (chosen ?? "comment") as Kind, text: words, anonymous });
  };
  return (
    <Composer
      short
      kinds={KINDS}
      legend={t("What are you adding?")}
      label={t("Your words to everyone")}
      draft={{ kind, text }}
      onDraft={put}
      onSend={say}
      max={500}
      submit={t("Say it in the chat")}
    >
      <Check label={t("Without my name")} checked={anonymous} onChange={(on) => put({ anonymous: on })} />
    </Composer>
  );
}
