import type { ComponentChildren, JSX, TargetedKeyboardEvent } from "preact";
import { useId, useLayoutEffect, useRef } from "preact/hooks";
import { t } from "../words";
import { borrowFocus } from "./focus";
import { IconButton } from "./icon-button";

interface DialogProps {
  title: string;
  /** Called on Escape and by the close button. The dialog is open as long as it is drawn. */
  onClose: () => void;
  /** In the middle, or along the right side. */
  look?: "sheet" | "drawer" | undefined;
  children: ComponentChildren;
}

/** A question or a side matter over the page. Focus stays inside, and goes back where it came from. */
export function Dialog({ title, onClose, look = "sheet", children }: DialogProps): JSX.Element {
  const heading = useId();
  const panel = useRef<HTMLDialogElement>(null);
  useModal(panel);
  return (
    <dialog
      ref={panel}
      class={`dialog ${look}`}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onKeyDown={(event) => keepInside(event, onClose)}
    >
      <div class="dialog-head">
        <h2 id={heading} tabIndex={-1}>
          {title}
        </h2>
        <IconButton icon="close" label={t("Close")} onPress={onClose} />
      </div>
      {children}
    </dialog>
  );
}

/** Opens it over everything. A browser that has no such thing gets the roles, a veil and our own focus trap. */
function useModal(panel: { current: HTMLDialogElement | null }): void {
  useLayoutEffect(() => {
    const dialog = panel.current;
    if (!dialog) return;
    const giveBack = borrowFocus();
    const undo = typeof dialog.showModal === "function" ? showNative(dialog) : showByHand(dialog);
    const first =
      dialog.querySelector<HTMLElement>("[data-first]") ?? dialog.querySelector<HTMLElement>("h2");
    first?.focus();
    return () => {
      undo();
      giveBack();
    };
  }, [panel]);
}

function showNative(dialog: HTMLDialogElement): () => void {
  dialog.showModal();
  return () => dialog.close();
}

function showByHand(dialog: HTMLElement): () => void {
  dialog.setAttribute("open", "");
  dialog.setAttribute("role", "dialog");
  dialog.setAttribute("aria-modal", "true");
  const veil = document.createElement("div");
  veil.className = "dialog-veil";
  document.body.append(veil);
  return () => veil.remove();
}

const REACHABLE = "a[href], button, input, select, textarea, [tabindex='0']";

function keepInside(event: TargetedKeyboardEvent<HTMLElement>, onClose: () => void): void {
  if (event.key === "Tab") wrapFocus(event);
  if (event.key !== "Escape") return;
  // Handled here, so that browsers with and without dialogs behave alike, and one inside closes alone.
  event.preventDefault();
  event.stopPropagation();
  onClose();
}

function wrapFocus(event: TargetedKeyboardEvent<HTMLElement>): void {
  const reachable = [...event.currentTarget.querySelectorAll<HTMLElement>(REACHABLE)];
  const [first, last] = [reachable[0], reachable[reachable.length - 1]];
  const at = document.activeElement;
  // The heading that had focus first is before everything else.
  const leaving = event.shiftKey ? at === first || at?.tagName === "H2" : at === last;
  if (!leaving) return;
  event.preventDefault();
  (event.shiftKey ? last : first)?.focus();
}
