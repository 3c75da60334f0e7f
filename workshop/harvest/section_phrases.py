"""What documents say inside the sections of the report, for writers that fill in no template."""

from __future__ import annotations

from collections.abc import Sequence

from workshop.harvest.model import (
    Attendance,
    DecisionLine,
    Harvest,
    OptionLine,
    QuestionLine,
    RoundLine,
    ThemeLine,
    TurnLine,
    WallLine,
)
from workshop.harvest.phrases import Picked, turn_words
from workshop.harvest.vote_phrases import decision_remark, standing_words
from workshop.harvest.words import clock, count, day, level_words, minutes

DRAFT = ("This is a live draft", "The café is still on, so every line may change.")
PRACTICE = (
    "This was a practice",
    "Simulated people took part. Do not use its words as if somebody had said them.",
)
NO_ROUND = "No round has been held yet."
NO_SEATS = "No round has been held, so nobody has sat at a table."
NO_WALL = (
    "Notes have not been put together into themes. Read them word for word below, and look for what they "
    "share."
)
NO_VOTE = "There was no vote in this café, or it has not begun."
NO_DECISION = "No decision has been written down. Dots are a guide: they decide nothing."
NO_IDEAS = "No table has chosen ideas to bring to everyone."
NO_PLENARY = "The tables have not been heard."
NO_CHAT = "Nobody wrote in the chat."
NO_QUESTIONS = "No closing questions have been asked."
NO_ANSWERS = "Nobody has answered this question."
NO_FEEDBACK = "Nobody has been asked how it was."
NO_FEEDBACK_WORDS = "Nobody wrote a word about it."
NO_THEMES = "There are no themes to look into."
NO_NOTES = "No note has been written yet."
NO_ORDER = "In no particular order"
GUIDE = "This is a guide, not a decision."
ASKED_MISSING = "After the vote people were asked whether anything is missing that should be a priority."
ABOUT_IDEAS = (
    "These are the ideas that tables chose to bring to everyone, under the themes that hold them. Themes "
    "of most tables come first; that says nothing about the weight of an idea."
)
ABOUT_WORDS = (
    "Every note as it was written, by round and table, without a name. The place of a note says nothing "
    "about its weight."
)
CHAT_TITLES = {
    "question": "Questions from the chat",
    "comment": "Comments from the chat",
    "reaction": "Reactions in the chat",
}


def front_words(h: Harvest) -> str:
    """Which plan it was, and when."""
    plan = h.plan if h.plan != h.title else ""
    return " · ".join(each for each in ("Report", plan, day(h.started_at) if h.started_at else "") if each)


def joined_words(there: Attendance) -> str:
    """Who came in and did nothing else; nothing if nobody."""
    if not there.only_joined:
        return ""
    more = count(there.only_joined, "more person", "more people")
    are = "this person is" if there.only_joined == 1 else "they are"
    return f"{more} came in and left no other trace, so {are} not counted."


def planned_words(round_: RoundLine) -> str:
    took = f"; it took {minutes(round_.taken_seconds)}" if round_.taken_seconds else ""
    return f"{count(round_.planned_minutes, 'minute')} were planned{took}."


def picked_words(high: Picked) -> str:
    if not high.rest:
        return f"{NO_ORDER}."
    are = "is" if high.rest == 1 else "are"
    return f"{NO_ORDER}. {count(high.rest, 'more highlighted note')} {are} marked below."


def wall_words(wall: WallLine, here: Sequence[ThemeLine]) -> str:
    """What hung on the wall, and what people made of it."""
    hung = f"{count(wall.notes, 'note')} hung on the wall."
    if not here:
        return f"{hung} Nobody put notes together into themes."
    made = f"{hung} People made {count(len(here), 'theme')} of them."
    left = len(wall.not_grouped)
    return (
        f"{made} {count(left, 'note')} {'belongs' if left == 1 else 'belong'} to no theme." if left else made
    )


def option_words(option: OptionLine) -> str:
    """Whether an option is level with others, goes on, and what became of it."""
    level = level_words(option.level) if option.dots else ""
    return ". ".join(
        part for part in (" · ".join(s for s in (level, standing_words(option)) if s), option.became) if part
    )


def decided_words(decision: DecisionLine) -> str:
    said = f"Decided by {decision.by}. Why: {decision.why}"
    return " ".join(part for part in (said, decision_remark(decision)) if part)


def turn_said(turn: TurnLine) -> str:
    """How one table's turn went, and whether it had named who speaks."""
    named = ""
    if turn.phase == "heard":
        named = " It had named a spokesperson." if turn.spokesperson else " No spokesperson was named."
    return f"{turn_words(turn)}.{named}"


def answers_words(question: QuestionLine) -> str:
    said = f"{count(len(question.answers), 'answer')}, word for word, in no particular order."
    headed = " The hosts put them under headings; an answer may stand under two." if question.topics else ""
    return said + headed


def day_words(h: Harvest) -> str:
    """How long it was planned, and from when to when it was on."""
    planned = f"{count(h.planned_minutes, 'minute')} were planned."
    if h.started_at and h.closed_at:
        return f"{planned} The café was on from {clock(h.started_at)} to {clock(h.closed_at)}."
    return f"{planned} It began at {clock(h.started_at)}." if h.started_at else f"{planned} It has not begun."
