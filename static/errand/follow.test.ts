// How the page of everything at once follows what is being made.
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { follow } from "./follow";

const again = "/w/ABCD/everything/now?key=k";

function part(state: string, words = "", percent = 0): string {
  return `<section id="now" data-state="${state}" data-again="${again}"><h2 tabindex="-1">${state}</h2>
    <p id="now-words">${words}</p><progress max="100" value="${percent}"></progress></section>`;
}

const answers: (string | Error)[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("fetch", async (address: string) => {
    expect(address).toBe(again);
    const answer = answers.shift() ?? new Error("nothing left to say");
    if (answer instanceof Error) throw answer;
    return new Response(answer);
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function open(first: string, ...then: (string | Error)[]): Promise<HTMLElement | null> {
  answers.splice(0, answers.length, ...then);
  document.body.innerHTML = first;
  follow(document);
  await vi.advanceTimersByTimeAsync(1000 * then.length);
  return document.getElementById("now");
}

test("while the same goes on only its words and its bar change", async () => {
  document.body.innerHTML = "";
  const now = await open(
    part("making", "Making the texts, 2 of 7", 14),
    part("making", "Making the PDF, 4 of 7", 42),
  );
  expect(now?.querySelector("#now-words")?.textContent).toBe("Making the PDF, 4 of 7");
  expect(now?.querySelector("progress")?.value).toBe(42);
  expect(document.activeElement?.tagName).toBe("BODY");
});

test("when it is ready the page says so, and whoever listens is led there", async () => {
  await open(part("waiting"), part("making"), part("ready"));
  expect(document.getElementById("now")?.dataset["state"]).toBe("ready");
  expect(document.activeElement?.textContent).toBe("ready");
});

test("a line that is away for a moment ends nothing", async () => {
  const now = await open(part("making"), new Error("offline"), part("ready"));
  expect(now?.dataset["state"]).toBe("ready");
});

test("what is ready, or was never asked for, is left alone", async () => {
  for (const state of ["ready", "none", "failed"]) {
    await open(part(state));
    await vi.advanceTimersByTimeAsync(5000);
    expect(document.getElementById("now")?.dataset["state"]).toBe(state);
  }
});
