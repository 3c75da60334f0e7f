// For tests: the desk of Amina, with two tables, and what she presses.
import { cleanup, fireEvent, render, screen } from "@testing-library/preact";
import { discard, waiting } from "../engine";
import { engine } from "../engine/live";
import { stage } from "../engine/stage";
import { MINUTE, type Step } from "./day";
import { Host } from "./index";
import { opened } from "./opened";
import { done, trouble } from "./perform";
import { byKey, closed, open, sampleCafe, sampleGuest, sampleRound, sampleStep, sampleTable } from "./sample";

export const now = Date.now();
const people = [
  sampleGuest("amina", { role: "host" }),
  sampleGuest("rob", { role: "host" }),
  sampleGuest("nadia", { role: "facilitator", table: 1 }),
  sampleGuest("grace", { table: 1 }),
  ...["leila", "sam", "rhian"].map((id) => sampleGuest(id, { table: 2 })),
  sampleGuest("priya"),
];
const tables = [
  sampleTable(1, ["nadia", "grace"], { facilitator: "nadia", notes: 3 }),
  sampleTable(2, ["leila", "sam", "rhian"], { notes: 0 }),
];
export const round = sampleRound("s2", open(now - 19.5 * MINUTE, 30), { title: "Our stories" });

export function show(
  steps: readonly Step[],
  more: Record<string, unknown> = {},
  desk: Record<string, unknown> = {},
): void {
  stage(
    {
      person: "amina",
      role: "host",
      links: { join: "https://c.example/j/PLMKTW", screen: "https://c.example/s" },
    },
    {
      hall: { cafe: sampleCafe({ started_at: now - 30 * MINUTE }), ...byKey("step", steps), ...more },
      desk: { ...byKey("person", people), ...byKey("table", tables), ...desk },
    },
  );
  engine.listeners.weather({
    stream: "desk",
    here: Object.fromEntries(people.map(({ id }) => [id, true])),
    writing: {},
  });
  render(<Host />);
}

export const usual = () =>
  show([sampleStep("s1", {}, closed(now - 30 * MINUTE, 9)), round, sampleStep("s3", { title: "Break" })]);
export const press = (name: RegExp | string) => fireEvent.click(screen.getByRole("button", { name }));
export const sent = () => waiting.value.map(({ command }) => ({ ...command, id: undefined }));

export function clear(): void {
  cleanup();
  for (const { id } of waiting.value) discard(id);
  opened.value = [];
  done.value = trouble.value = null;
}
