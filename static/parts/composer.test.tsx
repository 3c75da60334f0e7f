import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { afterEach, expect, test, vi } from "vitest";
import { Composer, type ComposerProps } from "./composer";
import type { Draft } from "./use-draft";

afterEach(cleanup);

function write(props: Partial<ComposerProps> = {}) {
  const onDraft = vi.fn<(draft: Draft) => void>();
  const onSend = vi.fn<(draft: Draft) => Promise<void>>(() => Promise.resolve());
  render(
    <Composer
      kinds={["helped", "hindered"]}
      max={20}
      submit="Lay it on the table"
      {...{ onDraft, onSend }}
      {...props}
    />,
  );
  return { onDraft, onSend };
}

const field = () => screen.getByRole<HTMLTextAreaElement>("textbox");
const type = (text: string) => fireEvent.input(field(), { target: { value: text } });
const choose = (kind: string) => fireEvent.click(screen.getByRole("radio", { name: kind }));
const send = () => fireEvent.click(screen.getByRole("button"));

test("each change of words or kind is handed on to be kept", () => {
  const { onDraft } = write();
  type("Same");
  choose("Helped");
  expect(onDraft.mock.calls.map(([draft]) => draft)).toEqual([
    { kind: null, text: "Same" },
    { kind: "helped", text: "Same" },
  ]);
});

test("kept words and their kind are there again", () => {
  write({ draft: { kind: "hindered", text: "Nobody tells you" } });
  expect(field().value).toBe("Nobody tells you");
  expect(screen.getByRole<HTMLInputElement>("radio", { name: "Hindered" }).checked).toBe(true);
});

test("a kept kind that this step does not have is not chosen", () => {
  write({ draft: { kind: "problem", text: "" } });
  expect(screen.getAllByRole<HTMLInputElement>("radio").some((radio) => radio.checked)).toBe(false);
});

test("what was sent leaves the field; the kind stays for the next note", async () => {
  const { onSend, onDraft } = write();
  choose("Helped");
  type("Same worker");
  send();
  await waitFor(() => expect(field().value).toBe(""));
  expect(onSend).toHaveBeenCalledExactlyOnceWith({ kind: "helped", text: "Same worker" });
  expect(onDraft).toHaveBeenLastCalledWith({ kind: "helped", text: "" });
});

test("while it is on its way the button says so, and a second press sends nothing", async () => {
  let done = () => {};
  const onSend = vi.fn(() => new Promise<void>((resolve) => (done = resolve)));
  write({ onSend, draft: { kind: "helped", text: "Once" } });
  fireEvent.keyDown(field(), { key: "Enter", ctrlKey: true });
  fireEvent.keyDown(field(), { key: "Enter", ctrlKey: true });
  expect((await screen.findByText("Sending…")).closest("button")?.getAttribute("aria-disabled")).toBe("true");
  done();
  await screen.findByText("Lay it on the table");
  expect(onSend).toHaveBeenCalledTimes(1);
});

test("words written while the others were on their way stay", async () => {
  let done = () => {};
  write({
    onSend: () => new Promise<void>((resolve) => (done = resolve)),
    draft: { kind: "helped", text: "One" },
  });
  send();
  await screen.findByText("Sending…");
  type("One and two");
  done();
  await screen.findByText("Lay it on the table");
  expect(field().value).toBe("One and two");
});

test("a failure is told in its own words and nothing is lost", async () => {
  write({
    onSend: () => Promise.reject(new Error("This round is over.")),
    draft: { kind: "helped", text: "Kept" },
  });
  send();
  await screen.findByText("This round is over.");
  expect(field().value).toBe("Kept");
  expect(field().getAttribute("aria-invalid")).toBe("true");
});

test.each([
  [{ kind: "helped", text: "   " }, "Write a few words first."],
  [{ kind: "helped", text: "x".repeat(51) }, "too long by 31 characters. Nothing is lost."],
  [{ kind: null, text: "Same worker" }, "Choose what kind of note it is."],
])("%j is not sent, and it says why", async (draft, why) => {
  const { onSend } = write({ draft });
  send();
  await screen.findByText(why, { exact: false });
  expect(onSend).not.toHaveBeenCalled();
  expect(field().value).toBe(draft.text);
});

test("without a kind, focus goes to the kinds", async () => {
  write({ draft: { kind: null, text: "Same worker" } });
  send();
  await waitFor(() => expect(document.activeElement?.getAttribute("type")).toBe("radio"));
});

test("the counter counts whole characters without the blanks around them", () => {
  write({ draft: { kind: "helped", text: "  👋🏽 e  " } });
  screen.getByText("16 characters left");
});

test("the only kind there is needs no choosing", async () => {
  const { onSend } = write({ kinds: ["answer"] });
  expect(screen.queryByRole("radio")).toBeNull();
  type("Keep the same worker");
  fireEvent.keyDown(field(), { key: "Enter", metaKey: true });
  await waitFor(() => expect(onSend).toHaveBeenCalledWith({ kind: "answer", text: "Keep the same worker" }));
});
