import { cleanup, render, screen } from "@testing-library/preact";
import { afterEach, expect, test } from "vitest";
import { Qr } from "./qr";

afterEach(cleanup);

const PEN =
  '<svg viewBox="0 0 3 3"><path fill="#fff" d="M0 0h3v3h-3z"/><path stroke="#000" d="M1 1.5h1"/></svg>';

test("the lines of the drawing are taken over, the light ground is not", () => {
  render(<Qr svg={PEN} label="QR code for joining" />);
  const drawing = screen.getByRole("img", { name: "QR code for joining" });
  expect(drawing.getAttribute("viewBox")).toBe("0 0 3 3");
  expect([...drawing.querySelectorAll("path")].map((path) => path.getAttribute("d"))).toEqual(["M1 1.5h1"]);
});

test("a drawing that was made larger keeps its measure", () => {
  render(<Qr svg={PEN.replace('stroke="#000"', 'transform="scale(4)" stroke="#000"')} label="QR code" />);
  expect(screen.getByRole("img").querySelector("path")?.getAttribute("transform")).toBe("scale(4)");
});

test("nothing else in it reaches the page", () => {
  render(
    <Qr svg={PEN.replace("<path", '<script>alert(1)</script><path onclick="alert(1)"')} label="QR code" />,
  );
  expect(document.querySelector("script, [onclick]")).toBeNull();
  screen.getByRole("img");
});

test.each(["", "not a drawing", "<svg/>"])("from %j nothing is drawn", (svg) => {
  render(<Qr svg={svg} label="QR code" />);
  expect(screen.queryByRole("img")).toBeNull();
});
