import type { JSX } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { t } from "../words";
import { announce } from "./announce";
import { Button } from "./button";
import { borrowFocus } from "./focus";
import { IconButton } from "./icon-button";

/** How long it stays, in milliseconds; longer while someone is at it. */
export const UNDO_STAYS = 20_000;

interface UndoBarProps {
  /** What was done: "Moved Grace to table 8." Give another `key` for another deed. */
  text: string;
  onUndo: () => void;
  /** Called when it should go: dismissed, or 20 s over. */
  onGone: () => void;
}

/** What was just done, and the way back. Said politely; waits while it has focus or the pointer. */
export function UndoBar({ text, onUndo, onGone }: UndoBarProps): JSX.Element {
  const [near, setNear] = useState(false);
  const bar = useRef<HTMLElement>(null);
  useLeaving(bar);
  useEffect(() => announce(t("%(what)s You can undo this, at the end of the page.", { what: text })), [text]);
  useFading(near, onGone);
  return (
    <section
      ref={bar}
      class="undo"
      aria-label={t("What was just done")}
      onMouseEnter={() => setNear(true)}
      onMouseLeave={() => setNear(false)}
      onFocusIn={() => setNear(true)}
      onFocusOut={() => setNear(false)}
    >
      <p>{text}</p>
      <Button dense icon="undo" onPress={onUndo}>
        {t("Undo")}
      </Button>
      <IconButton icon="close" label={t("Close")} onPress={onGone} />
    </section>
  );
}

/** Focus that is inside when the bar goes returns to where it was when the bar came. */
function useLeaving(bar: { current: HTMLElement | null }): void {
  useLayoutEffect(() => {
    const giveBack = borrowFocus();
    const section = bar.current;
    return () => {
      if (section?.contains(document.activeElement)) giveBack();
    };
  }, [bar]);
}

function useFading(near: boolean, onGone: () => void): void {
  const gone = useRef(onGone);
  gone.current = onGone;
  useEffect(() => {
    if (near) return;
    const timer = setTimeout(() => gone.current(), UNDO_STAYS);
    return () => clearTimeout(timer);
  }, [near]);
}
