// Narrows the report to the words that fit, and the themes that hold them. Nothing is taken away: only marked.

/** Which lines and which themes stay, by the ids of their elements. */
export interface Staying {
  lines: ReadonlySet<string>;
  themes: ReadonlySet<string>;
}

/** Not to be seen for now. */
const OFF = "data-off";
/** What is a line, a theme, or a statement that rests on them; all else stays only around these. */
const LINE = ".quote, .find > li, .rp-statement";
/** A lead belongs to its whole section, as its heading does. */
const LEVELS: Record<string, number> = { H2: 2, H3: 4, H4: 5, P: 3 };

/** `null` shows everything again. */
export function narrow(page: Document, staying: Staying | null): void {
  if (staying === null) for (const part of page.querySelectorAll(`[${OFF}]`)) part.removeAttribute(OFF);
  else for (const section of sectionsOf(page)) put(section, shownIn(section, staying));
  for (const link of page.querySelectorAll<HTMLAnchorElement>(".rp-toc a"))
    put(link, !isOff(page.getElementById(link.hash.slice(1))));
}

/** Files and help are no part of the report: they stay as they are. */
function sectionsOf(page: Document): Element[] {
  return [...page.querySelectorAll(".rp-main > section:not(.no-print)")];
}

export function isOff(part: Element | null): boolean {
  return (part?.closest(`[${OFF}]`) ?? null) !== null;
}

function put(part: Element, on: boolean): void {
  if (on === part.hasAttribute(OFF)) part.toggleAttribute(OFF, !on);
}

/** Whether anything in this part stays. A heading stays if anything below it does. */
function shownIn(part: Element, staying: Staying): boolean {
  const waiting: Element[] = [];
  let any = false;
  for (const child of part.children) {
    const level = levelOf(child);
    if (level > 0) {
      while (waiting.length > 0 && levelOf(waiting[waiting.length - 1]) >= level)
        put(waiting.pop() as Element, false);
      waiting.push(child);
      continue;
    }
    const on = staysIn(child, staying);
    put(child, on);
    any ||= on;
    if (on) for (const head of waiting.splice(0)) put(head, true);
  }
  for (const head of waiting) put(head, false);
  return any;
}

function levelOf(part: Element | undefined): number {
  if (part === undefined || (part.tagName === "P" && !part.classList.contains("lead"))) return 0;
  return LEVELS[part.tagName] ?? 0;
}

/** The trails that lead from themes to notes do not stay: what fits of them stands word for word. */
function staysIn(part: Element, { lines, themes }: Staying): boolean {
  if (part.matches(".rp-statement")) return restsOn(part, [lines, themes]);
  if (part.matches(".quote")) return lines.has((part as HTMLElement).dataset["of"] ?? part.id);
  if (part.matches(".find > li")) return themes.has(part.id);
  return part.querySelector(LINE) !== null && shownIn(part, { lines, themes });
}

function restsOn(statement: Element, staying: readonly ReadonlySet<string>[]): boolean {
  const links = [...statement.querySelectorAll<HTMLAnchorElement>("a[href*='#']")];
  return links.some(({ hash }) => staying.some((ids) => ids.has(hash.slice(1))));
}
