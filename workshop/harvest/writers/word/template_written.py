"""What our own template says of the words that people wrote in the report."""

from __future__ import annotations

from typing import Any

from workshop.harvest.writers.word.template_page import Page


def heading(page: Page, of: str, level: int = 1) -> Any:
    return page.say(f"{{{{ {of}.mark }}}}{{{{ {of}.heading }}}}", f"Heading {level}")


def passages(page: Page, of: str) -> None:
    with page.each("passage", of):
        with page.when("passage.heading"):
            heading(page, "passage", 2)
        page.bullets("passage.paragraphs", "Normal")


def process(page: Page) -> None:
    with page.each("passage", "process"):
        heading(page, "passage")
        page.bullets("passage.paragraphs", "Normal")


def statements(page: Page, of: str, level: int) -> None:
    with page.each("statement", of):
        with page.when("statement.heading"):
            heading(page, "statement", level)
        page.bullets("statement.paragraphs", "Normal")
        with page.when("statement.quote"):
            page.say("“{{ statement.quote }}”", "Quote").paragraph_format.keep_with_next = True
            page.say("{{ statement.source }}", "Quote Source")
        page.maybe("statement.comes_from", "Small")


def key_themes(page: Page) -> None:
    page.maybe("in_short.key_themes.heading", "Heading 2")
    statements(page, "in_short.key_themes.statements", 3)


def conclusions(page: Page) -> None:
    with page.when("conclusions.heading"):
        heading(page, "conclusions")
    page.maybe("conclusions.areas")
    statements(page, "conclusions.conclusions", 2)
    page.maybe("conclusions.recommendations_heading", "Heading 2")
    statements(page, "conclusions.recommendations", 3)
    passages(page, "conclusions.passages")
