"""What tables brought, what was said in the room, and what people wrote alone."""

from __future__ import annotations

from typing import Literal

from workshop.harvest.model.lines import Line, Seconds
from workshop.harvest.model.themes import TopicLine


class PriorityLine(Line, frozen=True, kw_only=True):
    """An idea that a table chose to bring to everyone, and why."""

    note: str
    step: str
    table: int
    kind: str
    text: str
    why: str


class GroupLine(Line, frozen=True, kw_only=True):
    """Ideas that one theme holds, and the tables that brought them; without a theme, those in none.

    ``first``: those of its ideas that stand under no theme before this one.
    """

    theme: str | None
    name: str
    tables: tuple[int, ...]
    ideas: tuple[str, ...]
    first: tuple[str, ...]


class TurnLine(Line, frozen=True, kw_only=True):
    """One table's turn in a plenary. ``spokesperson``: whether the table had named one."""

    step: str
    table: int
    phase: Literal["waiting", "speaking", "heard", "skipped"]
    taken_seconds: Seconds
    spokesperson: bool
    reactions: dict[str, int]


class ChatLine(Line, frozen=True, kw_only=True):
    id: str
    step: str
    kind: str
    text: str
    table: int | None


class PlenaryLine(Line, frozen=True, kw_only=True):
    step: str
    title: str
    prompt: str
    turns: tuple[TurnLine, ...]
    chat: tuple[ChatLine, ...]


class AnswerLine(Line, frozen=True, kw_only=True):
    id: str
    text: str


class QuestionLine(Line, frozen=True, kw_only=True):
    """One closing question with every answer, in an order that says nothing about who wrote what.

    ``topics``: what the hosts made of the answers; ``not_grouped``: ids of those that are in none.
    """

    step: str
    no: int
    text: str
    answers: tuple[AnswerLine, ...]
    topics: tuple[TopicLine, ...]
    not_grouped: tuple[str, ...]


class FeedbackLine(Line, frozen=True, kw_only=True):
    """How it was. ``marks``: how many gave each mark, 1 to 5; None where that could show single people."""

    step: str
    title: str
    prompt: str
    people: int
    marked: int
    marks: tuple[int, ...] | None
    words: tuple[AnswerLine, ...]
