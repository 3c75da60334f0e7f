import type { JSX } from "preact";
import { useMemo } from "preact/hooks";

interface QrProps {
  /** The drawing as the server made it: one <svg> of paths. Only its lines are taken, nothing else in it can act. */
  svg: string;
  /** Where it leads: "QR code for joining at stories.example". */
  label: string;
  /** "or point your camera here" */
  caption?: string | undefined;
}

/** A code for a camera: dark on white in every theme. */
export function Qr({ svg, label, caption }: QrProps): JSX.Element | null {
  const drawing = useMemo(() => readDrawing(svg), [svg]);
  if (drawing === null) return null;
  return (
    <figure class="qr">
      <svg
        viewBox={drawing.viewBox}
        role="img"
        aria-label={label}
        data-drawn={drawing.line ? "line" : undefined}
      >
        {drawing.paths.map((path) => (
          <path key={path.d} d={path.d} transform={path.transform} />
        ))}
      </svg>
      {caption && <figcaption class="small">{caption}</figcaption>}
    </figure>
  );
}

interface Drawing {
  viewBox: string;
  /** Drawn with a pen one module wide, not filled. */
  line: boolean;
  paths: { d: string; transform: string | undefined }[];
}

/** The lines of a drawing, or null if there are none in it. */
export function readDrawing(svg: string): Drawing | null {
  const root = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
  // The light ground is drawn by our own figure.
  const drawn = [...root.querySelectorAll("path[d]")].filter(
    (path) => !/^#f{3,6}$/i.test(path.getAttribute("fill") ?? ""),
  );
  const viewBox =
    root.getAttribute("viewBox") ?? `0 0 ${root.getAttribute("width")} ${root.getAttribute("height")}`;
  if (drawn.length === 0) return null;
  return {
    viewBox,
    line: drawn.some((path) => path.hasAttribute("stroke")),
    paths: drawn.map((path) => ({
      d: path.getAttribute("d") ?? "",
      transform: path.getAttribute("transform") ?? undefined,
    })),
  };
}
