// The desk as a host uses it: Next, and the clock.
import { fireEvent, screen, within } from "@testing-library/preact";
import { afterEach, describe, expect, test } from "vitest";
import { happen } from "../engine/stage";
import { MINUTE } from "./day";
import { clear, now, press, round, sent, show, usual } from "./laid";
import { trouble } from "./perform";
import { calling, closed, open, sampleRound, sampleStep } from "./sample";

afterEach(clear);

describe("Next", () => {
  test("it names the step that this host sees, so that two presses move one step", () => {
    usual();
    press(/End this round and go on/);
    expect(sent()).toEqual([{ type: "step.next", after: "s2", call: true }]);
    expect(screen.getByRole("button", { name: /Moving on/ }).getAttribute("aria-disabled")).toBe("true");
    press(/Moving on/);
    expect(sent()).toHaveLength(1);
  });

  test("it warns with what this host knows", () => {
    usual();
    const next = screen.getByText(/10 minutes are left/);
    expect(next.textContent).toContain("Table 2 has no notes yet. Table 1 has one person.");
    expect(next.textContent).toContain("1 person in the lobby has no seat yet.");
  });

  test("the last one asks before it closes the café", () => {
    show([sampleStep("s2", { title: "Thanks" }, open(now, 3))]);
    press(/Close the café and make the report/);
    expect(sent()).toEqual([]);
    fireEvent.click(
      within(screen.getByRole("dialog")).getByRole("button", { name: "Close it and make the report" }),
    );
    expect(sent()).toEqual([{ type: "workshop.close" }]);
  });

  test("when another host was first, that is said calmly", () => {
    usual();
    trouble.value = { code: "moved-on", message: "The café has already moved on." };
    return expect
      .poll(() => screen.getByRole("region", { name: "What did not work" }).textContent)
      .toContain("Rob has moved on already. “Our stories” is on now.");
  });
});

describe("the clock", () => {
  test("more minutes, with the way back", () => {
    usual();
    press(/^5 minutes/);
    expect(sent()).toEqual([{ type: "step.extend", step: "s2", minutes: 5 }]);
  });

  test("hold, and run again", () => {
    usual();
    press("Hold the clock");
    expect(sent()).toEqual([{ type: "step.hold", step: "s2", on: true }]);
    happen("hall", { put: { "step/s2": { ...round, deadline: null, held_left: 10 * MINUTE } } });
    return expect.poll(() => screen.queryByRole("button", { name: "Let the clock run" })).not.toBeNull();
  });

  test("ending early shows what would be cut off, and offers milder ways first", () => {
    usual();
    press("End it early");
    const dialog = screen.getByRole("dialog", { name: /10 minutes are left. End it now/ });
    expect(dialog.textContent).toContain("Table 2 has no notes yet.");
    expect(
      within(dialog)
        .getAllByRole("button")
        .map((button) => button.textContent),
    ).toEqual(["", "Let it run", "Give 5 more minutes", "End it. A call of 60 seconds goes out"]);
    fireEvent.click(within(dialog).getByRole("button", { name: /End it\./ }));
    expect(sent()).toEqual([{ type: "step.end", step: "s2", call: true }]);
  });

  test("the closing call can be taken back, or ended at once", () => {
    show([
      { ...sampleRound("s2", open(now - MINUTE, 30)), ...calling(now + 42 * MINUTE, "s3") },
      sampleStep("s3", { title: "Break" }),
    ]);
    expect(screen.getByText(/^The closing call is on: 4\d:\d\d$/)).toBeTruthy();
    press("Keep it open");
    fireEvent.click(screen.getAllByRole("button", { name: "Move now" })[0] as HTMLElement);
    expect(sent()).toEqual([
      { type: "step.keep-open", step: "s2" },
      { type: "step.next", after: "s2", call: false },
    ]);
  });

  test("a step that has just closed can be opened again, and it says what that does", () => {
    show([
      sampleRound("s1", closed(now - 31 * MINUTE, 30), { title: "Our stories" }),
      sampleStep("s2", { title: "Break" }, open(now, 10)),
    ]);
    press(/Open “Our stories” again/);
    expect(screen.getByRole("dialog").textContent).toContain("“Break” is planned again.");
    press("Open it again");
    expect(sent()).toEqual([{ type: "step.reopen", step: "s1" }]);
  });
});
