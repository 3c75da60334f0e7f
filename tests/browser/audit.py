"""Looks at a page as axe-core does, at several widths, in both schemes, and whether it scrolls sideways."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
# WCAG 2.0 to 2.2, A and AA, and what axe-core holds to be good practice.
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
WHOLE = {"type": "tag", "values": TAGS}
COLOURS = {"type": "rule", "values": ["color-contrast"]}
PHONE, DESK = 360, 1440
# Between them these see every width and every scheme; what depends on neither is looked at twice only.
LOOKS = (
    (PHONE, "light", WHOLE),
    (PHONE, "dark", COLOURS),
    (DESK, "dark", WHOLE),
    (DESK, "light", COLOURS),
)
WIDTHS = (320, PHONE, 768, DESK)

RUN = "only => axe.run(document, {runOnly: only, resultTypes: ['violations']}).then(r => r.violations)"
# Colours change by a transition, and even the shortest takes a frame.
SETTLED = """async () => {
  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  const changes = document.getAnimations().filter((one) => one instanceof CSSTransition);
  await Promise.allSettled(changes.map((one) => one.finished));
}"""
# What sticks out furthest: a page that scrolls sideways should say because of what.
SIDEWAYS = """() => {
  const over = document.scrollingElement.scrollWidth - innerWidth;
  if (over <= 0) return null;
  const widest = [...document.body.querySelectorAll("*")].reduce((a, b) =>
    a.getBoundingClientRect().right >= b.getBoundingClientRect().right ? a : b);
  return `${over} px, because of ${widest.outerHTML.slice(0, 120)}`;
}"""


class Audit:
    """Collects what is wrong on one page, wherever it goes. ``faults`` is for the end of the story."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.faults: list[str] = []
        page.context.add_init_script(path=AXE)

    def look(self, what: str) -> None:
        size = self.page.viewport_size
        for width, scheme, rules in LOOKS:
            self._set(width, scheme)
            for found in self.page.evaluate(RUN, rules):
                self.faults += [f"{what}, {width} px, {scheme}: {_words(found, at)}" for at in found["nodes"]]
        for width in WIDTHS:
            self._set(width, "light")
            if over := self.page.evaluate(SIDEWAYS):
                self.faults.append(f"{what}, {width} px, scrolls sideways by {over}")
        assert size is not None
        self.page.set_viewport_size(size)

    def report(self) -> str:
        return "\n\n".join(self.faults)

    def _set(self, width: int, scheme: Any) -> None:
        height = 780 if width < 768 else 900
        self.page.set_viewport_size({"width": width, "height": height})
        self.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        self.page.evaluate(SETTLED)


def _words(found: dict[str, Any], at: dict[str, Any]) -> str:
    return f"{found['id']} at {at['target']}: {at['failureSummary']} {at['html'][:200]}"
