import type { JSX } from "preact";
import { t } from "../words";

interface Drawing {
  /** The shape, filled in the kind's colour. */
  fill: string;
  /** The sign cut into it. */
  cut: string;
}

const BUBBLE = "M3 3h18v14h-9l-5 5v-5H3z";
const ARROW: Drawing = { fill: "M2.5 5H15l7 7-7 7H2.5z", cut: "M7 12h8M12 8.7l3.3 3.3-3.3 3.3" };
const DIAMOND: Drawing = { fill: "M12 2l10 10-10 10L2 12z", cut: "M12 12v.1" };

const DRAWINGS = new Map<string, Drawing>(
  Object.entries({
    helped: { fill: "M12 2a10 10 0 0 1 0 20a10 10 0 0 1 0-20z", cut: "M12 7.5v9M7.5 12h9" },
    hindered: {
      fill: "M5 3h14a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2z",
      cut: "M7.5 12h9",
    },
    problem: { fill: "M12 2.5 22 20.5H2z", cut: "M12 9.5v4.5M12 17.2v.1" },
    strength: { fill: "M12 2l9 5v10l-9 5-9-5V7z", cut: "M8 12.3l2.8 2.8 5.2-6" },
    possibility: { fill: "M12 1.5 15 9l7.5 3L15 15l-3 7.5L9 15l-7.5-3L9 9z", cut: "M12 12v.1" },
    suggestion: { fill: "M12 2l8.5 8.5V21.5h-17V10.5z", cut: "M12 17.5v-7M8.7 13.3 12 10l3.3 3.3" },
    solution: ARROW,
    idea: ARROW,
    question: { fill: BUBBLE, cut: "M9.6 8c.2-3.4 5-3 4.8 0-.1 1.7-2.3 1.7-2.4 3.3M12 14.2v.1" },
    comment: { fill: BUBBLE, cut: "M7.5 8h9M7.5 12h6" },
    answer: { fill: BUBBLE, cut: "M8 10.3l2.7 2.7 5.3-6" },
    reaction: { fill: "M12 21C5 16 2 12.5 2 8.5a5 5 0 0 1 10-1 5 5 0 0 1 10 1c0 4-3 7.5-10 12.5z", cut: "" },
    gap: { fill: "M12 2a10 10 0 0 1 0 20a10 10 0 0 1 0-20zM12 8a4 4 0 0 0 0 8a4 4 0 0 0 0-8z", cut: "" },
  }),
);

const NAMES = new Map<string, () => string>(
  Object.entries({
    helped: () => t("Helped"),
    hindered: () => t("Hindered"),
    problem: () => t("Problem"),
    strength: () => t("Strength"),
    possibility: () => t("Possibility"),
    suggestion: () => t("Suggestion"),
    solution: () => t("Solution"),
    idea: () => t("Idea"),
    question: () => t("Question"),
    comment: () => t("Comment"),
    answer: () => t("Answer"),
    reaction: () => t("Reaction"),
    gap: () => t("Gap"),
  }),
);

/** The word for a kind. A kind that only a plan knows is called what the plan calls it: open-end, Open end. */
export function kindWord(kind: string): string {
  const known = NAMES.get(kind);
  if (known) return known();
  const words = kind.replace(/[-_]+/g, " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The class that gives a part the colours of a kind. Unknown kinds get the neutral ones. */
export function kindClass(kind: string): string {
  return DRAWINGS.has(kind) ? `kind kind--${kind}` : "kind";
}

interface KindProps {
  kind: string;
}

/** The shape of a kind; never without its word beside it. Needs {@link kindClass} on itself or around it. */
export function KindMark({ kind }: KindProps): JSX.Element {
  const { fill, cut } = DRAWINGS.get(kind) ?? DIAMOND;
  return (
    <svg class="kind-mark" viewBox="0 0 24 24" aria-hidden="true">
      <path class="fill" d={fill} />
      <path class="cut" d={cut} />
    </svg>
  );
}

/** Shape and word of a kind, in its colour. */
export function KindName({ kind }: KindProps): JSX.Element {
  return (
    <span class="kind-name">
      <KindMark kind={kind} />
      <span>{kindWord(kind)}</span>
    </span>
  );
}
