"""The whole harvest."""

from __future__ import annotations

from typing import Literal

from workshop.core.plan import Attribution
from workshop.harvest.model.drafts import Blueprint
from workshop.harvest.model.lines import Line, Part, Seconds, Sentence
from workshop.harvest.model.pictures import Pictures
from workshop.harvest.model.rounds import Attendance, RoundLine
from workshop.harvest.model.themes import ThemeLine, WallLine
from workshop.harvest.model.voices import FeedbackLine, GroupLine, PlenaryLine, PriorityLine, QuestionLine
from workshop.harvest.model.votes import DecisionLine, MissingLine, VoteLine
from workshop.harvest.model.written import PassageLine, StatementLine


class StepLine(Line, frozen=True, kw_only=True):
    """One step of the day. ``stretches``: how long it was open each time; several if it was reopened."""

    step: str
    title: str
    activity: str
    phase: Literal["planned", "open", "closing", "closed"]
    planned_minutes: int
    added_minutes: int
    taken_seconds: Seconds
    stretches: tuple[Seconds, ...]
    reopened: int


class HelpContact(Part, frozen=True, kw_only=True):
    """Someone a reader can turn to, as the plan names them."""

    name: str
    how: str


class Harvest(Part, frozen=True, kw_only=True):
    """One workshop's harvest after ledger entry ``through``. Times in milliseconds since 1970 (UTC).

    ``published``: as others than the hosts read it, without words of people who did not agree to be quoted.
    ``attribution``: what stands with quoted notes at most.
    """

    format: Literal[4]
    published: bool
    attribution: Attribution
    workshop: str
    code: str
    title: str
    purpose: str
    plan: str
    planned_minutes: int
    contacts: tuple[HelpContact, ...]
    closed: bool
    practice: bool
    opened_at: int
    started_at: int | None
    closed_at: int | None
    through: int
    in_short: tuple[Sentence, ...]
    attendance: Attendance
    rounds: tuple[RoundLine, ...]
    walls: tuple[WallLine, ...]
    themes: tuple[ThemeLine, ...]
    votes: tuple[VoteLine, ...]
    decisions: tuple[DecisionLine, ...]
    missing: tuple[MissingLine, ...]
    priorities: tuple[PriorityLine, ...]
    groups: tuple[GroupLine, ...]
    plenaries: tuple[PlenaryLine, ...]
    questions: tuple[QuestionLine, ...]
    feedback: tuple[FeedbackLine, ...]
    steps: tuple[StepLine, ...]
    pictures: Pictures
    blueprint: Blueprint
    passages: tuple[PassageLine, ...]
    statements: tuple[StatementLine, ...]
