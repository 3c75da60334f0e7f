import type { JSX } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Icon, type IconName } from "./icons";
import { type MenuItem, MenuList } from "./menu-list";

interface MenuProps {
  /** What the button is for: "Choose what to do with this note: I type the same…". */
  label: string;
  /** A function is asked when the menu opens: what is costly to say costs nothing while it is closed. */
  items: readonly MenuItem[] | (() => readonly MenuItem[]);
  /** Drawn on the button instead of "⋯"; then it is the button's name and `label` only the menu's. */
  text?: string | undefined;
  icon?: IconName | undefined;
}

/** A button and what it offers. Opens below it, or above where there is no room. */
export function Menu({ label, items, text, icon = "more" }: MenuProps): JSX.Element {
  const [open, setOpen] = useState<"first" | "last" | null>(null);
  const place = useRef<HTMLDivElement>(null);
  useRoom(place, open !== null);
  return (
    <div class="menu-at" ref={place}>
      <button
        type="button"
        class={text === undefined ? "more" : "btn btn--dense"}
        aria-haspopup="menu"
        aria-expanded={open !== null}
        aria-label={text === undefined ? label : undefined}
        onClick={() => setOpen(open === null ? "first" : null)}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
          event.preventDefault();
          setOpen(event.key === "ArrowDown" ? "first" : "last");
        }}
      >
        <Icon name={icon} />
        {text}
      </button>
      {open !== null && (
        <MenuList
          label={label}
          items={typeof items === "function" ? items() : items}
          onClose={() => setOpen(null)}
          fromEnd={open === "last"}
        />
      )}
    </div>
  );
}

/** Turns the menu up or to the right where the window ends. */
function useRoom(place: { current: HTMLElement | null }, open: boolean): void {
  useLayoutEffect(() => {
    const at = place.current;
    const menu = open ? at?.querySelector(".menu") : null;
    if (!at || !menu) return;
    const [button, list] = [at.getBoundingClientRect(), menu.getBoundingClientRect()];
    const up = list.bottom > window.innerHeight && button.top > list.height;
    at.toggleAttribute("data-up", up);
    at.toggleAttribute("data-right", list.left < 0);
  }, [open, place]);
}
