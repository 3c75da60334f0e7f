// Quoting: word for word; what is left out is […], and what an editor adds stands in [ ].

const BRACKETS = /\[[^[\]]*\]/;

/** The words from the place on where a quote stops saying what was written; nothing if it never does. */
export function firstDifference(quote: string, said: string): string | undefined {
  const whole = spaced(said);
  let at = 0;
  const pieces = spaced(quote)
    .split(BRACKETS)
    .map((piece) => piece.trim())
    .filter(Boolean);
  if (pieces.length === 0) return quote.trim() || "";
  for (const piece of pieces) {
    const found = whole.indexOf(piece, at);
    if (found < 0) return beyond(piece, whole.slice(at));
    at = found + piece.length;
  }
  return undefined;
}

/** What is left of a piece when the words that do stand there are taken from its beginning. */
function beyond(piece: string, said: string): string {
  const words = piece.split(" ");
  const theirs = words.findIndex((_, n) => !said.includes(words.slice(0, n + 1).join(" ")));
  return words.slice(theirs).join(" ");
}

/** The words between two places become […]: whole words, and never two […] side by side. */
export function leaveOut(text: string, from: number, to: number): string {
  if (from >= to) return text;
  const start = from - (/\S*$/.exec(text.slice(0, from))?.[0].length ?? 0);
  const end = to + (/^\S*/.exec(text.slice(to))?.[0].length ?? 0);
  const shorter = `${text.slice(0, start)} […] ${text.slice(end)}`;
  return spaced(shorter).replace(/\[…\](?: \[…\])+/g, "[…]");
}

/** An editor's words go in at a place. */
export function insert(text: string, at: number, words: string): string {
  return `${text.slice(0, at)}[${words}]${text.slice(at)}`;
}

function spaced(text: string): string {
  return text.split(/\s+/).join(" ").trim();
}
