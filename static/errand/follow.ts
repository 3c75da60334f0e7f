/** How often it looks, in milliseconds. */
const LOOK = 1000;
const ON_ITS_WAY = ["waiting", "making", "nobody"];

/** Fetches the part of the page that says how far it is, while anything is being made. */
export function follow(page: Document, pause: number = LOOK): void {
  if (ON_ITS_WAY.includes(part(page)?.dataset["state"] ?? "")) {
    setTimeout(() => void again(page, pause), pause);
  }
}

async function again(page: Document, pause: number): Promise<void> {
  const found = await fetched(page, part(page)?.dataset["again"] ?? "");
  if (found) take(page, found);
  follow(page, pause);
}

/** Nothing where the server cannot be reached just now: it is asked again. */
async function fetched(page: Document, address: string): Promise<HTMLElement | null> {
  try {
    const answer = await fetch(address);
    if (!answer.ok) return null;
    const template = page.createElement("template");
    template.innerHTML = await answer.text();
    return template.content.querySelector<HTMLElement>("#now");
  } catch {
    return null;
  }
}

/** While the same goes on only its words and its bar change: a screen reader hears what is new. */
function take(page: Document, found: HTMLElement): void {
  const here = part(page);
  if (!here) return;
  if (here.dataset["state"] !== found.dataset["state"]) {
    here.replaceWith(found);
    if (!ON_ITS_WAY.includes(found.dataset["state"] ?? "")) found.querySelector<HTMLElement>("h2")?.focus();
    return;
  }
  const words = here.querySelector("#now-words");
  const said = found.querySelector("#now-words")?.textContent ?? "";
  if (words && words.textContent !== said) words.textContent = said;
  const bar = here.querySelector("progress");
  const far = found.querySelector("progress");
  if (bar && far) bar.value = far.value;
}

function part(page: Document): HTMLElement | null {
  return page.getElementById("now");
}
