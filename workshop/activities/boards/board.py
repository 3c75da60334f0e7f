"""The places for grouping, and what stands on them.

A board is the wall of a themes step, with the notes of its rounds; or the answers to one closing question.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from workshop.activities.closing_questions.messages import ClosingQuestions
from workshop.activities.themes.messages import Themes
from workshop.core.state import Workshop
from workshop.core.things import Answer, Board, Note, Theme

LABEL_LENGTH = 60


@dataclass(frozen=True, slots=True)
class Item:
    """One thing on a board: a note, or an answer, which has no table. ``by``: whose words they are."""

    id: str
    text: str
    kind: str
    table: int | None
    by: str
    at: int
    step: str


@dataclass(frozen=True, slots=True)
class Reach:
    """How far a theme carries: twelve notes of one table are not common ground.

    ``people``: different authors, where an anonymous note counts as somebody of its own.
    """

    notes: int
    people: int
    tables: tuple[int, ...]
    groups: tuple[str, ...]


def boards(state: Workshop) -> Iterator[tuple[str, int | None]]:
    """Every board of the agenda, by step and question."""
    for step in state.steps.values():
        if isinstance(step.settings, Themes):
            yield step.id, None
        elif isinstance(step.settings, ClosingQuestions):
            yield from ((step.id, question) for question in range(len(step.settings.questions)))


def board(state: Workshop, board_id: str) -> Board:
    """What is true of a board as a whole, which is as it began until something happens there."""
    return state.boards.get(board_id) or Board()


def parts(board_id: str) -> tuple[str, int | None]:
    """The step of a board, and which question."""
    step, _, question = board_id.partition(".")
    return step, int(question) if question else None


def wall_rounds(state: Workshop, step_id: str) -> tuple[str, ...]:
    """The rounds whose notes a themes step gathers: those its settings name, or all before it."""
    wanted = getattr(state.steps[step_id].settings, "from_steps", [])
    rounds: list[str] = []
    for step in state.steps.values():
        if step.id == step_id:
            break
        if step.activity == "story_round" and (not wanted or step.settings.title in wanted):
            rounds.append(step.id)
    return tuple(rounds)


def walls_with(state: Workshop, round_id: str) -> Iterator[str]:
    """The themes steps that gather the notes of a round."""
    title, past = state.steps[round_id].settings.title, False
    for step in state.steps.values():
        if past and isinstance(step.settings, Themes) and _gathers(step.settings, title):
            yield step.id
        past = past or step.id == round_id


def _gathers(settings: Themes, title: str) -> bool:
    return not settings.from_steps or title in settings.from_steps


def items(state: Workshop, board_id: str) -> Iterator[Item]:
    """Everything that stands on a board, in the order it came."""
    step, question = parts(board_id)
    if step not in state.steps:
        return
    if question is None:
        rounds = wall_rounds(state, step)
        yield from (_of_note(n) for n in state.notes.values() if n.step in rounds and not n.deleted)
    else:
        given = (a for a in state.answers.values() if a.step == step and a.question == question)
        yield from map(_of_answer, given)


def item(state: Workshop, board_id: str, item_id: str) -> Item | None:
    """One thing, if it stands on this board."""
    step, question = parts(board_id)
    if question is None:
        note = state.notes.get(item_id)
        here = note is not None and not note.deleted and step in walls_with(state, note.step)
        return _of_note(note) if note is not None and here else None
    answer = state.answer(item_id)
    here = answer is not None and (answer.step, answer.question) == (step, question)
    return _of_answer(answer) if answer is not None and here else None


def _of_note(note: Note) -> Item:
    by = f"{note.by}/{note.id}" if note.anonymous else note.by
    return Item(
        id=note.id, text=note.text, kind=note.kind, table=note.table, by=by, at=note.at, step=note.step
    )


def _of_answer(answer: Answer) -> Item:
    return Item(
        id=answer.id, text=answer.text, kind="", table=None, by=answer.by, at=answer.at, step=answer.step
    )


def standing(state: Workshop, board_id: str) -> list[Theme]:
    """The themes of a board that are neither merged nor dissolved."""
    return [t for t in state.themes.values() if t.board == board_id and t.stands]


def standing_items(state: Workshop, theme: Theme) -> tuple[Item, ...]:
    """What lies in a theme and has not been taken away."""
    if theme.question is None:
        notes = (state.notes[each] for each in theme.notes)
        return tuple(_of_note(note) for note in notes if not note.deleted)
    answers = (state.answer(each) for each in theme.notes)
    return tuple(_of_answer(answer) for answer in answers if answer is not None)


def standing_notes(state: Workshop, theme: Theme) -> tuple[str, ...]:
    """The ids of :func:`standing_items`."""
    return tuple(each.id for each in standing_items(state, theme))


def tables_of(state: Workshop, theme: Theme) -> tuple[int, ...]:
    """Where what lies in a theme was written."""
    return _tables(standing_items(state, theme))


def _tables(lying: Iterable[Item]) -> tuple[int, ...]:
    return tuple(sorted({each.table for each in lying if each.table is not None}))


def is_grouped(state: Workshop, board_id: str, note: str) -> bool:
    return bool(board(state, board_id).held.get(note))


def reach(state: Workshop, theme: Theme) -> Reach:
    lying = standing_items(state, theme)
    people = {each.by for each in lying}
    groups = {_group(state, who) for who in people}
    return Reach(
        notes=len(lying), people=len(people), tables=_tables(lying), groups=tuple(sorted(groups - {""}))
    )


def _group(state: Workshop, who: str) -> str:
    person = state.people.get(who)
    return person.group if person is not None else ""


def grouped(state: Workshop, board_id: str) -> set[str]:
    """Everything on a board that lies in a theme."""
    return {note for note, themes in board(state, board_id).held.items() if themes}


def label(state: Workshop, theme: Theme) -> str:
    """What to call a theme: its name or, without one, the beginning of its first note."""
    if theme.name:
        return theme.name
    first = next((each.text for each in standing_items(state, theme)), "a theme without a name")
    words = " ".join(first.split())
    return words if len(words) <= LABEL_LENGTH else words[: LABEL_LENGTH - 1].rsplit(" ", 1)[0] + "…"
