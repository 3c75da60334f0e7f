// Marks what was looked for, without touching the words: browsers that cannot do that show them unmarked.
import { pieces } from "../board/find";

const FOUND = "found";

export function markWords(page: Document, words: string): void {
  if (typeof Highlight !== "function") return;
  const found = words.trim() === "" ? [] : rangesOf(page, words);
  CSS.highlights.set(FOUND, new Highlight(...found));
}

function rangesOf(page: Document, words: string): Range[] {
  const papers = [...page.querySelectorAll(".rp-main .quote > p")];
  return papers.flatMap((paper) => (paper.firstChild instanceof Text ? inText(paper.firstChild, words) : []));
}

/** Of the pieces of a text, every second one is what was looked for. */
function inText(text: Text, words: string): Range[] {
  let at = 0;
  return pieces(text.data, words).flatMap((piece, no) => {
    const range = new Range();
    range.setStart(text, at);
    at += piece.length;
    range.setEnd(text, at);
    return no % 2 === 1 ? [range] : [];
  });
}
