import type { JSX, TargetedKeyboardEvent } from "preact";
import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { nt, t } from "../words";
import { borrowFocus } from "./focus";
import { Icon } from "./icons";
import { type MenuItem, MenuList, usePressOutside } from "./menu-list";

/** Up to so many are a plain menu; more have a field to type in. */
export const FEW = 8;

interface PickerProps {
  label: string;
  items: readonly MenuItem[];
  onClose: () => void;
  /** Whether an item fits what was typed. */
  fits: (item: MenuItem, words: string) => boolean;
}

/** Where something goes, unfolded in the flow of the page: a menu of a few, or a field that finds one of many. */
export function Picker(props: PickerProps): JSX.Element {
  const { items, label, onClose } = props;
  if (items.length <= FEW) return <MenuList inline heading label={label} items={items} onClose={onClose} />;
  return <Finder {...props} />;
}

/** Takes focus when it appears; arrows move, Enter chooses, Escape closes. */
function Finder({ label, items, onClose, fits }: PickerProps): JSX.Element {
  const [words, write] = useState("");
  const [at, move] = useState(0);
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const found = words.trim() === "" ? items : items.filter((item) => fits(item, words));
  const active = Math.min(at, found.length - 1);
  const choose = (item: MenuItem | undefined) => {
    if (!item) return;
    onClose();
    item.onChoose();
  };
  useField(box);
  usePressOutside(box, onClose);
  useInView(box, active, words);
  return (
    <div ref={box} class="menu menu--inline picker">
      <label class="menu-head" for={`${id}-field`}>
        {label}
      </label>
      <input
        id={`${id}-field`}
        class="input"
        type="text"
        role="combobox"
        autocomplete="off"
        aria-expanded="true"
        aria-autocomplete="list"
        aria-controls={`${id}-list`}
        aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
        placeholder={t("Type to find it")}
        value={words}
        onInput={(event) => {
          write(event.currentTarget.value);
          move(0);
        }}
        onKeyDown={(event) =>
          steer(event, { active, last: found.length - 1, move, choose: () => choose(found[active]), onClose })
        }
      />
      <p class="only-read" role="status">
        {nt("%(n)s fits", "%(n)s fit", found.length)}
      </p>
      <div id={`${id}-list`} role="listbox" aria-label={label} tabIndex={-1} class="picker-list">
        {found.map((item, no) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keyboard, and steers by it
          <div
            key={item.label}
            id={`${id}-${no}`}
            role="option"
            tabIndex={-1}
            aria-selected={no === active}
            onClick={() => choose(item)}
          >
            {item.icon && <Icon name={item.icon} />}
            <span>
              <span dir="auto">{item.label}</span>
              {item.hint && <small>{item.hint}</small>}
            </span>
          </div>
        ))}
      </div>
      {found.length === 0 && <p class="menu-head">{t("Nothing has “%(words)s” in it.", { words })}</p>}
    </div>
  );
}

interface Steering {
  active: number;
  last: number;
  move: (to: number) => void;
  choose: () => void;
  onClose: () => void;
}

function steer(event: TargetedKeyboardEvent<HTMLElement>, { active, last, ...act }: Steering): void {
  const to = { ArrowDown: active + 1, ArrowUp: active - 1, PageDown: active + 5, PageUp: active - 5 }[
    event.key
  ];
  if (to !== undefined) act.move(Math.max(0, Math.min(last, to)));
  else if (event.key === "Enter") act.choose();
  else if (event.key === "Escape" || event.key === "Tab") act.onClose();
  else return;
  event.stopPropagation();
  if (event.key !== "Tab") event.preventDefault();
}

function useField(box: { current: HTMLElement | null }): void {
  useLayoutEffect(() => {
    const giveBack = borrowFocus();
    box.current?.querySelector("input")?.focus();
    return giveBack;
  }, [box]);
}

function useInView(box: { current: HTMLElement | null }, active: number, words: string): void {
  useLayoutEffect(() => {
    const option = box.current?.querySelector<HTMLElement>("[aria-selected=true]");
    const list = option?.parentElement;
    if (!option || !list) return;
    const [above, below] = [option.offsetTop, option.offsetTop + option.offsetHeight];
    if (above < list.scrollTop) list.scrollTop = above;
    else if (below > list.scrollTop + list.clientHeight) list.scrollTop = below - list.clientHeight;
  }, [active, box, words]);
}
