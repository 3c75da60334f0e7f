// Looking at what goes out, one thing after the other.
import { cleanup, fireEvent, render, screen } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { discard, waiting } from "../../engine";
import { stage } from "../../engine/stage";
import { Host } from "../index";
import { byKey, sampleCafe, sampleGuest } from "../sample";
import { findings, nextOpen, pieces, placeOf, type Quote, readsNow } from "./quotes";

const PATEL: Quote = {
  of: "note/n1",
  mark: "m1",
  where: "Table 1, round 1",
  text: "🙂 Mrs Patel from Leeds rang.",
  own: true,
  found: [
    { at: 2, to: 11, words: "name" },
    { at: 17, to: 22, words: "place" },
  ],
};
const THEME: Quote = {
  ...PATEL,
  of: "theme/t1",
  mark: "m2",
  text: "Leeds",
  own: false,
  where: "Name of a theme",
};
const quotes = [PATEL, { ...THEME, found: [{ at: 0, to: 5, words: "place" }] }];
const check = (of: string, more: Record<string, unknown>) => ({
  [`check/${of}`]: {
    of,
    mark: of === PATEL.of ? "m1" : "m2",
    stretches: [],
    out: false,
    passed: false,
    ...more,
  },
});
const checks = (more: Record<string, unknown>) =>
  new Map(Object.values(check(PATEL.of, more)).map((c) => [c.of, c]));

async function open(given: readonly Quote[] | number, desk: Record<string, unknown> = {}): Promise<void> {
  vi.stubGlobal("fetch", async () =>
    typeof given === "number"
      ? new Response("", { status: given })
      : new Response(JSON.stringify({ quotes: given }), { status: 200 }),
  );
  location.hash = "#check";
  dispatchEvent(new Event("hashchange"));
  stage(
    { person: "amina", role: "host" },
    {
      hall: { cafe: sampleCafe({ status: "closed" }) },
      desk: { ...byKey("person", [sampleGuest("amina", { role: "host" })]), ...desk },
    },
  );
  render(<Host />);
  await screen.findByRole("heading", { level: 1, name: "Before it goes out" });
  await vi.waitFor(() => expect(screen.queryByText(/Looking through/)).toBeNull());
}

const sent = () => waiting.value.map(({ command }) => ({ ...command, id: undefined }));
const press = (name: RegExp | string) => fireEvent.click(screen.getByRole("button", { name }));

beforeEach(() => {
  cleanup();
  for (const { id } of waiting.value) discard(id);
});
afterEach(() => {
  vi.unstubAllGlobals();
  location.hash = "#desk";
  dispatchEvent(new Event("hashchange"));
});

test("places are counted as the server counts them", () => {
  expect(pieces(PATEL).map(({ text }) => text)).toEqual(["🙂 ", "Mrs Patel", " from ", "Leeds", " rang."]);
  expect(placeOf("from Leeds", PATEL)).toEqual({ at: 12, to: 22 });
  expect(placeOf("from York", PATEL)).toBeUndefined();
});

test("a quote reads as others get it", () => {
  expect(readsNow(PATEL, new Map())).toBe("🙂 [name] from [place] rang.");
  const stretches = [
    { at: 2, to: 11, words: "a neighbour" },
    { at: 17, to: 22, words: null },
  ];
  expect(readsNow(PATEL, checks({ stretches }))).toBe("🙂 [a neighbour] from Leeds rang.");
  expect(readsNow(PATEL, checks({ out: true }))).toBeNull();
  expect(readsNow({ ...PATEL, mark: "changed" }, checks({ out: true }))).toBe("🙂 [name] from [place] rang.");
});

test("what is next is what nobody has looked at, from here on and then from the start", () => {
  const all = findings(quotes);
  const seen = checks({ stretches: [{ at: 2, to: 11, words: null }] });
  expect(nextOpen(all, seen, 0)).toBe(1);
  expect(nextOpen(all, seen, 2)).toBe(2);
  expect(nextOpen(all, checks({ out: true }), 1)).toBe(2);
  expect(nextOpen([], new Map(), 0)).toBe(-1);
});

test("a host lets words stand, by button and by key", async () => {
  await open(quotes);
  expect(screen.getByText("0 of 3 looked at")).toBeTruthy();
  press(/^Fine as it is/);
  expect(sent()).toMatchObject([
    { type: "quote.check", of: "note/n1", was: "m1", verdict: "fine", at: 2, to: 11 },
  ]);
  fireEvent.keyDown(screen.getByText("Mrs Patel"), { key: "3" });
  expect(sent()[1]).toMatchObject({ verdict: "out", of: "note/n1" });
});

test("vaguer words are written in their place", async () => {
  await open(quotes);
  press("Write it vaguer");
  const field = screen.getByLabelText(/What stands there instead/, { selector: "#vaguer" });
  fireEvent.input(field, { target: { value: "a neighbour" } });
  press("Write [a neighbour]");
  expect(sent()).toMatchObject([{ verdict: "vaguer", at: 2, to: 11, words: "a neighbour" }]);
});

test("progress is told, and where all is done it is said", async () => {
  await open(quotes, { ...check("note/n1", { out: true }), ...check("theme/t1", { out: true }) });
  expect(screen.getByText("All done: 3 of 3 looked at.")).toBeTruthy();
});

test("only what one person wrote can be redacted, and it is asked twice", async () => {
  await open([quotes[1] as Quote]);
  expect(screen.queryByRole("button", { name: "Redact for good" })).toBeNull();
  cleanup();
  await open(quotes);
  press("Redact for good");
  press("Redact them");
  expect(screen.getByRole("heading", { name: "Are you quite sure?" })).toBeTruthy();
  expect(screen.getByRole("button", { name: "Yes, redact them now" })).toBeTruthy();
});

test("every quote can be looked through, with three questions", async () => {
  await open([{ ...PATEL, found: [] }]);
  expect(screen.getByText("Nothing was found")).toBeTruthy();
  press(/^Every quote/);
  press("Checked: three times no");
  expect(sent()).toMatchObject([{ verdict: "passed", of: "note/n1" }]);
});

test("where the list does not come, it is said what is safe", async () => {
  await open(500);
  expect(await screen.findByText("The list could not be fetched")).toBeTruthy();
  expect(screen.getByRole("button", { name: "Try again" })).toBeTruthy();
});
