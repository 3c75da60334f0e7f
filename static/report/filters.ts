// Finding in a report. Without this script the page is whole, and nobody misses a field that would do nothing.
import { nt, t } from "../words";
import { EVERYTHING, type Filter, find, isFiltered, LOOSE, searchOf, type Wanted, wantedIn } from "./find";
import { type Choice, countWords, type Lines, linesOn } from "./lines";
import { make } from "./make";
import { markWords } from "./mark";
import { isOff, narrow } from "./narrow";

/** How long after the last key it is looked for, and how long after that the number is said, in milliseconds. */
const PAUSE = 150;
const REST = 700;

type Chosen = Exclude<Filter, "words">;

export function addFilters(page: Document): void {
  const lines = linesOn(page);
  const first = page.querySelector(".rp-main > section:not(.no-print)");
  if (lines.all.length === 0 || first === null) return;
  const filters = new Filters(page, lines);
  first.before(filters.bar, filters.found);
  filters.begin();
}

class Filters {
  private wanted: Wanted;
  private narrowed = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly words: HTMLInputElement;
  private readonly selects: ReadonlyMap<Chosen, HTMLSelectElement>;
  private readonly all: HTMLButtonElement;
  private readonly more: HTMLButtonElement;
  private readonly choices: HTMLElement;
  /** Said by screen readers when the typing has come to rest. */
  private readonly voice = make("p", { className: "only-read", role: "status" });
  /** On paper too: whoever reads it knows that there is more. */
  readonly found = make("p", { className: "filters-found", hidden: true });
  readonly bar: HTMLElement;

  constructor(
    private readonly page: Document,
    private readonly lines: Lines,
  ) {
    this.wanted = this.known(wantedIn(location.search));
    this.words = make("input", { className: "input", type: "search", autocomplete: "off", id: "find-words" });
    this.selects = new Map(LABELS.flatMap(([name, words]) => this.select(name, words())));
    this.choices = make("div", { className: "filters-choices", id: "find-more" }, ...this.fields());
    this.more = this.button(t("Filter"), () => this.unfold(this.choices.hidden === true));
    this.more.setAttribute("aria-controls", this.choices.id);
    this.all = this.button(t("Show everything"), () => this.showAll());
    this.all.classList.add("btn--quiet");
    this.bar = this.drawn();
  }

  /** As the address asks for it. */
  begin(): void {
    const { words: _words, ...chosen } = this.wanted;
    this.unfold(Object.values(chosen).some(Boolean));
    this.show();
    this.listen();
    const aim = this.page.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (aim && isOff(aim)) this.reveal(aim);
  }

