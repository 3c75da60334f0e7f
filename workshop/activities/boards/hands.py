"""Who may lay hands on a board, and finding what they ask for; or a refusal in plain words."""

from __future__ import annotations

from collections.abc import Iterable
from unicodedata import normalize

from workshop.activities.boards.board import board, item, label, standing
from workshop.activities.closing_questions.messages import ClosingQuestions
from workshop.activities.people.rules import only_hosts
from workshop.activities.themes.messages import Themes
from workshop.core import text
from workshop.core.access import begun_step, live_step, not_a_screen, not_ended, step_of
from workshop.core.people import Person
from workshop.core.state import Workshop
from workshop.core.things import Theme, board_id
from workshop.errors import Conflict, NotAllowed, NotFound, TooMany

NAME_LENGTH = 80
MOST_ON_A_BOARD = 200


def may_group(state: Workshop, step: str, question: int | None, by: Person) -> str:
    """The board's id, for somebody who may group there now.

    A host may prepare a wall and mend it, until the café closes. Answers are grouped by hosts alone.
    """
    not_a_screen(by)
    if question is not None:
        return _answers(state, step, question, by)
    if by.hosts:
        step_of(state, step, Themes)
        not_ended(state)
        return step
    _, settings = live_step(state, step, Themes)
    if settings.who == "facilitators" and not by.leads:
        raise NotAllowed("Here the facilitators and hosts group the notes. Tell them what you see.")
    return step


def _answers(state: Workshop, step: str, question: int, by: Person) -> str:
    only_hosts(by)
    _, settings = begun_step(state, step, ClosingQuestions)
    if question >= len(settings.questions):
        raise NotFound(f"There is no question {question + 1} here.")
    return board_id(step, question)


def known(state: Workshop, theme_id: str, by: Person) -> Theme:
    """A theme, standing or not, of a board where ``by`` may group."""
    theme = state.themes.get(theme_id)
    if theme is None:
        raise NotFound("There is no such theme on the wall.")
    may_group(state, theme.step, theme.question, by)
    return theme


def standing_theme(state: Workshop, theme_id: str, by: Person) -> Theme:
    """A theme that stands; a :class:`Conflict` that says where it went when it does not."""
    theme = known(state, theme_id, by)
    there = gone_to(state, theme)
    if there is not theme and there.stands:
        raise Conflict(
            f"“{label(state, theme)}” has gone into “{label(state, there)}”. Go on there.", "merged"
        )
    if not theme.stands:
        raise Conflict(f"“{label(state, theme)}” is off the wall: all its notes were moved out.", "dissolved")
    return theme


def gone_to(state: Workshop, theme: Theme) -> Theme:
    while theme.merged_into is not None:
        theme = state.themes[theme.merged_into]
    return theme


def room_left(state: Workshop, board_id: str, wanted: int = 1) -> None:
    if len(standing(state, board_id)) + wanted > MOST_ON_A_BOARD:
        raise TooMany(
            f"The wall holds {MOST_ON_A_BOARD} themes at most. Put some of them together first.", "wall-full"
        )


def on_the_board(state: Workshop, board_id: str, wanted: Iterable[str]) -> tuple[str, ...]:
    """These things, each once. :class:`NotFound` when one does not stand on this board."""
    for each in wanted:
        if item(state, board_id, each) is None:
            raise NotFound("One of these notes is not on the wall any more.", "note-gone")
    return tuple(dict.fromkeys(wanted))


def may_name(state: Workshop, theme_step: str, question: int | None, by: Person) -> None:
    """Names come last: everyone groups in silence until a host opens the naming. A host may skip that."""
    settings = state.steps[theme_step].settings
    waits = question is None and isinstance(settings, Themes) and settings.names == "last"
    if waits and not by.hosts and not board(state, theme_step).naming:
        raise Conflict(
            "Names come last. Go on putting notes together; your host says when to name them.", "names-last"
        )


def free_name(state: Workshop, board_id: str, given: str, but: str | None = None) -> str:
    """A name that no other theme on this board has. Names come last, so it may be empty."""
    words = text.line(given, NAME_LENGTH, "The name") if given.strip() else ""
    for other in standing(state, board_id):
        if words and other.id != but and _same(other.name, words):
            raise Conflict(
                f"There is a theme “{other.name}” already. Put the two together, or choose another name.",
                "same-name",
            )
    return words


def _same(one: str, other: str) -> bool:
    """Whether two names look alike: capitals, and the ways to write an accent, do not count."""
    return normalize("NFKC", one).casefold() == normalize("NFKC", other).casefold()
