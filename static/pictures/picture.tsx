import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { Loading } from "../parts/loading";
import { t } from "../words";
import { type Answer, follow, type Wanted } from "./live";

interface PictureProps extends Wanted {
  /** Drawn anew as things happen, for a wall; else now and then. */
  eager?: boolean | undefined;
}

/** A picture as the server draws it, with the same in words beneath. */
export function Picture({ picture, of, shape, eager = false }: PictureProps): JSX.Element {
  const answer = useSignal<Answer | null>(null);
  useEffect(() => {
    answer.value = null;
    return follow({ picture, of, shape }, eager, (found) => {
      answer.value = found;
    });
  }, [picture, of, shape, eager]);
  const now = answer.value;
  if (now === null) return <Loading text={t("Fetching the picture…")} />;
  if ("problem" in now) {
    return (
      <p class="lead" role="status">
        {now.problem}
      </p>
    );
  }
  return <Drawn figure={now.figure} />;
}

/** Our own server's markup, in which everything that people wrote is escaped. */
function Drawn({ figure }: { figure: string }): JSX.Element {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const page = new DOMParser().parseFromString(figure, "text/html");
    place.current?.replaceChildren(...page.body.children);
  }, [figure]);
  return <div ref={place} class="picture-place" />;
}
