// The blueprint at the console: versions, what it touches, and writing in it after the close too.
import { fireEvent, render, screen, within } from "@testing-library/preact";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { blueprints } from "../cafe/later";
import { stage } from "../engine/stage";
import type { BlueprintDoc } from "../wire/documents";
import { Host } from "./index";
import { clear, now, sent } from "./laid";
import { sampleCafe } from "./sample";

beforeAll(async () => {
  blueprints.value = await import("../blueprint");
});
beforeEach(clear);
afterEach(() => goTo("#desk"));

function goTo(hash: string): void {
  location.hash = hash;
  dispatchEvent(new Event("hashchange"));
}

const EXPERIMENT = {
  ...{ id: "x1", kind: "experiment", note: null, place: 1, status: "idea", removed: false, at: 1 },
  fields: { idea: { value: "Thursdays for families", version: 1 } },
  missing: ["owner"],
};

function desk(more: Partial<BlueprintDoc>, status: "running" | "closed" | "lobby" = "running"): void {
  const blueprint: BlueprintDoc = {
    ...{ context: "", version: 0, issued: [], open: false, writers: "hosts", touched: true, themes: [] },
    coverage: [
      { entry: "It builds on strengths", experiments: ["x1"] },
      { entry: "It sees the whole person", experiments: [] },
    ],
    ...more,
  };
  goTo("#blueprint");
  stage(
    { person: "amina", role: "host", code: "PLMKTW" },
    {
      hall: { cafe: sampleCafe({ status, current: null }), blueprint, "experiment/x1": EXPERIMENT },
      desk: {},
    },
  );
  render(<Host />);
}

const button = (name: string | RegExp) => screen.getByRole("button", { name });

test.each(["running", "closed"] as const)("hosts write in a café that is %s", async (status) => {
  desk({}, status);
  fireEvent.click(button("Work on it: Thursdays for families"));
  expect(await screen.findByLabelText(/Who looks after it/)).toBeTruthy();
  expect(screen.getByRole("link", { name: "Back to the desk" })).toBeTruthy();
});

test("before the café has begun there is nothing to write in yet", () => {
  desk({}, "lobby");
  expect(screen.queryByRole("heading", { name: "The blueprint" })).toBeNull();
});

test("what nothing touches is said, and what touches the rest", () => {
  desk({});
  const coverage = screen.getByRole("region", { name: "What it touches, and what it leaves out" });
  const [strengths, person] = within(coverage).getAllByRole("listitem");
  expect(strengths?.textContent).toBe("It builds on strengths“Thursdays for families”");
  expect(person?.textContent).toBe("It sees the whole personNothing touches it yet.");
});

test("a version is issued with a word to people", async () => {
  desk({ issued: [{ no: 1, at: now, words: "Our first draft" }] });
  expect(screen.getByRole("link", { name: "Read version 1" }).getAttribute("href")).toBe(
    "/w/PLMKTW/blueprint/1",
  );
  fireEvent.click(button("Issue version 2"));
  const dialog = await screen.findByRole("dialog");
  fireEvent.input(within(dialog).getByLabelText(/What changed, and why/), { target: { value: "A measure" } });
  fireEvent.click(within(dialog).getByRole("button", { name: "Issue version 2" }));
  expect(sent()).toMatchObject([{ type: "blueprint.issue", words: "A measure", was: 1 }]);
});

test("two versions have their difference; without a change there is no third", () => {
  const issued = [1, 2].map((no) => ({ no, at: now, words: "" }));
  desk({ issued, touched: false });
  expect(screen.getByRole("link", { name: "What changed since version 1" }).getAttribute("href")).toBe(
    "/w/PLMKTW/blueprint/1..2",
  );
  expect(button(/^Issue version 3/).textContent).toContain("nothing has changed since");
});
