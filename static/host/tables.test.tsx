// The desk as a host uses it: tables, people, and what goes to everyone.
import { fireEvent, screen, within } from "@testing-library/preact";
import { afterEach, describe, expect, test } from "vitest";
import { happen } from "../engine/stage";
import { sampleBallot, sampleOption, sampleOutcome } from "../votes/sample";
import { clear, now, press, round, sent, show, usual } from "./laid";
import {
  byKey,
  open,
  sampleCafe,
  sampleCall,
  sampleGuest,
  sampleSlot,
  sampleStep,
  sampleTable,
} from "./sample";

afterEach(clear);

describe("tables and people", () => {
  test("somebody alone is moved with one press", () => {
    usual();
    press("Move Grace to table 2");
    expect(sent()).toEqual([{ type: "person.move", person: "grace", table: 2 }]);
  });

  test("what the host leaves as it is goes, and comes back when it changes", async () => {
    usual();
    press("Leave it: Table 1: Grace is alone");
    await expect.poll(() => screen.queryByText("Table 1: Grace is alone")).toBeNull();
    happen("desk", {
      put: { "table/1": sampleTable(1, ["nadia", "grace", "priya"], { facilitator: "nadia" }) },
    });
    happen("desk", { put: { "person/priya": sampleGuest("priya", { table: 1, held_since: now }) } });
    await expect.poll(() => screen.queryByText("Table 1: Grace is alone")).not.toBeNull();
  });

  test("a call is answered with one press, or in words that survive", async () => {
    show([round], {}, byKey("call", [sampleCall("c1", 2)]));
    press("Answer in words");
    const field = await screen.findByLabelText("Your answer to Leila");
    fireEvent.input(field, { target: { value: "In two minutes" } });
    press("Send it to Leila");
    expect(sent()).toEqual([{ type: "help.answer", call: "c1", text: "In two minutes" }]);
  });

  test("a table opens, is read along, and its people can be moved from there", () => {
    usual();
    press(/^Table 2,/);
    const drawer = screen.getByRole("dialog", { name: "Table 2" });
    expect(within(drawer).getByText("Leila")).toBeTruthy();
    fireEvent.click(within(drawer).getByRole("button", { name: "What to do with Leila" }));
    fireEvent.click(screen.getByRole("menuitem", { name: "Move to…" }));
    press(/Table 1 · 2 people/);
    expect(sent()).toEqual([{ type: "person.move", person: "leila", table: 1 }]);
  });

  test("whoever leads a table has to give it away before moving", () => {
    usual();
    press("All 6 people");
    fireEvent.input(screen.getByLabelText("Search by name"), { target: { value: "nad" } });
    press("What to do with Nadia");
    const move = screen.getByRole("menuitem", { name: /Move to…/ });
    expect(move.textContent).toContain("leads table 1; give that table to someone else first");
  });

  test("taking somebody out asks first", () => {
    usual();
    press("All 6 people");
    press("What to do with Priya");
    fireEvent.click(screen.getByRole("menuitem", { name: /Take out of the café/ }));
    press("Take Priya out");
    expect(sent()).toEqual([{ type: "person.remove", person: "priya" }]);
  });

  test("where somebody is from is seen and can be put right, where the café knows groups", () => {
    usual();
    press("All 6 people");
    press("What to do with Priya");
    expect(screen.queryByRole("menuitem", { name: "Change the group…" })).toBeNull();
    clear();
    show(
      [round],
      { cafe: sampleCafe({ groups: ["Families", "Schools"] }) },
      { "person/priya": sampleGuest("priya", { group: "Schools" }) },
    );
    press("All 6 people");
    expect(screen.getByText(/in the lobby · here · Schools/)).toBeTruthy();
    press("What to do with Priya");
    fireEvent.click(screen.getByRole("menuitem", { name: "Change the group…" }));
    const dialog = screen.getByRole("dialog", { name: "Which group is Priya from?" });
    expect(within(dialog).queryByRole("button", { name: "Schools" })).toBeNull();
    fireEvent.click(within(dialog).getByRole("button", { name: "Families" }));
    expect(sent()).toEqual([{ type: "person.group", person: "priya", group: "Families" }]);
  });

  test("a wish needs two people", () => {
    usual();
    press("Who sits with whom");
    press(/Keep them apart/);
    expect(sent()).toEqual([]);
    for (const name of ["Grace", "Sam"]) fireEvent.click(screen.getByLabelText(name));
    press("Keep these 2 apart");
    expect(sent()).toEqual([{ type: "wish.make", how: "apart", people: ["grace", "sam"] }]);
  });
});

