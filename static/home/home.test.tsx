// The host's home: what stands there, and what its forms send.
import { cleanup, fireEvent, render, screen, within } from "@testing-library/preact";
import { afterEach, expect, test } from "vitest";
import { type CafeEntry, type HomeData, readHome } from "./data";
import { Home } from "./page";

afterEach(cleanup);

const plans = [
  { id: "blank", name: "A short café", purpose: "Hear each other", minutes: 45, steps: [] },
  {
    id: "explore",
    name: "Explore",
    purpose: "Find what could change",
    minutes: 180,
    steps: [{ activity: "story_round", title: "Our stories", minutes: 30 }],
  },
];

function cafe(code: string, more: Partial<CafeEntry> = {}): CafeEntry {
  const links = {
    console: `/w/${code}/host`,
    report: `/w/${code}/report`,
    blueprint: `/w/${code}/blueprint`,
  };
  return {
    code,
    title: code,
    status: "lobby",
    people: 0,
    created_at: 1,
    updated_at: 1,
    practice: false,
    links,
    ...more,
  };
}

function show(more: Partial<HomeData> = {}) {
  return render(<Home workshops={[]} plans={plans} csrf="secret" {...more} />).container;
}

function fields(form: HTMLFormElement): Record<string, string> {
  return Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]));
}

test("cafés stand by their state, what runs first, and what changed last on top", () => {
  show({
    workshops: [
      cafe("AAA", { status: "closed" }),
      cafe("BBB", { updated_at: 1 }),
      cafe("CCC", { updated_at: 2 }),
      cafe("DDD", { status: "running", people: 92, practice: true }),
    ],
  });
  expect(
    screen
      .getAllByRole("heading", { level: 2 })
      .map((one) => one.textContent)
      .slice(0, 3),
  ).toEqual(["Running now", "Doors open, not started", "Over"]);
  expect(
    screen.getAllByRole("link", { name: /Go to its desk/ }).map((one) => one.getAttribute("href")),
  ).toEqual(["/w/DDD/host", "/w/CCC/host", "/w/BBB/host", "/w/AAA/host"]);
  expect(screen.getByText(/92 people here/)).toBeTruthy();
});

test("what is over leads to its report and blueprint", () => {
  show({ workshops: [cafe("AAA", { status: "closed" })] });
  expect(screen.getByRole("link", { name: "Go to its desk: AAA" }).getAttribute("href")).toBe("/w/AAA/host");
  expect(screen.getByRole("link", { name: "Report: AAA" }).getAttribute("href")).toBe("/w/AAA/report");
  expect(screen.getByRole("link", { name: "Blueprint: AAA" }).getAttribute("href")).toBe("/w/AAA/blueprint");
});

test("without any café it says what would be first", () => {
  show();
  expect(screen.getByText("No café yet")).toBeTruthy();
});

test("Explore is offered first, with its agenda", () => {
  show();
  expect(screen.getAllByRole("radio").map((one) => (one as HTMLInputElement).checked)).toEqual([true, false]);
  expect(
    within(screen.getByRole("list", { name: "Agenda of Explore" })).getByText("Our stories"),
  ).toBeTruthy();
});

test("a new café is a plain form, about the plan that is chosen", () => {
  const page = show();
  fireEvent.click(screen.getByRole("radio", { name: /A short café/ }));
  const form = page.querySelector<HTMLFormElement>('form[action="/home/workshops"]');
  if (!form) throw new Error("There is no such form.");
  fireEvent.input(screen.getByLabelText(/What is it called/), { target: { value: "Westmere" } });
  expect(form.method).toBe("post");
  expect(fields(form)).toEqual({ plan: "blank", csrf: "secret", title: "Westmere" });
});

test("so is one to practise with", () => {
  const form = show().querySelector<HTMLFormElement>('form[action="/home/practice"]');
  if (!form) throw new Error("There is no such form.");
  expect(fields(form)).toEqual({ plan: "explore", csrf: "secret", people: "24" });
});

test("a page without data is an empty home", () => {
  expect(readHome(document)).toEqual({ workshops: [], plans: [], csrf: "" });
});
