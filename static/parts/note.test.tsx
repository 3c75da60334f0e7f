import { cleanup, render, screen } from "@testing-library/preact";
import { afterEach, expect, test } from "vitest";
import { kindClass, kindWord } from "./kinds";
import { Note, type NoteProps } from "./note";

afterEach(cleanup);

function show(props: Partial<NoteProps>): string {
  render(
    <ul>
      <Note kind="helped" text="Same worker for two years." {...props} />
    </ul>,
  );
  return screen.getByRole("listitem").textContent ?? "";
}

test.each<[Partial<NoteProps>, string]>([
  [{ by: "Marek" }, "Same worker for two years.HelpedMarek"],
  [{ by: "Marek", you: true, edited: true }, "HelpedMarek (you), changed"],
  [{ by: "Grace", enteredBy: "Nadia" }, "entered by Nadia for Grace"],
  [{}, "Same worker for two years.Helped"],
  [{ state: "new", by: "Tom" }, "HelpedTomNew"],
  [{ state: "waiting", why: "10:29" }, "HelpedWaiting since 10:29"],
  [{ state: "refused", why: "This round is over." }, "This round is over.HelpedNot on the table"],
  [{ state: "picked" }, "Picked upSame worker"],
  [{ priority: true, highlighted: true }, "Chosen by the tableHighlightedSame worker"],
  [{ buildsOn: ["Duty rang back"], broughtFrom: 4 }, "Builds on “Duty rang back”Brought from table 4"],
])("%j is said in words, not by colour alone", (props, words) => {
  expect(show(props)).toContain(words);
});

test("of a note that was taken away nothing is drawn but the reason", () => {
  expect(show({ state: "gone", by: "Marek" })).toBe("A note was taken away to protect someone’s privacy.");
  expect(screen.queryByText("Marek")).toBeNull();
});

test("words are shown as they were written: markup is text, each note finds its own direction", () => {
  show({ text: "<b>כל</b>\nline" });
  const text = screen.getByText(/כל/);
  expect(text.textContent).toBe("<b>כל</b>\nline");
  expect(text.getAttribute("dir")).toBe("auto");
});

test("a kind that only the plan knows gets its own word and the neutral look", () => {
  expect([kindWord("odd-one_out"), kindClass("odd-one_out")]).toEqual(["Odd one out", "kind"]);
});

test("a kind that is called like something inside JavaScript is a kind like others", () => {
  expect(show({ kind: "constructor", by: "Tom" })).toContain("ConstructorTom");
});
