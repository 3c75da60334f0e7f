import type { ComponentChildren, JSX } from "preact";
import { t } from "../words";
import { Icon, type IconName } from "./icons";
import { KindName, kindClass } from "./kinds";

/** Laid on the table; just arrived; not sent yet; sent back by the server; picked up to be moved; taken away. */
export type NoteState = "laid" | "new" | "waiting" | "refused" | "picked" | "gone";

export interface NoteProps {
  /** Empty for what has none: an answer. */
  kind: string;
  text: string;
  /** The text as it is drawn, where that is more than the bare words: with what was looked for marked. */
  drawn?: ComponentChildren;
  /** What is said of it in small print: "From a suggestion". */
  lines?: readonly { icon: IconName; words: string }[] | undefined;
  /** Whose words; "Marek (you)", "Table 7". Without it: nobody's name is shown. */
  by?: string | undefined;
  you?: boolean | undefined;
  /** Who typed it in, when it was not the author. */
  enteredBy?: string | undefined;
  state?: NoteState | undefined;
  /** For `waiting`: since when. For `refused`: the server's sentence. For `gone`: why, in a sentence. */
  why?: string | undefined;
  /** The first words of the notes it builds on. */
  buildsOn?: string[] | undefined;
  /** The table where its author wrote it in an earlier round. */
  broughtFrom?: number | undefined;
  highlighted?: boolean | undefined;
  /** One of the table's priorities. */
  priority?: boolean | undefined;
  edited?: boolean | undefined;
  /** Larger words: what a table brings to the plenary. */
  big?: boolean | undefined;
  /** The "⋯" and its menu. */
  menu?: ComponentChildren;
  /** What unfolds below: buttons of a refused note, the list of "Move to…". */
  children?: ComponentChildren;
  id?: string | undefined;
}

/** A note in a list of notes: paper with one soft corner, for people's words only. */
export function Note(props: NoteProps): JSX.Element {
  if (props.state === "gone") return <GoneNote why={props.why} />;
  const { kind, text, state = "laid", children } = props;
  return (
    <li
      id={props.id}
      class={`note ${kindClass(kind)}${props.big ? " note--big" : ""}`}
      data-state={state === "laid" ? undefined : state}
      data-high={props.highlighted}
    >
      <Marks {...props} />
      <p class="note-text" dir="auto">
        {props.drawn ?? text}
      </p>
      <Lines {...props} />
      <Foot {...props} />
      {children}
    </li>
  );
}

function GoneNote({ why }: Pick<NoteProps, "why">): JSX.Element {
  return (
    <li class="note" data-state="gone">
      <p class="small">{why ?? t("A note was taken away to protect someone’s privacy.")}</p>
    </li>
  );
}

function Marks({ highlighted, priority, state }: NoteProps): JSX.Element | null {
  if (!highlighted && !priority && state !== "picked") return null;
  return (
    <p class="note-marks">
      {priority && <Mark icon="priority" words={t("Chosen by the table")} />}
      {highlighted && <Mark icon="highlight" words={t("Highlighted")} />}
      {state === "picked" && <Mark icon="go" words={t("Picked up")} />}
    </p>
  );
}

function Mark({ icon, words }: { icon: IconName; words: string }): JSX.Element {
  return (
    <span class="note-mark">
      <Icon name={icon} />
      {words}
    </span>
  );
}

function Lines({ state, why, buildsOn = [], broughtFrom, lines = [] }: NoteProps): JSX.Element {
  return (
    <>
      {buildsOn.map((words) => (
        <Line key={words} icon="build" words={t("Builds on “%(words)s”", { words })} />
      ))}
      {broughtFrom !== undefined && (
        <Line icon="go" words={t("Brought from table %(no)s", { no: broughtFrom })} />
      )}
      {lines.map((line) => (
        <Line key={line.words} {...line} />
      ))}
      {state === "refused" && why && <Line icon="warning" words={why} />}
    </>
  );
}

function Line({ icon, words }: { icon: IconName; words: string }): JSX.Element {
  return (
    <p class="note-line">
      <Icon name={icon} />
      <span dir="auto">{words}</span>
    </p>
  );
}

function Foot(props: NoteProps): JSX.Element {
  const { kind, state, menu } = props;
  return (
    <div class="note-foot">
      {kind && <KindName kind={kind} />}
      <span class="note-by" dir="auto">
        {footWords(props)}
      </span>
      {state === "new" && <span class="chip chip--now">{t("New")}</span>}
      {state === "waiting" && <Icon name="clock" />}
      {menu}
    </div>
  );
}

function footWords(props: NoteProps): string {
  const { state, why, edited } = props;
  if (state === "waiting")
    return why === undefined ? t("Waiting to be sent") : t("Waiting since %(time)s", { time: why });
  if (state === "refused") return t("Not on the table");
  return [authorWords(props), edited && t("changed")].filter(Boolean).join(", ");
}

function authorWords({ by, you, enteredBy }: NoteProps): string {
  if (by === undefined) return enteredBy === undefined ? "" : t("entered by %(name)s", { name: enteredBy });
  if (enteredBy !== undefined)
    return t("entered by %(name)s for %(author)s", { name: enteredBy, author: by });
  return you ? t("%(name)s (you)", { name: by }) : by;
}
