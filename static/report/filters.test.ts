import { beforeEach, expect, test, vi } from "vitest";
import { addFilters } from "./filters";

const paper = (id: string, round: number, table: number, kind: string, words: string) =>
  `<li class="quote" id="${id}" data-round="${round}" data-table="${table}" data-kind="${kind}"><p>${words}</p></li>`;

const PAGE = `
  <nav class="rp-toc"><a href="#who">Who</a><a href="#words">Words</a></nav>
  <main class="rp-main"><h1>Our stories</h1>
  <section id="checks" class="no-print"><p>Before you share this</p></section>
  <section id="who"><h2>Who was there</h2><p>Nine people.</p></section>
  <section id="round-s1"><h2>Round 1: Our stories</h2><p class="lead">What helped?</p><p>20 minutes.</p>
    <h3>Highlighted</h3><ul class="notes"><li class="quote" data-of="note-a"><p>The café bus came late.</p></li></ul></section>
  <section id="round-s2"><h2>Round 2: Shared</h2><p>Nothing highlighted.</p></section>
  <section id="themes"><h2>Themes</h2><h3>Most often</h3><ul class="find">
    <li id="theme-1"><h4>Time</h4></li><li id="theme-2"><h4>Distance</h4></li></ul></section>
  <section id="questions"><h2>Closing questions</h2><ul class="notes">
    <li class="quote" id="answer-x" data-kind="answer"><p>I will take the bus.</p></li></ul></section>
  <section id="conclusions"><h2>Conclusions</h2><p>In 2 broad areas.</p>
    <div class="rp-statement"><h3>Less paper</h3><p><a href="#theme-1">Time</a></p></div>
    <div class="rp-statement"><h3>More buses</h3><blockquote class="quote"><p>The bus</p></blockquote><p><a href="#note-a">a</a></p></div>
  </section>
  <section id="sources"><h2>Where each theme comes from</h2>
    <article class="rp-source" id="from-theme-1"><h3>Time</h3><ul class="rp-linked">
      <li><a href="#note-b" data-note="note-b">b</a></li></ul></article>
    <article class="rp-source" id="from-theme-2"><h3>Distance</h3><ul class="rp-linked">
      <li><a href="#note-a" data-note="note-a">a</a></li><li><a href="#note-b" data-note="note-b">b</a></li></ul></article></section>
  <section id="words"><h2>Word for word</h2><p>Every note.</p>
    <h3>Round 1</h3><h4>Table 1</h4><ul class="notes">${paper("note-a", 1, 1, "hindered", "The café bus came late.")}</ul>
    <h4>Table 2</h4><ul class="notes">${paper("note-b", 1, 2, "helped", "Time to talk.")}</ul>
    <h3>Round 2</h3><h4>Table 1</h4><ul class="notes">${paper("note-c", 2, 1, "helped", "A kettle.")}</ul></section>
  <section id="help" class="no-print"><h2>Help</h2></section></main>`;

function open(search = ""): void {
  history.replaceState(null, "", `/w/PLMKTW/report/k${search}`);
  document.body.innerHTML = PAGE;
  addFilters(document);
}

beforeEach(() => {
  vi.useFakeTimers();
  open();
});

/** Everything of the report that can be seen, by its own words. */
const seen = (selector: string) =>
  [...document.querySelectorAll(`.rp-main ${selector}`)]
    .filter((part) => part.closest("[data-off]") === null)
    .map((part) => part.textContent.trim());
const sections = () => seen("section > h2");
const label = (words: string) =>
  [...document.querySelectorAll("label")].find((one) => one.textContent === words)?.htmlFor ?? "";
const button = (words: RegExp) =>
  [...document.querySelectorAll("button")].find((one) => words.test(one.textContent));

function choose(filter: string, value: string): void {
  const select = document.getElementById(label(filter)) as HTMLSelectElement;
  select.value = value;
  select.dispatchEvent(new Event("change"));
}

function type(words: string): void {
  const field = document.getElementById(label("Find words in this report")) as HTMLInputElement;
  field.value = words;
  field.dispatchEvent(new Event("input"));
  vi.advanceTimersByTime(1000);
}

test("a table leaves its words, the themes that hold them, and the headings above them", () => {
  choose("Table", "1");
  expect(seen("#words .quote")).toEqual(["The café bus came late.", "A kettle."]);
  expect(seen("#words h3")).toEqual(["Round 1", "Round 2"]);
  expect(seen("#words h4")).toEqual(["Table 1", "Table 1"]);
  expect(seen(".find h4")).toEqual(["Distance"]);
  expect(seen(".rp-statement h3")).toEqual(["More buses"]);
  expect(sections()).toEqual(["Round 1: Our stories", "Themes", "Conclusions", "Word for word", "Help"]);
  expect(seen("#round-s1 .lead")).toEqual(["What helped?"]);
  expect(seen("#round-s1 > p:not(.lead)")).toEqual([]);
});

test("words are found whatever their accents and capitals, in notes and in answers", () => {
  type("CAFE");
  expect(seen("#words .quote")).toEqual(["The café bus came late."]);
  type("bus");
  expect(seen("#questions .quote")).toEqual(["I will take the bus."]);
  expect(seen(".filters-found")).toEqual(["Shown: “bus”. 1 of 3 notes, 1 of 1 answers and comments."]);
});

test("what is shown is said once the typing rests, and stands in the address", () => {
  type("bus");
  expect(document.querySelector("[role=status]")?.textContent).toContain("1 of 3 notes");
  choose("Kind", "hindered");
  expect(location.search).toBe("?words=bus&kind=hindered");
  expect(location.pathname).toBe("/w/PLMKTW/report/k");
});

test("an address brings its filters along, and keeps what else stands in it", () => {
  open("?as=readers&round=2&table=77");
  expect(seen("#words .quote")).toEqual(["A kettle."]);
  choose("Round", "1");
  expect(location.search).toBe("?as=readers&round=1");
});

test("one press shows everything again", () => {
  choose("Theme", "theme-1");
  expect(seen("#words .quote")).toEqual(["Time to talk."]);
  button(/Show everything/)?.click();
  expect(document.querySelector("[data-off]")).toBeNull();
  expect(location.search).toBe("");
  vi.advanceTimersByTime(1000);
  expect(document.querySelector("[role=status]")?.textContent).toBe("Everything is shown.");
});

test("notes in no theme can be looked for", () => {
  choose("Theme", "none");
  expect(seen("#words .quote")).toEqual(["A kettle."]);
  expect(seen(".find h4")).toEqual([]);
});

test("where nothing fits it says so", () => {
  type("zebra");
  expect(seen(".filters-found")[0]).toContain("Nothing here fits: “zebra”");
  expect(sections()).toEqual(["Help"]);
});

test("contents lead only to what is there, and a link to a line that is hidden shows it", () => {
  choose("Table", "2");
  const links = [...document.querySelectorAll<HTMLElement>(".rp-toc a")];
  expect(links.map((link) => link.hasAttribute("data-off"))).toEqual([true, false]);
  document.body.insertAdjacentHTML("beforeend", `<a id="to" href="#note-c">A kettle</a>`);
  document.getElementById("to")?.click();
  expect(seen("#words .quote")).toHaveLength(3);
});

test("nothing is announced while nothing is filtered", () => {
  vi.advanceTimersByTime(1000);
  expect(document.querySelector("[role=status]")?.textContent).toBe("");
});

test("a report without a word has nothing to find", () => {
  document.body.innerHTML = `<main class="rp-main"><section id="who"><h2>Who</h2></section></main>`;
  addFilters(document);
  expect(document.querySelector("search")).toBeNull();
});
