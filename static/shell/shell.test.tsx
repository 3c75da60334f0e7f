import { cleanup, render, screen } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { send } from "../engine";
import { stage } from "../engine/stage";
import { Gone } from "./gone";
import { Shell } from "./shell";

afterEach(cleanup);
beforeEach(() => stage({ title: "Spring café", join_link: "/j/KUPFER" }, {}));

test("a part that fails gives way to a plain word, and to a way on", () => {
  vi.spyOn(console, "error").mockImplementation(() => undefined);
  const Part = () => {
    throw new Error("a mistake of ours");
  };
  render(<Shell Part={Part} />);
  expect(screen.getByRole("heading", { level: 1 }).textContent).toContain("What you wrote is safe");
  expect(screen.getByRole("button", { name: "Load the page again" })).toBeTruthy();
});

test("a part that works is drawn, beside the voice for screen readers", () => {
  render(<Shell Part={() => <h1>The table</h1>} />);
  expect(screen.getByRole("heading", { name: "The table" })).toBeTruthy();
  expect(screen.getByRole("status")).toBeTruthy();
});

test("whoever has to go reads why, keeps unsent words, and finds the way in", () => {
  send("note.add", { step: "s3", kind: "helped", text: "Half a sentence" });
  render(<Gone code="gone" message="You have left this café." />);
  expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("You have left this café.");
  expect(screen.getByText("Half a sentence")).toBeTruthy();
  expect(screen.getByRole("link").getAttribute("href")).toBe("/j/KUPFER");
});

test("a page that is too old is loaded again instead", () => {
  render(<Gone code="protocol" message="The café has been updated. Load this page again." />);
  expect(screen.getByRole("button", { name: "Load the page again" })).toBeTruthy();
  expect(screen.queryByRole("link")).toBeNull();
});
