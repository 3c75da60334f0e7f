import { cleanup, fireEvent, render, screen } from "@testing-library/preact";
import { afterEach, expect, test, vi } from "vitest";
import { Dialog } from "./dialog";

afterEach(cleanup);

function show() {
  render(<button type="button">End this round</button>);
  const opener = screen.getByRole("button");
  opener.focus();
  const onClose = vi.fn();
  const dialog = render(
    <Dialog title="End it now?" onClose={onClose}>
      <button type="button">Let it run</button>
      <button type="button">End it</button>
    </Dialog>,
  );
  return { opener, onClose, unmount: dialog.unmount };
}

const panel = () => screen.getByRole("dialog", { name: "End it now?" });
const button = (name: string) => screen.getByRole("button", { name });
const tab = (shiftKey = false) =>
  fireEvent.keyDown(document.activeElement as Element, { key: "Tab", shiftKey });

test("it opens over the page with focus on its question, so that no key press answers it by chance", () => {
  show();
  expect((panel() as HTMLDialogElement).open).toBe(true);
  expect(document.activeElement?.textContent).toBe("End it now?");
});

test("Escape and the close button close it", () => {
  const { onClose } = show();
  fireEvent.keyDown(panel(), { key: "Escape" });
  fireEvent.click(button("Close"));
  expect(onClose).toHaveBeenCalledTimes(2);
});

test("focus stays inside: after the last comes the first, before the first the last", () => {
  show();
  button("End it").focus();
  tab();
  expect(document.activeElement).toBe(button("Close"));
  tab(true);
  expect(document.activeElement).toBe(button("End it"));
});

test("focus goes back where it came from", () => {
  const { opener, unmount } = show();
  unmount();
  expect(document.activeElement).toBe(opener);
});

test("if that is gone, focus goes to the main part", () => {
  render(<main id="main" tabIndex={-1} />);
  const { opener, unmount } = show();
  opener.remove();
  unmount();
  expect(document.activeElement?.id).toBe("main");
});

test("a browser without dialogs gets the roles and a veil instead", () => {
  const native = HTMLDialogElement.prototype.showModal;
  Reflect.deleteProperty(HTMLDialogElement.prototype, "showModal");
  try {
    const { unmount } = show();
    expect(panel().getAttribute("aria-modal")).toBe("true");
    expect(document.querySelector(".dialog-veil")).not.toBeNull();
    unmount();
    expect(document.querySelector(".dialog-veil")).toBeNull();
  } finally {
    HTMLDialogElement.prototype.showModal = native;
  }
});
