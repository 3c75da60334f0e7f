import { useRef, useState } from "preact/hooks";
import { nt, t } from "../words";
import { announce } from "./announce";

/** What someone is writing and has not sent. */
export interface Draft {
  kind: string | null;
  text: string;
}

export interface DraftOptions {
  /** What there is to choose from. None: the words have no kind. One: it is chosen already. */
  kinds: readonly string[];
  /** What to begin with: kept words, or the note that is changed. Read once; give another `key` to begin anew. */
  draft?: Draft | undefined;
  /** Called on each change, also when the words have been sent and the field is empty again. */
  onDraft: (draft: Draft) => void;
  /** Resolves when the words are safe. Rejects with an Error whose message is shown; the words stay. */
  onSend: (draft: Draft) => Promise<void>;
  /** How many characters at most, counted as the server counts. */
  max: number;
}

/** What is wrong, in a sentence, and what to put right. */
export interface Fault {
  words: string;
  at: "kind" | "text";
}

export interface Writing {
  draft: Draft;
  wrong: Fault | null;
  sending: boolean;
  change: (part: Partial<Draft>) => void;
  send: (event: Event) => void;
}

/** A draft, what is wrong with it, and the two things to do with it. */
export function useDraft(props: DraftOptions, form: { current: HTMLFormElement | null }): Writing {
  const { kinds, onDraft, onSend, max } = props;
  const [draft, setDraft] = useState(() => firstDraft(props));
  const [wrong, setWrong] = useState<Fault | null>(null);
  const [sending, setSending] = useState(false);
  // Two key strokes may come before the part is drawn again.
  const busy = useRef(false);
  // What stands there when the answer comes, which may be more than was sent.
  const latest = useRef(draft);

  const put = (next: Draft) => {
    latest.current = next;
    setDraft(next);
    onDraft(next);
  };
  const change = (part: Partial<Draft>) => {
    setWrong(null);
    put({ ...latest.current, ...part });
  };
  const refuse = (fault: Fault) => {
    setWrong(fault);
    announce(fault.words);
    focusOn(fault.at, form.current);
  };
  const send = async (event: Event) => {
    event.preventDefault();
    if (busy.current) return;
    const sent = latest.current;
    const fault = whatIsMissing(sent, kinds, max);
    if (fault !== null) return refuse(fault);
    setWrong(null);
    busy.current = true;
    setSending(true);
    try {
      await onSend(sent);
      if (latest.current.text === sent.text) put({ ...latest.current, text: "" });
      focusOn("text", form.current);
    } catch (failure) {
      refuse({ at: "text", words: failure instanceof Error ? failure.message : String(failure) });
    } finally {
      busy.current = false;
      setSending(false);
    }
  };
  return { draft, wrong, sending, change, send };
}

/** A kept draft, unless its kind is not offered here; the only kind there is needs no choosing. */
function firstDraft({ draft, kinds }: DraftOptions): Draft {
  const kept = draft?.kind ?? null;
  const kind = kept !== null && kinds.includes(kept) ? kept : null;
  return { kind: kinds.length === 1 ? (kinds[0] ?? null) : kind, text: draft?.text ?? "" };
}

function whatIsMissing({ kind, text }: Draft, kinds: readonly string[], max: number): Fault | null {
  const size = length(text);
  if (size === 0) return { at: "text", words: t("Write a few words first. Half a sentence is enough.") };
  if (size > max) return { at: "text", words: tooLong(size - max) };
  const open = kind === null && kinds.length > 0;
  return open ? { at: "kind", words: t("Choose what kind of note it is.") } : null;
}

function tooLong(over: number): string {
  return nt(
    "This is too long by %(n)s character. Nothing is lost. Shorten it, or make two notes of it.",
    "This is too long by %(n)s characters. Nothing is lost. Shorten it, or make two notes of it.",
    over,
  );
}

/** Back to where to write, unless the person has gone on to something else meanwhile. */
function focusOn(at: Fault["at"], form: HTMLFormElement | null): void {
  const now = document.activeElement;
  if (now !== document.body && !form?.contains(now)) return;
  form?.querySelector<HTMLElement>(at === "kind" ? "input[type=radio]" : "textarea")?.focus();
}

/** Counted like the server does: whole characters, without the blanks around them. */
export function length(text: string): number {
  return [...text.trim()].length;
}
