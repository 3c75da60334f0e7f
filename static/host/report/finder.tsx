import type { ComponentChildren, JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Button } from "../../parts/button";
import { ErrorNote } from "../../parts/error-note";
import { Field } from "../../parts/field";
import { Loading } from "../../parts/loading";
import { nt, t } from "../../words";
import { type Evidence, evidence, look, type Source, withWords } from "./evidence";

/** So many are drawn at once. */
const PAGE = 30;

/** What comes of the harvest: on its way, not to be had, or there. */
export function WithEvidence({
  children,
}: {
  children: (known: Evidence) => ComponentChildren;
}): JSX.Element {
  useEffect(() => void look(), []);
  const known = evidence.value;
  if (known === null) return <Loading text={t("Fetching themes and notes…")} />;
  if (known === "failed")
    return (
      <ErrorNote title={t("Themes and notes could not be fetched")}>
        <p>{t("What you wrote is safe. Look at the connection.")}</p>
        <Button dense onPress={() => void look(true)}>
          {t("Try again")}
        </Button>
      </ErrorNote>
    );
  return <>{children(known)}</>;
}

interface FinderProps {
  label: string;
  sources: readonly Source[];
  /** Those to be seen first, while nothing is looked for. */
  first: ReadonlySet<string>;
  draw: (source: Source) => JSX.Element;
}

/** A field, and the words that have what was typed in them. */
export function Finder({ label, sources, first, draw }: FinderProps): JSX.Element {
  const [words, setWords] = useState("");
  const [pages, setPages] = useState(1);
  const found = withWords(sources, words);
  const sorted = [
    ...found.filter(({ anchor }) => first.has(anchor)),
    ...found.filter(({ anchor }) => !first.has(anchor)),
  ];
  const rest = sorted.length - pages * PAGE;
  return (
    <div class="stack stack--tight">
      <Field
        label={label}
        value={words}
        onChange={(typed) => {
          setWords(typed);
          setPages(1);
        }}
      />
      <p class="small soft" role="status">
        {t("%(found)s of %(all)s", {
          found: found.length,
          all: nt("%(n)s line", "%(n)s lines", sources.length),
        })}
      </p>
      <ul class="wr-found">{sorted.slice(0, pages * PAGE).map(draw)}</ul>
      {rest > 0 && (
        <Button dense onPress={() => setPages(pages + 1)}>
          {nt("Show %(n)s more", "Show %(n)s more", Math.min(rest, PAGE))}
        </Button>
      )}
    </div>
  );
}
