import { cleanup, render, screen, within } from "@testing-library/preact";
import { afterEach, expect, test } from "vitest";
import { Bars, standings } from "./bars";

afterEach(cleanup);

const results = (...dots: number[]) => dots.map((n, at) => ({ id: `i${at}`, title: `Idea ${at}`, dots: n }));
const groups = (places: number, ...dots: number[]) =>
  standings(results(...dots), places).map(({ place, left, results: rows }) => [
    place,
    left,
    rows.map((row) => row.dots),
  ]);

test.each([
  [
    "clear",
    2,
    [5, 9, 1],
    [
      ["forward", 0, [9, 5]],
      ["record", 0, [1]],
    ],
  ],
  [
    "three for two places",
    3,
    [16, 12, 12, 12, 8],
    [
      ["forward", 0, [16]],
      ["level", 2, [12, 12, 12]],
      ["record", 0, [8]],
    ],
  ],
  [
    "equals that all fit",
    2,
    [7, 7, 3],
    [
      ["forward", 0, [7, 7]],
      ["record", 0, [3]],
    ],
  ],
  ["all level", 1, [4, 4], [["level", 1, [4, 4]]]],
  ["no dots at all", 2, [0, 0], [["record", 0, [0, 0]]]],
  [
    "fewer with dots than places",
    3,
    [2, 0, 0],
    [
      ["forward", 0, [2]],
      ["record", 0, [0, 0]],
    ],
  ],
  ["no places", 0, [2, 1], [["record", 0, [2, 1]]]],
])("%s", (_, places, dots, expected) => {
  expect(groups(places, ...dots)).toEqual(expected);
});

test("each result says its dots in words beside the drawing", () => {
  render(<Bars results={results(2, 1)} places={1} />);
  const row = screen.getByText("Idea 1").closest("li") as HTMLElement;
  expect(within(row).getByText("1 dot")).toBeDefined();
  expect(row.querySelectorAll(".dots i")).toHaveLength(1);
});

test("more dots than one can count become a bar, by the same measure for all", () => {
  render(<Bars results={results(144, 72)} places={1} />);
  const widths = [...document.querySelectorAll<HTMLElement>(".bars-bar")].map((bar) => bar.style.width);
  expect(widths).toEqual(["100.0%", "50.0%"]);
});
