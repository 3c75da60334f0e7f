import { cleanup, fireEvent, render, screen } from "@testing-library/preact";
import { afterEach, expect, test, vi } from "vitest";
import { Mini, type MiniProps } from "./mini";

afterEach(cleanup);

function show(props: Partial<MiniProps>) {
  const onOpen = vi.fn();
  render(<Mini no={7} here={3} caption="9 notes" onOpen={onOpen} {...props} />);
  return { onOpen, button: screen.getByRole("button") };
}

const count = (look: string) => document.querySelectorAll(`circle.${look}`).length;

test("who is here, who is missing and what is free is drawn and said", () => {
  const { button } = show({ held: 1, free: 1, lead: "here" });
  expect([count("here"), count("held"), count("free")]).toEqual([3, 1, 1]);
  expect(button.textContent).toBe("7Table 7, 3 people, 1 seat held. 9 notes");
});

test("what needs the host is said first and still tells the notes", () => {
  const { button } = show({ here: 1, lead: "away", alert: "Facilitator away" });
  expect(button.dataset["alert"]).toBeDefined();
  expect(button.textContent).toBe("7Table 7, 1 person, facilitator away. Facilitator away9 notes");
});

test.each([1, 2, 3, 4, 5, 6, 7, 8, 12])(
  "%d seats each have a place of their own inside the drawing",
  (seats) => {
    show({ here: seats });
    const places = [...document.querySelectorAll("circle")].map(
      (c) => `${c.getAttribute("cx")} ${c.getAttribute("cy")}`,
    );
    expect(new Set(places).size).toBe(seats);
    for (const place of places) {
      const [x = -1, y = -1] = place.split(" ").map(Number);
      expect(x > 0 && x < 96 && y > 0 && y < 64).toBe(true);
    }
  },
);

test("a press opens the table", () => {
  const { onOpen, button } = show({});
  fireEvent.click(button);
  expect(onOpen).toHaveBeenCalledTimes(1);
});
