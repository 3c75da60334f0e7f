"""A day that has every kind of step, and words that are as long as words can be."""

from __future__ import annotations

from typing import Any

from tests.stories.cafe import arrival, step, story

LONG = "Donaudampfschifffahrtsgesellschaftskapitän" * 3
WORDS = [
    "We eat together before we clean up",
    "I never know who comes next Friday",
    "The oven breaks every winter, and nobody knows whom to call about it",
    LONG,
]
DAY: list[dict[str, Any]] = [
    arrival(words="Try the three things that you will do today."),
    step("presentation", "How we talk", words="One idea on each note.\n\nYou can always pass."),
    story(),
    story("What we share", seating="stay", recap=True, bring_in=True),
    step("themes", "What belongs together", names="any_time"),
    step("dot_voting", "What matters most", dots=2, cap=2),
    step("priorities", "Our strongest ideas"),
    step("plenary", "Hearing each table", prompt="What do you want everyone to know?"),
    step("closing_questions", "Before you go", questions=["What will you do?", "Who else should be here?"]),
    step("feedback", "How was it for you"),
]
