"""What our own template says, section by section: the order of the report on the page."""

from __future__ import annotations

from typing import Any

from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm

from workshop.harvest.writers.word.template_page import Page
from workshop.harvest.writers.word.template_voices import LATER, day
from workshop.harvest.writers.word.template_written import heading, key_themes, passages, process


def write(page: Page) -> None:
    for section in (
        _front,
        _contents,
        _in_short,
        process,
        day,
        _who,
        _rounds,
        _themes,
        _votes,
        _decisions,
        _ideas,
        *LATER,
    ):
        section(page)


def _front(page: Page) -> None:
    page.say("{{ front }}", "Eyebrow").paragraph_format.space_before = Mm(45)
    page.say("{{ title }}", "Title")
    page.maybe("purpose", "Subtitle")
    page.maybe("draft", "Notice")
    page.maybe("practice", "Notice")


def _contents(page: Page) -> None:
    """A real field. Its lines are there already, as links; Word updates it and adds the pages."""
    page.say("Contents", "Contents Heading")
    with page.each("entry", "contents"):
        line = page.say("", "TOC 1")
        line.add_run("{%r if loop.first %}")
        for kind in ("begin", "instr", "separate"):
            _field_sign(line, kind)
        line.add_run("{%r endif %}")
        line.add_run("{{ entry }}")
        line.add_run("{%r if loop.last %}")
        _field_sign(line, "end")
        line.add_run("{%r endif %}")
    page.say("").add_run().add_break(WD_BREAK.PAGE)


def _field_sign(paragraph: Any, kind: str) -> None:
    run = paragraph.add_run()
    if kind == "instr":
        code = OxmlElement("w:instrText")
        code.text = r' TOC \o "1-1" \h \z \u '
        run._r.append(code)
        return
    sign = OxmlElement("w:fldChar")
    sign.set(qn("w:fldCharType"), kind)
    run._r.append(sign)


def _in_short(page: Page) -> None:
    heading(page, "in_short")
    passages(page, "in_short.opening")
    with page.each("said", "in_short.lines"):
        page.say("{{ said.mark }}{{ said.text }}", "List Bullet")
        with page.when("said.comes_from"):
            comes = page.say("Where this comes from: {{ said.comes_from }}", "Small")
            comes.paragraph_format.left_indent = Mm(6.3)
    key_themes(page)
    passages(page, "in_short.closing")


def _who(page: Page) -> None:
    heading(page, "who")
    page.say("{{ who.text }}", "Lead")
    page.maybe("who.they_were")
    page.maybe("who.only_joined", "Small")
    with page.when("who.rounds"):
        page.table(
            {"Round": 0.4, "Participants": 0.16, "Support team": 0.17, "Together": 0.14, "Tables": 0.13},
            "seats",
            "who.rounds",
            (
                "{{ seats.round }}",
                "{{ seats.participants }}",
                "{{ seats.support }}",
                "{{ seats.together }}",
                "{{ seats.tables }}",
            ),
        )
    page.pictures("who.pictures")
    page.maybe("who.none")


def _rounds(page: Page) -> None:
    with page.each("round", "rounds"):
        heading(page, "round")
        page.maybe("round.prompt", "Lead")
        page.maybe("round.seated")
        page.maybe("round.written")
        with page.each("kind", "round.kinds"):
            page.say("{{ kind.name }}: {{ kind.notes }} at {{ kind.tables }}", "List Bullet")
        with page.when("round.highlighted"):
            page.say("Highlighted at the tables", "Heading 2")
            with page.each("quote", "round.highlighted"):
                page.quote()
                page.say("{{ quote.kind }} · {{ quote.place }}", "Quote Source")
            page.say("{{ round.highlighted_remark }}", "Small")
        page.maybe("round.met_again", "Small")
        passages(page, "round.passages")
        page.maybe("round.all_words")
        page.maybe("round.none")


def _themes(page: Page) -> None:
    heading(page, "themes")
    with page.each("wall", "themes.walls"):
        page.maybe("wall.title", "Eyebrow")
        page.say("{{ wall.mark }}{{ wall.text }}")
        page.pictures("wall.pictures")
        with page.each("group", "wall.groups"):
            page.say("{{ group.heading }}", "Heading 2")
            with page.each("theme", "group.themes"):
                page.say("{{ theme.mark }}{{ theme.name }}", "Heading 3")
                place = "{% if theme.place %}{{ theme.place }}: {% endif %}"
                facts = place + "{{ theme.reach }}. {{ theme.tables }}."
                for kept in (
                    page.maybe("theme.statement"),
                    page.say(facts),
                    page.bullets("theme.remarks", "Small"),
                ):
                    kept.paragraph_format.keep_with_next = True
                page.say("{{ theme.comes_from }}", "Small")
        with page.when("wall.not_grouped"):
            page.say("Not grouped", "Heading 2")
            page.say("{{ wall.not_grouped }} {{ wall.not_grouped_link }}")
    page.maybe("themes.none")


def _votes(page: Page) -> None:
    heading(page, "votes")
    with page.each("vote", "votes.votes"):
        heading(page, "vote", 2)
        page.maybe("vote.prompt", "Lead")
        page.say("{{ vote.rules }}")
        page.say("{{ vote.verdict }}{% if vote.guide %} {{ vote.guide }}{% endif %}")
        page.pictures("vote.pictures")
        with page.when("vote.options"):
            page.table(
                {"Choice": 0.5, "Dots": 0.15, "How it stands": 0.35},
                "option",
                "vote.options",
                ("{{ option.mark }}{{ option.label }}", "{{ option.dots }}", "{{ option.remarks }}"),
            )
        page.bullets("vote.settled")
        page.maybe("vote.remark", "Small")
        page.maybe("vote.used_in", "Small")
    page.maybe("votes.none")


def _decisions(page: Page) -> None:
    heading(page, "decisions")
    with page.each("decision", "decisions.decisions"):
        heading(page, "decision", 2)
        for name, words in (("chosen", "Chosen:"), ("set_aside", "Set aside:")):
            with page.when(f"decision.{name}"):
                page.say(words).paragraph_format.keep_with_next = True
                page.bullets(f"decision.{name}")
        page.say("{{ decision.text }}")
        page.maybe("decision.remark", "Small")
    page.maybe("decisions.none")
    with page.when("decisions.missing"):
        page.say("Missing among the choices", "Heading 2")
        page.say("{{ decisions.missing_text }}")
        page.quotes("decisions.missing")


def _ideas(page: Page) -> None:
    heading(page, "ideas")
    page.maybe("ideas.text")
    with page.each("group", "ideas.groups"):
        heading(page, "group", 2)
        with page.each("quote", "group.ideas"):
            page.quote()
            page.maybe("quote.why", "Quote Source").paragraph_format.keep_with_next = True
            page.say("{{ quote.kind }} · {{ quote.place }}", "Quote Source")
        page.maybe("group.also", "Small")
    page.maybe("ideas.none")
