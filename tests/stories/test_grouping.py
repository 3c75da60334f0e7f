"""Eight facilitators group the same notes at once: every move counts once, and all boards are equal."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from random import Random

import pytest

from tests.stories.cafe import Cafe, step, story
from tests.stories.person import Doc, Person

Make = Callable[..., Cafe]
WALL = "wall/s2"
MANY = 8
# What was moved, where to, and the number of the entry that says so.
Move = tuple[int, str, str]


def standing(person: Person) -> dict[str, Doc]:
    """The board as somebody sees it, by its documents."""
    return dict(person.docs.get(WALL, {}))


def write(person: Person, count: int) -> list[str]:
    return [person.writes(f"{person.name} has seen thing number {no}") for no in range(count)]


def move_about(person: Person, notes: list[str], moves: int, chance: Random) -> list[Move]:
    """Move notes from where they lie to another theme, each order sent twice, as after a broken line."""
    made = []
    for _ in range(moves):
        themes, note = {theme["id"]: theme for theme in person.all(WALL, "theme")}, chance.choice(notes)
        lies_in = next(theme for theme in themes if note in themes[theme]["notes"])
        to = chance.choice(sorted(themes.keys() - {lies_in}))
        raw = person.command("theme.put", theme=to, notes=[note], out_of=lies_in)
        answer = person.tells(raw)
        assert answer == person.tells(raw)
        # A theme that somebody has just emptied takes no more.
        assert answer["ok"] or answer["code"] == "dissolved", answer
        if answer["ok"] and answer["n"]:
            made.append((answer["n"], note, to))
    return made


@pytest.mark.parametrize("count", [96, pytest.param(500, marks=pytest.mark.soak)])
def test_eight_facilitators_lose_no_move_and_see_the_same_board(made: Make, count: int) -> None:
    cafe = made(story(), step("themes", "What belongs together", who="facilitators"))
    people = [cafe.join(f"Fay{no}") for no in range(MANY)]
    for person in people:
        person.patience = 60
    cafe.next()
    for person in people:
        person.until(lambda person=person: person.table, "a table")
    with ThreadPoolExecutor(MANY) as hands:
        shares = list(hands.map(lambda person: write(person, -(-count // MANY)), people))
        notes = [note for share in shares for note in share]
        cafe.next()
        for person in people:
            person.until(lambda person=person: len(person.all(WALL, "note")) == len(notes), "the wall")
        started = hands.map(
            lambda share: share[0].does("theme.start", step="s2", notes=share[1]),
            zip(people, shares, strict=True),
        )
        themes = set(started)
        for person in people:
            person.until(lambda person=person: len(person.all(WALL, "theme")) == MANY, "the themes")
        storm = [
            hands.submit(move_about, person, notes, count // MANY * 2, Random(no))  # noqa: S311
            for no, person in enumerate(people)
        ]
        moves = sorted(move for each in storm for move in each.result())

    late = cafe.join("Fay99")
    for person in [*people, cafe.hal]:
        person.until(lambda person=person: standing(person) == standing(late), "the board of a late joiner")
        assert not person.gaps
    board = {theme["id"]: theme["notes"] for theme in late.all(WALL, "theme")}
    assert board.keys() <= themes
    assert sorted(note for held in board.values() for note in held) == sorted(notes)
    last = {note: to for _, note, to in moves}
    assert len({n for n, _, _ in moves}) == len(moves)
    assert [note for note, to in last.items() if note not in board.get(to, ())] == []
    assert len(last) > count // 2
