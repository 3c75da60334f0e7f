import type { ComponentChildren, JSX } from "preact";
import {
  again,
  discard,
  link,
  lostAt,
  lostBy,
  type Outgoing,
  type RefusedOne,
  refused,
  storageWorks,
  waiting,
} from "../engine";
import { announce } from "../parts/announce";
import { Button } from "../parts/button";
import { kindWord } from "../parts/kinds";
import { whereKept } from "../parts/link";
import { Note } from "../parts/note";
import { Say } from "../parts/say";
import type { AddNote } from "../wire/commands";
import { t, timeOfDay } from "../words";
import { beginWith } from "./jot";
import { isA, isLive, type StepOf, stepNow } from "./on";
import { countNotes } from "./words";

export type Adding = Outgoing<"note.add">;

export function isAdding(one: Outgoing): one is Adding {
  return one.type === "note.add";
}

/** Notes that are not recorded yet, while the line is down or slow. First on the page: they are what is at stake. */
export function WaitingNotes(): JSX.Element | null {
  const notes = waiting.value.filter(isAdding);
  if (notes.length === 0) return null;
  return (
    <section class="tv-wait" aria-labelledby="waiting">
      <h2 id="waiting">
        {t("Waiting to be sent")} <span class="count soft small">{countNotes(notes.length)}</span>
      </h2>
      <p class="small soft">{whyWaiting(lostAt.value)}</p>
      <ul class="notes">
        {notes.map(({ id, command, since }) => (
          <Note key={id} kind={command.kind} text={command.text} state="waiting" why={timeOfDay(since)} />
        ))}
      </ul>
    </section>
  );
}

function whyWaiting(lost: number | null): string {
  const where = whereKept(storageWorks.value);
  if (link.value === "holding")
    return t("The café cannot save these just now. They are safe %(where)s and go by themselves.", { where });
  if (lost !== null && lostBy.value === "restarting")
    return t("The café is back in a moment. These are safe %(where)s and go by themselves.", { where });
  if (lost === null) return t("The line is slow. These are safe %(where)s and go by themselves.", { where });
  return t("The line dropped at %(time)s. These are safe %(where)s and go by themselves.", {
    where,
    time: timeOfDay(lost),
  });
}

/** What the server did not take, with why, and what can be done with the words. On every screen, until decided. */
export function Refusals(): JSX.Element | null {
  if (refused.value.length === 0) return null;
  return (
    <section class="refused stack" aria-label={t("Not sent")}>
      {refused.value.map((one) =>
        isAdding(one) ? <RefusedNote key={one.id} one={one} /> : <RefusedOther key={one.id} one={one} />,
      )}
    </section>
  );
}

function RefusedNote({ one }: { one: RefusedOne & Adding }): JSX.Element {
  const { text, kind, step } = one.command;
  const on = stepNow();
  return (
    <ul class="notes">
      <Note kind={kind} text={text} state="refused" why={one.message}>
        <Choices id={one.id} words={text}>
          {isA(on, "story_round") && isLive(on) && on.id !== step && <PutHere one={one} on={on} />}
        </Choices>
      </Note>
    </ul>
  );
}

interface PutHereProps {
  one: RefusedOne & Adding;
  on: StepOf<"story_round">;
}

/** The kind may not exist in the round that is on: then the composer asks for another. */
function PutHere({ one, on }: PutHereProps): JSX.Element {
  const { kind, text, anonymous = false } = one.command;
  const put = () => {
    if (on.settings.note_kinds.includes(kind)) again(one.id, movedTo(on.id));
    else {
      beginWith(on.id, { text, anonymous, kind: null, brings: null, buildsOn: [] });
      announce(
        t("Choose what kind of note it is now. “%(kind)s” is not asked for here", { kind: kindWord(kind) }),
      );
      discard(one.id);
    }
  };
  return (
    <Button look="do" dense onPress={put}>
      {t("Put it in the round that is on")}
    </Button>
  );
}

/** Links may lead to another table's notes: they do not come along. */
function movedTo(step: string): Partial<AddNote> {
  return { step, builds_on: [], brings: null };
}

function RefusedOther({ one }: { one: RefusedOne }): JSX.Element {
  const words = wordsOf(one.command);
  return (
    <Say icon="warning" title={one.message} bare>
      {words && (
        <p class="refused-words" dir="auto">
          {words}
        </p>
      )}
      <Choices id={one.id} words={words} />
    </Say>
  );
}

/** What the person wrote, if the command holds any words. */
function wordsOf(command: RefusedOne["command"]): string {
  const found = [
    "text" in command ? command.text : "",
    "idea" in command ? command.idea : "",
    "value" in command ? command.value : "",
  ];
  return found.find((words): words is string => typeof words === "string" && words !== "") ?? "";
}

interface ChoicesProps {
  id: string;
  words: string;
  children?: ComponentChildren;
}

function Choices({ id, words, children }: ChoicesProps): JSX.Element {
  const copy = async () => {
    await navigator.clipboard.writeText(words);
    announce(t("Copied"));
  };
  return (
    <div class="row">
      {children}
      {words && "clipboard" in navigator && (
        <Button dense icon="copy" onPress={copy}>
          {t("Copy the words")}
        </Button>
      )}
      <Button dense look="quiet" onPress={() => discard(id)}>
        {words ? t("Throw the words away") : t("All right")}
      </Button>
    </div>
  );
}
