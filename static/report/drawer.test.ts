import { beforeEach, describe, expect, it } from "vitest";
import { openBeside } from "./drawer";

const PAGE = `
  <ul>
    <li><h4>Time</h4><a class="btn" href="#from-theme-a" data-from="from-theme-a">Where this comes from</a></li>
    <li><h4>Waiting</h4><a class="btn" href="#from-theme-b" data-from="from-theme-b">Where this comes from</a></li>
  </ul>
  <article id="from-theme-a"><h3 id="head-a">Time</h3><ul>
    <li><a href="#note-1" data-note="note-1">Table 1: Forms eat…</a></li>
    <li><a href="#note-9" data-note="note-9">A note that is not on the page</a></li>
  </ul></article>
  <article id="from-theme-b"><h3>Waiting</h3></article>
  <ul><li class="quote" id="note-1"><p>Forms eat the evenings.</p>
    <footer>Table 1 <span class="rp-uses">Used in: Time</span></footer></li></ul>
  <aside id="drawer" hidden></aside>`;

function drawer(): HTMLElement {
  const found = document.getElementById("drawer");
  if (!found) throw new Error("no drawer");
  return found;
}

function buttons(): HTMLButtonElement[] {
  return [...document.querySelectorAll<HTMLButtonElement>("button.btn[aria-controls]")];
}

function press(at: number): HTMLButtonElement {
  const button = buttons()[at];
  if (!button) throw new Error("no button");
  button.focus();
  button.click();
  return button;
}

describe("where a line comes from", () => {
  beforeEach(() => {
    document.body.innerHTML = PAGE;
    openBeside(document);
  });

  it("opens beside the line, with the notes themselves and not only links to them", () => {
    const button = press(0);
    expect(drawer().hidden).toBe(false);
    expect(button.getAttribute("aria-expanded")).toBe("true");
    expect(drawer().textContent).toContain("Forms eat the evenings.");
    expect(drawer().textContent).not.toContain("Used in");
    expect(drawer().textContent).toContain("A note that is not on the page");
    expect(document.activeElement?.id).toBe("drawer-head");
  });

  it("leaves every id on the page only once", () => {
    press(0);
    const ids = [...document.querySelectorAll("[id]")].map((part) => part.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("shows one line at a time", () => {
    const first = press(0);
    press(1);
    expect(first.getAttribute("aria-expanded")).toBe("false");
    expect(first.closest("li")?.hasAttribute("data-on")).toBe(false);
    expect(drawer().textContent).toContain("Waiting");
    expect(drawer().textContent).not.toContain("Forms eat the evenings.");
  });

  it("keeps the rest of many notes behind a button, so that the whole thread stays in sight", () => {
    const notes = document.querySelector("#from-theme-b h3");
    const lines = Array.from({ length: 8 }, (_, no) => `<li>${no}</li>`).join("");
    notes?.insertAdjacentHTML("afterend", `<ul class="notes">${lines}</ul>`);
    press(1);
    const shown = () => [...drawer().querySelectorAll<HTMLElement>(".notes li")].filter((li) => !li.hidden);
    expect(shown()).toHaveLength(5);
    const more = [...drawer().querySelectorAll("button")].find((button) => /3 more/.test(button.textContent));
    more?.click();
    expect(shown()).toHaveLength(8);
    expect(document.activeElement).toBe(shown()[5]);
  });

  it("closes on Escape and gives focus back", () => {
    const button = press(0);
    drawer().dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
    expect(drawer().hidden).toBe(true);
    expect(document.activeElement).toBe(button);
  });

  it("closes when the same button is pressed again", () => {
    press(0);
    const button = press(0);
    expect(drawer().hidden).toBe(true);
    expect(button.getAttribute("aria-expanded")).toBe("false");
  });
});
