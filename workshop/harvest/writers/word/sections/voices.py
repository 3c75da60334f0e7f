"""What was said to everyone, and what people wrote alone."""

from __future__ import annotations

from typing import TypedDict

from workshop.harvest import phrases
from workshop.harvest import section_phrases as said_in
from workshop.harvest.model import (
    AnswerLine,
    ChatLine,
    FeedbackLine,
    PlenaryLine,
    QuestionLine,
    TopicLine,
    TurnLine,
)
from workshop.harvest.theme_phrases import boundaries, markings
from workshop.harvest.words import count
from workshop.harvest.writers.word.marks import bookmark, link, text
from workshop.harvest.writers.word.sections.parts import Given, Quote, Section, quote
from workshop.harvest.writers.word.sections.themes import lineage
from workshop.harvest.writers.word.sections.written import Passage, passages


class Turn(TypedDict):
    mark: str
    table: str
    turn: str
    brought: str
    reactions: str


class Chat(TypedDict):
    heading: str
    lines: list[Quote]


class Plenary(TypedDict):
    title: str
    prompt: str
    turns: list[Turn]
    chats: list[Chat]
    passages: list[Passage]
    none: str


class Hearing(Section):
    plenaries: list[Plenary]
    none: str


class Topic(Section):
    statement: str
    reach: str
    remarks: list[str]
    answers: list[Quote]
    lineage: list[str]


class Question(Section):
    passages: list[Passage]
    remark: str
    topics: list[Topic]
    not_grouped_heading: str
    not_grouped: list[Quote]
    none: str


class Questions(Section):
    questions: list[Question]
    none: str


class Marks(TypedDict):
    name: str
    people: str


class Feedback(TypedDict):
    mark: str
    text: str
    marks: list[Marks]
    marks_remark: str
    heading: str
    lines: list[Quote]
    lines_remark: str
    none: str


class HowItWas(Section):
    steps: list[Feedback]
    passages: list[Passage]
    none: str


def plenary(given: Given) -> Hearing:
    made = [_plenary(given, each) for each in given.h.plenaries]
    return {**given.heading("plenary"), "plenaries": made, "none": "" if made else said_in.NO_PLENARY}


def _plenary(given: Given, p: PlenaryLine) -> Plenary:
    chats: list[Chat] = [
        {"heading": heading, "lines": [_chat(line) for line in p.chat if line.kind == kind]}
        for kind, heading in said_in.CHAT_TITLES.items()
    ]
    return {
        "title": text(p.title) if len(given.h.plenaries) > 1 else "",
        "prompt": text(p.prompt),
        "turns": list(map(_turn, p.turns)),
        "chats": [chat for chat in chats if chat["lines"]],
        "passages": passages(given, ["plenary"], p.step),
        "none": "" if p.chat else said_in.NO_CHAT,
    }


def _turn(turn: TurnLine) -> Turn:
    ideas = ", ".join(link(idea, f"idea {no}") for no, idea in enumerate(turn.evidence, 1))
    return {
        "mark": bookmark(turn.anchor),
        "table": f"Table {turn.table}",
        "turn": said_in.turn_said(turn),
        "brought": f"It brought {ideas}." if ideas else "",
        "reactions": text(phrases.reactions_words(turn)),
    }


def _chat(line: ChatLine) -> Quote:
    where = f"Table {line.table}" if line.table else "No table given"
    return quote(line.text, line.kind, mark=bookmark(line.anchor), place=where, remarks=[where])


def questions(given: Given) -> Questions:
    made = [_question(given, each) for each in given.h.questions]
    return {**given.heading("questions"), "questions": made, "none": "" if made else said_in.NO_QUESTIONS}


def _question(given: Given, q: QuestionLine) -> Question:
    answers = {answer.id: answer for answer in q.answers}
    placed: set[str] = set()
    topics = [_topic(q, topic, answers, placed) for topic in q.topics]
    return {
        "heading": text(q.text),
        "mark": bookmark(q.anchor),
        "passages": passages(given, ["question"], f"{q.step}.{q.no}"),
        "remark": said_in.answers_words(q) if q.answers else "",
        "topics": topics,
        "not_grouped_heading": "Under no heading" if topics and q.not_grouped else "",
        "not_grouped": [_answer(q, answers[id_], placed) for id_ in q.not_grouped],
        "none": "" if q.answers else said_in.NO_ANSWERS,
    }


def _topic(q: QuestionLine, topic: TopicLine, answers: dict[str, AnswerLine], placed: set[str]) -> Topic:
    alone = " · a single voice" if topic.single_voice else ""
    return {
        "heading": text(topic.name),
        "mark": bookmark(topic.anchor),
        "statement": text(topic.statement),
        "reach": f"{count(len(topic.answers), 'answer')}{alone}",
        "remarks": list(map(text, boundaries(topic) + markings(topic))),
        "answers": [_answer(q, answers[id_], placed, id_ in topic.differing) for id_ in topic.answers],
        "lineage": lineage(topic),
    }


def _answer(q: QuestionLine, answer: AnswerLine, placed: set[str], differs: bool = False) -> Quote:
    """An answer may stand under two headings; links lead to where it stands first."""
    mark = bookmark(answer.anchor) if answer.id not in placed else ""
    placed.add(answer.id)
    made = quote(answer.text, "answer", mark=mark, place=link(q.anchor, f"Answers question {q.no}"))
    made["remarks"] = "sees it the other way round" if differs else ""
    return made


def feedback(given: Given) -> HowItWas:
    made = list(map(_feedback, given.h.feedback))
    return {
        **given.heading("feedback"),
        "steps": made,
        "passages": passages(given, ["reflections"]),
        "none": "" if made else said_in.NO_FEEDBACK,
    }


def _feedback(f: FeedbackLine) -> Feedback:
    marks: list[Marks] = [
        {"name": name, "people": f"{n}"}
        for name, n in zip(phrases.MARK_WORDS, f.marks or (), strict=f.marks is not None)
    ]
    return {
        "mark": bookmark(f.anchor),
        "text": f"{count(f.people, 'person', 'people')} said how it was.",
        "marks": marks,
        "marks_remark": phrases.marks_words(f),
        "heading": text(f.prompt or "In their words") if f.words else "",
        "lines": list(map(_line, f.words)),
        "lines_remark": f"{said_in.NO_ORDER}." if f.words else "",
        "none": "" if f.words else said_in.NO_FEEDBACK_WORDS,
    }


def _line(line: AnswerLine) -> Quote:
    made = quote(line.text, "comment", mark=bookmark(line.anchor), place=said_in.NO_ORDER)
    made["remarks"] = ""
    return made
