"""What our own template says in its later sections: what people said and wrote, word for word."""

from __future__ import annotations

from workshop.harvest.writers.word.template_page import Page
from workshop.harvest.writers.word.template_written import conclusions, heading, passages


def _plenary(page: Page) -> None:
    heading(page, "plenary")
    with page.each("hearing", "plenary.plenaries"):
        page.maybe("hearing.title", "Eyebrow")
        page.maybe("hearing.prompt", "Lead")
        with page.when("hearing.turns"):
            page.table(
                {"Table": 0.14, "Turn": 0.34, "What it brought": 0.27, "Reactions": 0.25},
                "turn",
                "hearing.turns",
                (
                    "{{ turn.mark }}{{ turn.table }}",
                    "{{ turn.turn }}",
                    "{{ turn.brought }}",
                    "{{ turn.reactions }}",
                ),
            )
        with page.each("chat", "hearing.chats"):
            page.say("{{ chat.heading }}", "Heading 2")
            page.quotes("chat.lines")
        page.maybe("hearing.none")
        passages(page, "hearing.passages")
    page.maybe("plenary.none")


def _questions(page: Page) -> None:
    heading(page, "questions")
    with page.each("question", "questions.questions"):
        heading(page, "question", 2)
        passages(page, "question.passages")
        page.maybe("question.remark", "Small")
        with page.each("topic", "question.topics"):
            heading(page, "topic", 3)
            page.maybe("topic.statement")
            page.say("{{ topic.reach }}")
            page.bullets("topic.remarks", "Small")
            page.quotes("topic.answers", sourced=False)
            page.bullets("topic.lineage", "Small")
        page.maybe("question.not_grouped_heading", "Heading 3")
        page.quotes("question.not_grouped", sourced=False)
        page.maybe("question.none")
    page.maybe("questions.none")


def _feedback(page: Page) -> None:
    heading(page, "feedback")
    with page.each("step", "feedback.steps"):
        page.say("{{ step.mark }}{{ step.text }}")
        with page.each("mark", "step.marks"):
            page.say("{{ mark.name }}: {{ mark.people }}", "List Bullet")
        page.maybe("step.marks_remark", "Small")
        page.maybe("step.heading", "Heading 2")
        page.maybe("step.lines_remark", "Small")
        page.quotes("step.lines", sourced=False)
        page.maybe("step.none")
    page.maybe("feedback.none")
    passages(page, "feedback.passages")


def day(page: Page) -> None:
    heading(page, "day")
    passages(page, "day.passages")
    page.say("{{ day.text }}")
    page.table(
        {"Step": 0.36, "Planned": 0.16, "Took": 0.22, "What changed": 0.26},
        "step",
        "day.steps",
        ("{{ step.mark }}{{ step.title }}", "{{ step.planned }}", "{{ step.took }}", "{{ step.changed }}"),
    )
    page.pictures("day.pictures")
    with page.when("day.unmet"):
        page.say("What the seating could not do", "Heading 2")
        page.bullets("day.unmet")


def _sources(page: Page) -> None:
    heading(page, "sources")
    for of in ("sources.themes", "sources.not_grouped"):
        with page.each("source", of):
            page.say("{{ source.mark }}{{ source.name }}", "Heading 2")
            page.maybe("source.statement")
            page.say("{{ source.line }}", "Small")
            page.bullets("source.lineage", "Small")
            page.maybe("source.entries", "Small")
            with page.when("source.notes_heading"):
                page.say("{{ source.notes_heading }}", "Eyebrow").paragraph_format.keep_with_next = True
            page.bullets("source.notes")
            page.maybe("source.where")
            page.bullets("source.votes", "Normal")
            page.bullets("source.follows", "Small")
    page.maybe("sources.none")


def _words(page: Page) -> None:
    heading(page, "words").paragraph_format.page_break_before = True
    page.say("{{ words.text }}")
    with page.each("round", "words.rounds"):
        heading(page, "round", 2)
        with page.each("table", "round.tables"):
            page.say("{{ table.heading }}", "Heading 3")
            page.quotes("table.notes")
    page.maybe("words.none")


def _blueprint(page: Page) -> None:
    heading(page, "blueprint")
    page.maybe("blueprint.context")
    with page.when("blueprint.needs"):
        page.say("Before the first can start", "Eyebrow").paragraph_format.keep_with_next = True
        page.bullets("blueprint.needs")
    with page.each("part", "blueprint.parts"):
        heading(page, "part", 2)
        with page.each("experiment", "part.experiments"):
            heading(page, "experiment", 3)
            page.say("{{ experiment.stage }}")
            with page.each("fact", "experiment.facts"):
                page.say("{{ fact.name }}: {{ fact.value }}", "List Bullet")
            page.maybe("experiment.comes_from", "Small")
    page.maybe("blueprint.none")
    for name, title in (("touched", "What the experiments touch"), ("versions", "Versions")):
        with page.when(f"blueprint.{name}"):
            page.say(title, "Heading 2")
            page.bullets(f"blueprint.{name}")


LATER = (_plenary, _questions, _feedback, conclusions, _sources, _words, _blueprint)
