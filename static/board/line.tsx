import type { ComponentChildren, JSX } from "preact";
import { tableName } from "../cafe/words";
import { Icon, type IconName } from "../parts/icons";
import { KindMark, kindClass, kindWord } from "../parts/kinds";
import type { WallNoteDoc } from "../wire/documents";
import { Marked } from "./marked";

interface LineProps {
  note: WallNoteDoc;
  id: string;
  lines: readonly { icon: IconName; words: string }[];
  /** What was looked for. */
  words: string;
  picked: boolean;
  tools: ComponentChildren;
  children: ComponentChildren;
}

/** A note in one line, for boards with hundreds of them. Once it is chosen, or pointed at, all of it is there to read. */
export function Line({ note, id, lines, words, picked, tools, children }: LineProps): JSX.Element {
  return (
    <li id={id} class={`line ${kindClass(note.kind)}`} data-state={picked ? "picked" : undefined}>
      <div class="line-row">
        <span class="line-kind">
          {note.kind && <KindMark kind={note.kind} />}
          <span class="only-read">{note.kind && kindWord(note.kind)}</span>
        </span>
        <span class="line-text note-text" dir="auto" title={note.text}>
          <Marked text={note.text} words={words} />
        </span>
        {lines.map((line) => (
          <span key={line.words} class="line-mark" title={line.words}>
            <Icon name={line.icon} />
            <span class="line-words">{line.words}</span>
          </span>
        ))}
        {note.table !== null && <span class="line-by">{tableName(note.table)}</span>}
        {tools}
      </div>
      {children}
    </li>
  );
}
