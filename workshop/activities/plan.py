"""What a plan may hold: the settings of every activity, as one union told apart by ``activity``."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from workshop.activities.arrival.messages import Arrival
from workshop.activities.blueprint.messages import Blueprint
from workshop.activities.closing_questions.messages import ClosingQuestions
from workshop.activities.dot_voting.messages import DotVoting
from workshop.activities.feedback.messages import FeedbackStep
from workshop.activities.pause.messages import Break
from workshop.activities.plenary.messages import Plenary
from workshop.activities.presentation.messages import Presentation
from workshop.activities.priorities.messages import Priorities
from workshop.activities.story_round.messages import StoryRound
from workshop.activities.themes.messages import Themes
from workshop.core.messages import Settings
from workshop.core.plan import Contact, Minutes, PeopleSettings, Prompt, QuotingSettings, TimeSettings, Title

AnyStep = (
    Arrival
    | Blueprint
    | Break
    | ClosingQuestions
    | DotVoting
    | FeedbackStep
    | Plenary
    | Presentation
    | Priorities
    | StoryRound
    | Themes
)


class Plan(Settings, frozen=True, kw_only=True):
    """A recipe for a workshop: what for, for whom, and the steps in order."""

    name: Title
    purpose: Prompt
    minutes: Minutes
    steps: Annotated[list[AnyStep], Meta(min_length=1, max_length=60)]
    people: PeopleSettings = PeopleSettings()
    times: TimeSettings = TimeSettings()
    quoting: QuotingSettings = QuotingSettings()
    notice: Annotated[str, Meta(max_length=3_000)] = ""
    contacts: Annotated[list[Contact], Meta(max_length=6)] = []
