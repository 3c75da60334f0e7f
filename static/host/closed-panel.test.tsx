// After the close: what comes next, in order.
import { screen, within } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { clear, now, show } from "./laid";
import { closed, sampleCafe, sampleRound } from "./sample";

const FOUND = { of: "note-n1", mark: "m", where: "Table 1", text: "Ask Mary", own: true };
const QUOTES = [{ ...FOUND, found: [{ at: 4, to: 8, words: "a name" }] }];

beforeEach(() => vi.stubGlobal("fetch", () => Promise.resolve(Response.json({ quotes: QUOTES }))));
afterEach(() => {
  clear();
  vi.unstubAllGlobals();
});

const passage = { part: "context", text: "Why we met.", version: 1, versions: 1, by: "Amina", at: now };

test("what comes next stands in order, each with how far it is", async () => {
  const steps = [sampleRound("s1", closed(now, 30), { title: "Our stories" })];
  show(steps, { cafe: sampleCafe({ status: "closed", closed_at: now }) }, { "passage/context": passage });
  const list = screen.getByRole("region", { name: "What comes next" });
  expect(
    within(list)
      .getAllByRole("heading", { level: 3 })
      .map((head) => head.textContent),
  ).toEqual(["Before it goes out", "Write what only people can say", "Share it", "Go on with the blueprint"]);
  expect(list.textContent).toContain("1 of 13 places written · 0 statements");
  expect(list.textContent).toContain("Nothing written yet");
  expect(await within(list).findByText("0 of 1 looked at")).toBeTruthy();
});