  private listen(): void {
    this.words.addEventListener("input", () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.want({ words: this.words.value }), PAUSE);
    });
    for (const [name, select] of this.selects)
      select.addEventListener("change", () => this.want({ [name]: select.value }));
    // A link leads to its line, also when that is filtered out.
    this.page.addEventListener("click", (event) => {
      const link = event.target instanceof Element ? event.target.closest("a") : null;
      const aim = link?.hash && link.pathname === location.pathname ? link.hash.slice(1) : "";
      const line = this.page.getElementById(decodeURIComponent(aim));
      if (line && isOff(line)) this.reveal(line);
    });
  }

  /** Everything, for a line that was asked for by itself. */
  private reveal(line: Element): void {
    this.want(EVERYTHING);
    line.scrollIntoView();
  }

  private showAll(): void {
    this.want(EVERYTHING);
    this.words.focus();
  }

  private want(part: Partial<Wanted>): void {
    clearTimeout(this.timer);
    this.wanted = { ...this.wanted, ...part };
    const address = location.pathname + searchOf(location.search, this.wanted) + location.hash;
    history.replaceState(history.state, "", address);
    this.show();
  }

  /** What an old link asks for and this report has not is not asked for. */
  private known(wanted: Wanted): Wanted {
    const has = (name: Chosen) => this.lines[name].some(([value]) => value === wanted[name]);
    const chosen = LABELS.map(([name]) => [name, has(name) ? wanted[name] : ""]);
    return { ...wanted, ...Object.fromEntries(chosen) };
  }

  private show(): void {
    const some = isFiltered(this.wanted);
    if (this.words.value.trim() !== this.wanted.words.trim()) this.words.value = this.wanted.words;
    for (const [name, select] of this.selects) select.value = this.wanted[name];
    const found = find(this.lines.all, this.wanted);
    narrow(this.page, some ? { lines: found, themes: this.themesOf(found) } : null);
    markWords(this.page, this.wanted.words);
    this.tell(some, found);
  }

  private themesOf(found: ReadonlySet<string>): ReadonlySet<string> {
    const { theme } = this.wanted;
    if (theme === LOOSE) return new Set();
    if (theme !== "") return new Set(found.size > 0 ? [theme] : []);
    return new Set(this.lines.all.flatMap(({ of, themes }) => (found.has(of) ? themes : [])));
  }

  private tell(some: boolean, found: ReadonlySet<string>): void {
    const count = countWords(this.lines.all, found);
    const chosen = [...this.selects.values()].filter((select) => select.value !== "").length;
    this.more.textContent =
      chosen > 0 ? nt("%(n)s filter", "%(n)s filters", chosen) : t("Filter by round, table, theme or kind");
    this.all.hidden = !some;
    this.found.hidden = !some;
    this.found.textContent = found.size > 0 ? this.shownWords(count) : this.noneWords();
    const said = some ? this.found.textContent : t("Everything is shown.");
    if (some || this.narrowed) this.timer = setTimeout(() => this.voice.replaceChildren(said), REST);
    this.narrowed = some;
  }

  /** "Shown: Table 7 · “bus”. 23 of 92 notes." */
  private shownWords(count: string): string {
    return t("Shown: %(what)s. %(count)s.", { what: this.what(), count });
  }

  private noneWords(): string {
    return t("Nothing here fits: %(what)s. Accents and capitals make no difference.", { what: this.what() });
  }

  private what(): string {
    const chosen = [...this.selects.values()].filter((select) => select.value !== "");
    const words = this.wanted.words.trim();
    const named = chosen.map((select) => select.selectedOptions[0]?.textContent ?? "");
    return [...named, ...(words ? [t("“%(words)s”", { words })] : [])].join(" · ");
  }

  private drawn(): HTMLElement {
    const label = make("label", { htmlFor: this.words.id }, t("Find words in this report"));
    const field = make("div", { className: "field" }, label, this.words);
    const more = this.selects.size > 0 ? [this.more] : [];
    const row = make("div", { className: "filters-row" }, field, ...more, this.all);
    const bar = make("search", { className: "filters no-print", id: "find" }, row, this.choices, this.voice);
    // A browser of before knows no such element.
    bar.setAttribute("role", "search");
    return bar;
  }

  private button(words: string, press: () => void): HTMLButtonElement {
    const button = make("button", { type: "button", className: "btn btn--dense" }, words);
    button.addEventListener("click", press);
    return button;
  }

  private unfold(on: boolean): void {
    this.choices.hidden = !on;
    this.more.setAttribute("aria-expanded", String(on));
  }

  private select(name: Chosen, all: string): [Chosen, HTMLSelectElement][] {
    const choices = this.lines[name];
    if (choices.length === 0) return [];
    const options = [["", all] as Choice, ...choices].map(([value, words]) =>
      make("option", { value }, words),
    );
    return [[name, make("select", { className: "input", id: `find-${name}` }, ...options)]];
  }

  private fields(): HTMLElement[] {
    return LABELS.flatMap(([name, , words]) => {
      const select = this.selects.get(name);
      if (!select) return [];
      const label = make("label", { htmlFor: select.id, className: "small firm" }, words());
      return [make("div", { className: "field filters-choice" }, label, select)];
    });
  }
}

/** Each filter, what no choice is called, and its label. */
const LABELS: readonly (readonly [Chosen, () => string, () => string])[] = [
  ["round", () => t("All rounds"), () => t("Round")],
  ["table", () => t("All tables"), () => t("Table")],
  ["theme", () => t("All themes"), () => t("Theme")],
  ["kind", () => t("All kinds"), () => t("Kind")],
];
