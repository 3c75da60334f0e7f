import { cleanup, fireEvent, render, screen } from "@testing-library/preact";
import { afterEach, expect, test, vi } from "vitest";
import { Menu } from "./menu";
import { MenuList } from "./menu-list";

afterEach(cleanup);

function show() {
  const deeds = { move: vi.fn(), edit: vi.fn(), hide: vi.fn() };
  render(
    <Menu
      label="Choose what to do with this note"
      items={[
        { label: "Move to…", onChoose: deeds.move },
        { label: "Change", onChoose: deeds.edit, reason: "Not yours" },
        { label: "Hide", onChoose: deeds.hide, stop: true },
      ]}
    />,
  );
  const button = screen.getByRole("button");
  button.focus();
  return { ...deeds, button };
}

const at = () => document.activeElement?.textContent;
const press = (key: string) => fireEvent.keyDown(document.activeElement as Element, { key });
const open = (button: HTMLElement) => fireEvent.click(button);

test("it opens on its first item, and closed it is not there", () => {
  const { button } = show();
  expect(screen.queryByRole("menu")).toBeNull();
  open(button);
  expect(at()).toBe("Move to…");
  expect(button.getAttribute("aria-expanded")).toBe("true");
});

test("the up arrow opens it on its last item", () => {
  const { button } = show();
  fireEvent.keyDown(button, { key: "ArrowUp" });
  expect(at()).toBe("Hide");
});

test("arrows go round, Home and End go to the ends, a letter goes to its item", () => {
  open(show().button);
  const way = ["ArrowUp", "ArrowDown", "End", "Home", "h", "m"].map((key) => {
    press(key);
    return at();
  });
  expect(way).toEqual(["Hide", "Move to…", "Hide", "Move to…", "Hide", "Move to…"]);
});

test("Escape closes it, and focus returns to the button", () => {
  const { button } = show();
  open(button);
  press("Escape");
  expect(screen.queryByRole("menu")).toBeNull();
  expect(document.activeElement).toBe(button);
});

test("a choice closes it first, then does what it says", () => {
  const { button, hide } = show();
  open(button);
  fireEvent.click(screen.getByRole("menuitem", { name: "Hide" }));
  expect(hide).toHaveBeenCalledTimes(1);
  expect(screen.queryByRole("menu")).toBeNull();
  expect(document.activeElement).toBe(button);
});

test("what cannot be chosen now stays in reach and says why", () => {
  const { button, edit } = show();
  open(button);
  const item = screen.getByRole("menuitem", { name: /Change/ });
  fireEvent.click(item);
  expect(edit).not.toHaveBeenCalled();
  expect(item.textContent).toContain("Not yours");
});

test("a press anywhere else closes it", () => {
  open(show().button);
  fireEvent.pointerDown(screen.getByRole("menuitem", { name: "Hide" }));
  expect(screen.queryByRole("menu")).not.toBeNull();
  fireEvent.pointerDown(document.body);
  expect(screen.queryByRole("menu")).toBeNull();
});

test("a list that unfolds in the page gives focus back to who had it", () => {
  const { button } = show();
  const list = render(
    <MenuList
      inline
      label="Move to…"
      items={[{ label: "A new group", onChoose: vi.fn() }]}
      onClose={vi.fn()}
    />,
  );
  expect(at()).toBe("A new group");
  list.unmount();
  expect(document.activeElement).toBe(button);
});
