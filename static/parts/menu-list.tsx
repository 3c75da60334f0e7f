import type { JSX, TargetedKeyboardEvent } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { announce } from "./announce";
import { borrowFocus } from "./focus";
import { Icon, type IconName } from "./icons";

export interface MenuItem {
  label: string;
  icon?: IconName | undefined;
  /** A second line: "6 notes · 2 tables". */
  hint?: string | undefined;
  onChoose: () => void;
  /** Hides or ends something. */
  stop?: boolean | undefined;
  /** Why it cannot be chosen now. It stays in reach and says so. */
  reason?: string | undefined;
}

interface MenuListProps {
  /** Read as the name of the menu, and drawn above it with `heading`. */
  label: string;
  heading?: boolean | undefined;
  items: readonly MenuItem[];
  /** Called after a choice, on Escape, on Tab, and when focus or a press goes elsewhere. */
  onClose: () => void;
  /** Unfolded in the flow of the page, as "Move to…" is below a note. */
  inline?: boolean | undefined;
  /** Focus the last item at first: opened by the up arrow. */
  fromEnd?: boolean | undefined;
}

/** The items of a menu. Takes focus when it appears and gives it back when it goes; arrows, Home, End and letters move. */
export function MenuList({ label, heading, items, onClose, inline, fromEnd }: MenuListProps): JSX.Element {
  const list = useRef<HTMLDivElement>(null);
  useBorrowedFocus(list, fromEnd === true);
  usePressOutside(list, onClose);
  return (
    <div
      ref={list}
      class={inline ? "menu menu--inline" : "menu"}
      role="menu"
      aria-label={label}
      tabIndex={-1}
      onKeyDown={(event) => steer(event, onClose)}
    >
      {heading && (
        <p class="menu-head" aria-hidden="true">
          {label}
        </p>
      )}
      {items.map((item) => (
        <Item key={item.label} item={item} onClose={onClose} />
      ))}
    </div>
  );
}

function Item({ item, onClose }: { item: MenuItem; onClose: () => void }): JSX.Element {
  const { label, icon, hint, stop, reason } = item;
  const choose = () => {
    if (reason !== undefined) return announce(reason);
    onClose();
    item.onChoose();
  };
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      data-stop={stop}
      aria-disabled={reason !== undefined || undefined}
      onClick={choose}
    >
      {icon && <Icon name={icon} />}
      <span>
        <span dir="auto">{label}</span>
        {(reason ?? hint) && <small>{reason ?? hint}</small>}
      </span>
    </button>
  );
}

function itemsOf(list: HTMLElement): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>("[role=menuitem]")];
}

function steer(event: TargetedKeyboardEvent<HTMLElement>, onClose: () => void): void {
  if (event.key === "Escape" || event.key === "Tab") leave(event, onClose);
  const items = itemsOf(event.currentTarget);
  const next = aimOf(event.key, items, items.indexOf(document.activeElement as HTMLElement));
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}

/** Escape only closes; Tab goes on from the button. Nothing around the menu hears of it. */
function leave(event: KeyboardEvent, onClose: () => void): void {
  if (event.key === "Escape") event.preventDefault();
  event.stopPropagation();
  onClose();
}

function aimOf(key: string, items: HTMLElement[], at: number): HTMLElement | undefined {
  if (key === "ArrowDown") return items[(at + 1) % items.length];
  if (key === "ArrowUp") return items[(Math.max(at, 0) - 1 + items.length) % items.length];
  if (key === "Home") return items[0];
  if (key === "End") return items[items.length - 1];
  // A letter goes to the next item that begins with it. Space and Enter press.
  if (key.length !== 1 || key === " ") return undefined;
  const after = [...items.slice(at + 1), ...items.slice(0, at + 1)];
  return after.find((item) => item.textContent?.trim().toLowerCase().startsWith(key.toLowerCase()));
}

function useBorrowedFocus(list: { current: HTMLElement | null }, fromEnd: boolean): void {
  useLayoutEffect(() => {
    const giveBack = borrowFocus();
    const items = list.current ? itemsOf(list.current) : [];
    const first = items[fromEnd ? items.length - 1 : 0];
    (first ?? list.current)?.focus();
    return giveBack;
    // Only as it appears: later changes of the items leave focus alone.
  }, []);
}

/** Closes what is open when a press goes elsewhere. */
export function usePressOutside(list: { current: HTMLElement | null }, onClose: () => void): void {
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    const check = (event: Event) => {
      // The button of a menu closes it by itself.
      const inside = (list.current?.closest(".menu-at") ?? list.current)?.contains(event.target as Node);
      if (!inside) close.current();
    };
    document.addEventListener("pointerdown", check);
    return () => document.removeEventListener("pointerdown", check);
  }, [list]);
}