describe("to everyone", () => {
  test("a message says on how many screens it will show, and an empty one is not sent", () => {
    usual();
    press("Show it on 8 screens");
    expect(sent()).toEqual([]);
    expect(screen.getByText("Write a few words first.")).toBeTruthy();
    fireEvent.input(screen.getByLabelText("Message to all"), { target: { value: " Five minutes to go " } });
    press("Show it on 8 screens");
    expect(sent()).toEqual([{ type: "say.all", text: "Five minutes to go" }]);
  });

  test("what is on all screens can be taken down", () => {
    show([round], { saying: { id: "m1", text: "Five minutes to go", at: now } });
    press("Take it down");
    expect(sent()).toEqual([{ type: "say.take-down", saying: "m1" }]);
  });

  test("while the vote is open the host sees how many have voted, and nothing else", () => {
    const ballot = sampleBallot({ id: "b", step: "s2", options: [sampleOption("Thursdays")] });
    show(
      [sampleStep("s2", { activity: "dot_voting", title: "Dots" }, open(now, 8))],
      { "ballot/b": ballot },
      { "votes/s2": { step: "s2", voted: 41, tables: [], lacking: null } },
    );
    expect(screen.getByText("have placed dots").textContent).toBe("41 have placed dots");
    expect(screen.queryByText("Thursdays")).toBeNull();
    expect(screen.getByText("There is only one choice")).toBeTruthy();
  });

  test("where no vote could open the host learns why and what to do", () => {
    const step = sampleStep("s2", { activity: "dot_voting", title: "Dots" }, open(now, 8));
    show([step], {}, { "votes/s2": { step: "s2", voted: 0, tables: [], lacking: 0 } });
    expect(screen.getByText("There is nothing to vote on")).toBeTruthy();
    expect(screen.getByText("Nobody has put notes into a theme.")).toBeTruthy();
  });

  test("a tie in the hall is settled with a reason: here by lot", async () => {
    const step = sampleStep("s2", { activity: "dot_voting", title: "Dots" }, open(now, 8));
    const outcome = sampleOutcome({ ahead: ["Time"], level: ["Trust", "Cars", "Rooms"], places: 2 });
    const result = { Time: 5, Trust: 3, Cars: 3, Rooms: 3 };
    const ballot = sampleBallot({ step: "s2", open: false, result, voted: 7, outcome });
    show([step], { "ballot/b1": ballot });
    press("Vote once more, on these three");
    press("Draw lots, and say why");
    fireEvent.input(screen.getAllByLabelText(/^Why/)[0] as HTMLElement, {
      target: { value: "We are tired" },
    });
    press("Draw the lot now");
    await expect
      .poll(() => sent())
      .toEqual([
        { type: "tie.vote-again", ballot: "b1" },
        { type: "tie.settle", ballot: "b1", how: "lot", options: [], decided_by: "", why: "We are tired" },
      ]);
  });

  test("in the plenary the next table gets the floor with one press; others by choice, or are skipped", () => {
    const slots = [sampleSlot(1, "speaking"), sampleSlot(2, "waiting"), sampleSlot(3, "waiting")];
    show([sampleStep("s3", { activity: "plenary", title: "Plenary" }, open(now, 30))], {
      cafe: sampleCafe({ current: "s3" }),
      ...Object.fromEntries(slots.map((slot) => [`slot/s3/${slot.table}`, slot])),
    });
    press("Give the floor to table 2");
    press("What to do with table 3");
    fireEvent.click(screen.getByRole("menuitem", { name: "Skip it" }));
    expect(sent()).toEqual([
      { type: "plenary.call", step: "s3", table: 2 },
      { type: "plenary.skip", step: "s3", table: 3, on: true },
    ]);
  });
});
