"""What was said in the room, what people wrote alone, and how the day went."""

from __future__ import annotations

from collections.abc import Iterator

from workshop.harvest.model import (
    FeedbackLine,
    Harvest,
    PlenaryLine,
    QuestionLine,
    StepLine,
    TopicLine,
    TurnLine,
)
from workshop.harvest.phrases import MARK_WORDS, marks_words, reactions_words, step_remarks, time_taken
from workshop.harvest.pictures import timeline_pictures
from workshop.harvest.section_phrases import (
    CHAT_TITLES,
    NO_ANSWERS,
    NO_CHAT,
    NO_FEEDBACK,
    NO_FEEDBACK_WORDS,
    NO_ORDER,
    NO_PLENARY,
    NO_QUESTIONS,
    answers_words,
    day_words,
    turn_said,
)
from workshop.harvest.theme_phrases import boundaries, markings
from workshop.harvest.words import clock, count
from workshop.harvest.writers.pdf.pictured import figures
from workshop.harvest.writers.pdf.trail import Trail, joined
from workshop.harvest.writers.pdf.tree import (
    Block,
    Bullets,
    Heading,
    Item,
    Quote,
    Row,
    Run,
    Table,
    runs,
    words,
)
from workshop.harvest.writers.pdf.written import passages

STEPS = ("Step", "Planned", "Took", "What changed")


def plenary(to: Trail) -> Iterator[Block]:
    yield Heading(1, "Hearing each table", id="plenary")
    if not to.h.plenaries:
        yield words(NO_PLENARY, look="soft")
    for heard in to.h.plenaries:
        if len(to.h.plenaries) > 1:
            yield words(heard.title, look="eyebrow")
        yield from _plenary(to, heard)


def _plenary(to: Trail, heard: PlenaryLine) -> Iterator[Block]:
    if heard.prompt:
        yield words(heard.prompt, look="lead")
    if heard.turns:
        yield Table(
            ("Table", "Turn", "It brought", "Reactions"), tuple(map(_turn, heard.turns)), (1, 4, 3, 3)
        )
    for kind, title in CHAT_TITLES.items():
        said = [line for line in heard.chat if line.kind == kind]
        if said:
            yield Heading(2, title, listed=False)
        for line in said:
            where = f"Table {line.table}" if line.table else "No table given"
            yield Quote(line.text, kind, runs(where), line.anchor)
    if not heard.chat:
        yield words(NO_CHAT, look="soft")
    yield from passages(to, ["plenary"], heard.step)


def _turn(turn: TurnLine) -> Row:
    brought = joined((Run(f"idea {no}", to=idea) for no, idea in enumerate(turn.evidence, 1)), ", ")
    said = (runs(str(turn.table)), runs(turn_said(turn)), tuple(brought), runs(reactions_words(turn)))
    return Row(said, id=turn.anchor)


def questions(to: Trail) -> Iterator[Block]:
    yield Heading(1, "Closing questions", id="questions")
    if not to.h.questions:
        yield words(NO_QUESTIONS, look="soft")
    for question in to.h.questions:
        yield from _question(to, question)


def _question(to: Trail, question: QuestionLine) -> Iterator[Block]:
    yield Heading(2, question.text, id=question.anchor)
    yield from passages(to, ["question"], f"{question.step}.{question.no}")
    yield words(answers_words(question) if question.answers else NO_ANSWERS, look="soft")
    for topic in question.topics:
        yield from _topic(question, topic)
    if question.topics and question.not_grouped:
        yield Heading(3, "Under no heading")
    yield from _answers(question, question.not_grouped, ())


def _topic(question: QuestionLine, topic: TopicLine) -> Iterator[Block]:
    yield Heading(3, topic.name, id=topic.anchor)
    if topic.statement:
        yield words(topic.statement)
    yield from (words(said) for said in boundaries(topic))
    alone = " · a single voice" if topic.single_voice else ""
    yield words(Run(count(len(topic.answers), "answer"), bold=True), alone)
    yield from (words(said, look="soft") for said in markings(topic))
    yield from _answers(question, topic.answers, topic.differing)
    yield words("\n".join(f"{clock(deed.at)} {deed.text}" for deed in topic.lineage), look="soft")


def _answers(question: QuestionLine, ids: tuple[str, ...], differing: tuple[str, ...]) -> Iterator[Quote]:
    given = {answer.id: answer for answer in question.answers}
    for each in ids:
        other = "Sees it the other way round" if each in differing else ""
        yield Quote(given[each].text, "answer", runs(other), given[each].anchor)


def feedback(to: Trail) -> Iterator[Block]:
    yield Heading(1, "How it was to take part", id="feedback")
    if not to.h.feedback:
        yield words(NO_FEEDBACK, look="soft")
    for line in to.h.feedback:
        yield from _feedback(line)
    yield from passages(to, ["reflections"])


def _feedback(line: FeedbackLine) -> Iterator[Block]:
    yield words(Run(count(line.people, "person", "people"), bold=True), " said how it was.", id=line.anchor)
    if line.marks is None:
        yield words(marks_words(line), look="soft")
    else:
        rows = (Row((runs(word), runs(str(n)))) for word, n in zip(MARK_WORDS, line.marks, strict=True))
        yield Table(("Mark", "People"), tuple(rows), (3, 1))
    if not line.words:
        yield words(NO_FEEDBACK_WORDS, look="soft")
        return
    yield Heading(2, line.prompt or "In their words", listed=False)
    yield words(f"{NO_ORDER}.", look="soft")
    yield from (Quote(said.text, "comment", (), said.anchor) for said in line.words)


def how_it_went(to: Trail) -> Iterator[Block]:
    yield Heading(1, "How the day went", id="day")
    yield from passages(to, ["method"])
    yield words(day_words(to.h))
    if to.h.steps:
        yield Table(STEPS, tuple(map(_step, to.h.steps)), (4, 2, 3, 3))
    yield from figures(timeline_pictures(to.h))
    unmet = list(_unmet(to.h))
    if unmet:
        yield Heading(2, "What the seating could not do", listed=False)
        yield Bullets(tuple(Item(runs(why)) for why in unmet))


def _step(step: StepLine) -> Row:
    changed = ", ".join(step_remarks(step)) or "nothing"
    said = (step.title, count(step.planned_minutes, "minute"), time_taken(step), changed)
    return Row(tuple(runs(each) for each in said), id=step.anchor)


def _unmet(h: Harvest) -> Iterator[str]:
    for round_ in h.rounds:
        yield from (f"Round {round_.no}: {why}" for why in round_.unmet)
