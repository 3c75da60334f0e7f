import { nt, t } from "../words";

/** So many notes lie open in the drawer; the rest waits behind a button. */
const SHOWN = 5;

/** Shows where a line comes from beside it, instead of far down the page. */
export function openBeside(page: Document): void {
  const drawer = page.getElementById("drawer");
  if (!drawer) return;
  const beside = new Beside(page, drawer);
  for (const link of page.querySelectorAll<HTMLAnchorElement>("a[data-from]")) beside.take(link);
}

class Beside {
  private opener: HTMLButtonElement | null = null;

  constructor(
    private readonly page: Document,
    private readonly drawer: HTMLElement,
  ) {
    drawer.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.close(true);
    });
    // A link that leads to a place in the report must not leave it covered on a small screen.
    drawer.addEventListener("click", (event) => {
      const link = event.target instanceof Element ? event.target.closest("a") : null;
      if (link && !isWide()) this.close(false);
    });
  }

  /** A link down the page becomes a button that opens the drawer. */
  take(link: HTMLAnchorElement): void {
    const button = this.page.createElement("button");
    button.type = "button";
    button.className = link.className;
    button.append(...link.childNodes);
    button.setAttribute("aria-expanded", "false");
    button.setAttribute("aria-controls", this.drawer.id);
    const source = link.dataset["from"] ?? "";
    button.addEventListener("click", () => this.toggle(button, source));
    link.replaceWith(button);
  }

  private toggle(button: HTMLButtonElement, source: string): void {
    const again = this.opener === button;
    this.close(again);
    if (!again) this.open(button, source);
  }

  private open(button: HTMLButtonElement, source: string): void {
    const found = this.page.getElementById(source);
    if (!found) return;
    this.drawer.replaceChildren(this.head(), withoutIds(found), ...this.wholeLink(source));
    this.drawer.hidden = false;
    this.drawer.scrollTop = 0;
    layOutNotes(this.page, this.drawer);
    button.setAttribute("aria-expanded", "true");
    button.closest("li")?.setAttribute("data-on", "");
    this.opener = button;
    this.drawer.querySelector<HTMLElement>("h2")?.focus();
  }

  private close(giveBack: boolean): void {
    const opener = this.opener;
    if (!opener) return;
    opener.setAttribute("aria-expanded", "false");
    opener.closest("li")?.removeAttribute("data-on");
    this.drawer.hidden = true;
    this.opener = null;
    if (giveBack) opener.focus();
  }

  private head(): HTMLElement {
    const head = this.page.createElement("div");
    head.className = "dialog-head";
    const title = this.page.createElement("h2");
    title.id = "drawer-head";
    title.tabIndex = -1;
    title.textContent = t("Where this comes from");
    const close = this.page.createElement("button");
    close.type = "button";
    close.className = "btn btn--dense btn--quiet";
    close.textContent = t("Close");
    close.addEventListener("click", () => this.close(true));
    head.append(title, close);
    return head;
  }

  private wholeLink(source: string): HTMLElement[] {
    const line = this.page.createElement("p");
    const link = this.page.createElement("a");
    link.href = `#${source}`;
    link.textContent = t("See this in the report, with all links");
    line.append(link);
    return [line];
  }
}

/** A copy that may stand twice on the page. */
function withoutIds(of: HTMLElement): HTMLElement {
  const copy = of.cloneNode(true) as HTMLElement;
  copy.removeAttribute("id");
  copy.removeAttribute("aria-labelledby");
  for (const part of copy.querySelectorAll("[id]")) part.removeAttribute("id");
  return copy;
}

/** In the drawer the notes themselves lie in the place of the links to them. */
function layOutNotes(page: Document, drawer: HTMLElement): void {
  for (const link of drawer.querySelectorAll<HTMLAnchorElement>("a[data-note]")) {
    const note = page.getElementById(link.dataset["note"] ?? "");
    if (!note) continue;
    const paper = withoutIds(note);
    const whole = page.createElement("a");
    whole.href = link.hash;
    whole.textContent = t("Among all notes");
    for (const uses of paper.querySelectorAll(".rp-uses")) uses.remove();
    paper.querySelector("footer")?.append(whole);
    link.closest("li")?.replaceWith(paper);
  }
  for (const list of drawer.querySelectorAll<HTMLElement>(".notes")) foldAway(page, list);
}

/** The other parts of the thread stay in sight, however many notes there are. */
function foldAway(page: Document, list: HTMLElement): void {
  const rest = [...list.children].slice(SHOWN).filter((part) => part instanceof HTMLElement);
  const first = rest[0];
  if (!first) return;
  for (const note of rest) note.hidden = true;
  const more = page.createElement("button");
  more.type = "button";
  more.className = "btn btn--dense";
  more.textContent = nt("Show %(n)s more note", "Show %(n)s more notes", rest.length);
  more.addEventListener("click", () => {
    for (const note of rest) note.hidden = false;
    more.remove();
    first.tabIndex = -1;
    first.focus();
  });
  list.after(more);
}

function isWide(): boolean {
  return window.matchMedia("(min-width: 66rem)").matches;
}
