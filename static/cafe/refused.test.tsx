// A note that the server refused while its author was elsewhere: kept on this device, and offered again.
import { cleanup, fireEvent, render, screen } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

const REFUSED = {
  ...{ id: "01", type: "note.add", since: 1, tries: 1 },
  command: {
    id: "01",
    type: "note.add",
    step: "s0",
    kind: "helped",
    text: "They rang back",
    anonymous: true,
  },
  refusal: { code: "step-closed", message: "“Our stories” has closed." },
};

beforeEach(() => {
  vi.resetModules();
  localStorage.clear();
  localStorage.setItem("cafe:::out:01", JSON.stringify(REFUSED));
});
afterEach(cleanup);

/** A page that comes to a device which kept something: the engine finds it as it starts. */
async function come(note_kinds: string[]) {
  const { engine } = await import("../engine/live");
  const { stage } = await import("../engine/stage");
  const { ann, cafe, open, round, seated, sent, step, table } = await import("./cast");
  const { Cafe } = await import("./index");
  seated();
  stage(
    { person: "ann", role: "participant" },
    {
      hall: { ...cafe("s1"), ...step("s1", 0, round({ title: "Next round", note_kinds }), open()) },
      "person/ann": ann({ table: 7, places: [["s1", 7]] }),
      "table/7": table("s1"),
    },
  );
  render(<Cafe />);
  return { engine, sent };
}

test("it says why, and goes to the round that is on when its kind fits there", async () => {
  const { sent } = await come(["helped", "hindered"]);
  expect(screen.getByText("“Our stories” has closed.")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Put it in the round that is on" }));
  expect(sent()).toMatchObject([
    { type: "note.add", step: "s1", kind: "helped", text: "They rang back", anonymous: true },
  ]);
  await expect.poll(() => screen.queryByText("“Our stories” has closed.")).toBeNull();
});

test("where its kind does not exist, the composer holds the words until another is chosen", async () => {
  const { sent } = await come(["problem", "strength"]);
  fireEvent.click(screen.getByRole("button", { name: "Put it in the round that is on" }));
  await expect
    .poll(() => screen.getByRole<HTMLTextAreaElement>("textbox", { name: /One idea/ }).value)
    .toBe("They rang back");
  expect(sent()).toEqual([]);
});

test("thrown away by its author, it is gone", async () => {
  const { engine } = await come(["helped"]);
  fireEvent.click(screen.getByRole("button", { name: "Throw the words away" }));
  expect(engine.refused.value).toEqual([]);
  expect(localStorage.getItem("cafe:::out:01")).toBeNull();
});
