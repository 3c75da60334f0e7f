import { act, cleanup, fireEvent, render, screen } from "@testing-library/preact";
import { useState } from "preact/hooks";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { BREATH, spoken } from "./announce";
import { Button } from "./button";
import { CodeField } from "./code-field";
import { Link, type LinkState } from "./link";
import { UNDO_STAYS, UndoBar } from "./undo-bar";

beforeEach(() => {
  vi.useFakeTimers();
  spoken.value = "";
});
afterEach(() => {
  cleanup();
  vi.runOnlyPendingTimers();
  vi.useRealTimers();
});

const pass = (ms: number) => act(() => void vi.advanceTimersByTime(ms));

test("a button that cannot be pressed now stays in reach, says why, and does nothing", () => {
  const onPress = vi.fn();
  render(
    <Button reason="when 2 notes are in" onPress={onPress}>
      Name it
    </Button>,
  );
  const button = screen.getByRole("button", { name: "Name it (when 2 notes are in)" });
  fireEvent.click(button);
  pass(BREATH);
  expect(onPress).not.toHaveBeenCalled();
  expect(button.hasAttribute("disabled")).toBe(false);
  expect(spoken.value).toBe("when 2 notes are in.");
});

test("a busy submit button does not send the form", () => {
  const onSubmit = vi.fn((event: Event) => event.preventDefault());
  render(
    <form onSubmit={onSubmit}>
      <Button type="submit" busy="Sending">
        Send
      </Button>
    </form>,
  );
  fireEvent.click(screen.getByRole("button", { name: "Sending…" }));
  expect(onSubmit).not.toHaveBeenCalled();
});

function Code({ onCode }: { onCode: (code: string) => void }) {
  const [code, setCode] = useState("");
  const change = (next: string) => {
    setCode(next);
    onCode(next);
  };
  return <CodeField value={code} onChange={change} />;
}

test("a code may be pasted with blanks, dashes and small letters; leaving the field groups it", () => {
  const onCode = vi.fn();
  render(<Code onCode={onCode} />);
  const field = screen.getByRole<HTMLInputElement>("textbox");
  fireEvent.input(field, { target: { value: " plm-ktw " } });
  expect(onCode).toHaveBeenLastCalledWith("PLMKTW");
  expect(field.value).toBe(" plm-ktw ");
  fireEvent.blur(field);
  expect(field.value).toBe("PLM KTW");
});

test.each<[LinkState, number, string]>([
  ["connected", 0, "Connected. All saved"],
  ["catching-up", 0, "Connected. Catching up"],
  ["waiting", 2, "Sending 2 things"],
  ["holding", 2, "Holding 2 things. Nothing is lost"],
  ["reconnecting", 0, "Reconnecting. Keep writing"],
  ["reconnecting", 1, "Reconnecting. Holding 1 thing"],
  ["restarting", 0, "Back in a moment. Keep writing"],
  ["restarting", 2, "Back in a moment. Holding 2 things"],
])("%s with %d waiting says so", (state, waiting, words) => {
  render(<Link state={state} waiting={waiting} />);
  screen.getByText(words);
});

test("while a place holds words that are not saved, it does not say that all is", () => {
  render(<Link state="connected" unsaved />);
  screen.getByText("Connected");
});

test("a change of the connection is announced, the first state is not", () => {
  const { rerender } = render(<Link state="connected" />);
  pass(BREATH);
  expect(spoken.value).toBe("");
  rerender(<Link state="reconnecting" />);
  pass(BREATH);
  expect(spoken.value).toBe("Reconnecting. Keep writing.");
});

test("it is announced once, however often is tried and whatever is written meanwhile", () => {
  const { rerender } = render(<Link state="connected" />);
  rerender(<Link state="reconnecting" />);
  pass(BREATH);
  const said = spoken.value;
  for (let n = 1; n < 4; n += 1) {
    rerender(<Link state="catching-up" />);
    pass(BREATH);
    rerender(<Link state="reconnecting" waiting={n} notes />);
    pass(BREATH);
  }
  expect(spoken.value).toBe(said);
  rerender(<Link state="connected" />);
  pass(BREATH);
  expect(spoken.value).toBe("Connected. All saved.");
});

function undoBar() {
  const deeds = { onUndo: vi.fn(), onGone: vi.fn() };
  render(<UndoBar text="Moved Grace to table 8." {...deeds} />);
  return deeds;
}

test("what was done is announced and can be undone", () => {
  const { onUndo } = undoBar();
  pass(BREATH);
  expect(spoken.value).toContain("Moved Grace to table 8.");
  fireEvent.click(screen.getByRole("button", { name: "Undo" }));
  expect(onUndo).toHaveBeenCalledTimes(1);
});

test("it goes after 20 seconds, or when it is closed", () => {
  const { onGone } = undoBar();
  pass(UNDO_STAYS - 1);
  expect(onGone).not.toHaveBeenCalled();
  pass(1);
  expect(onGone).toHaveBeenCalledTimes(1);
  fireEvent.click(screen.getByRole("button", { name: "Close" }));
  expect(onGone).toHaveBeenCalledTimes(2);
});

test("it stays while someone is at it", () => {
  const { onGone } = undoBar();
  fireEvent.focusIn(screen.getByRole("button", { name: "Undo" }));
  pass(2 * UNDO_STAYS);
  expect(onGone).not.toHaveBeenCalled();
  fireEvent.focusOut(screen.getByRole("button", { name: "Undo" }));
  pass(UNDO_STAYS);
  expect(onGone).toHaveBeenCalledTimes(1);
});
