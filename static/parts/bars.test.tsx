import { cleanup, render, screen, within } from "@testing-library/preact";
import { afterEach, expect, test } from "vitest";
import { Bars, type Standing } from "./bars";

afterEach(cleanup);

const results = (...dots: number[]) => dots.map((n, at) => ({ id: `i${at}`, title: `Idea ${at}`, dots: n }));
const group = (place: Standing["place"], ...dots: number[]): Standing => ({
  place,
  left: 2,
  results: results(...dots),
});

test("each group says what its place means, and those that are level for places say for how many", () => {
  render(<Bars groups={[group("forward", 9), group("level", 5, 5, 5), group("record", 1)]} />);
  const headings = screen.getAllByRole("heading", { level: 2 }).map((heading) => heading.textContent);
  expect(headings).toEqual(["Goes forward", "Level, for 2 places", "Stays on record"]);
});

test("equals say that they are level wherever they stand", () => {
  render(<Bars groups={[group("record", 3, 3, 1, 0, 0)]} />);
  expect(screen.getAllByText("level with 1 other")).toHaveLength(2);
});

test("each result says its dots in words beside the drawing", () => {
  render(<Bars groups={[group("all", 2, 1)]} />);
  const row = screen.getByText("Idea 1").closest("li") as HTMLElement;
  expect(within(row).getByText("1 dot")).toBeDefined();
  expect(row.querySelectorAll(".dots i")).toHaveLength(1);
});

test("more dots than one can count become a bar, by the same measure for all", () => {
  render(<Bars groups={[group("all", 144, 72)]} />);
  const widths = [...document.querySelectorAll<HTMLElement>(".bars-bar")].map((bar) => bar.style.width);
  expect(widths).toEqual(["100.0%", "50.0%"]);
});
