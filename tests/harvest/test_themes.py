"""Themes: how far each carries, computed; how it came to be, without who did it."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.harvest.day import Day, harvest
from tests.rules.cast import Cafe, story
from workshop.activities.notes.messages import DeleteNote
from workshop.activities.themes.messages import (
    MarkSingleVoice,
    MergeThemes,
    NameTheme,
    PutNotes,
    SplitTheme,
    StartTheme,
    TakeNotes,
    Themes,
    Unmerge,
)
from workshop.core.plan import PeopleSettings
from workshop.harvest import Harvest
from workshop.harvest.model import ThemeLine
from workshop.harvest.ranking import places
from workshop.harvest.themes import leaning


class Wall:
    """A café of five tables, with a wall."""

    def __init__(self) -> None:
        sizes = PeopleSettings(table_size=3, facilitators="none")
        self.cafe = Cafe(story(), Themes(title="Themes", minutes=5, names="any_time"), people=sizes)
        self.cafe.join("Hal", "Ann", "Bob", "Cleo", "Dan", "Eve", "Gil", *(f"P{no}" for no in range(9)))
        self.cafe.next()
        self.writers = {no: self.cafe.state.at_table(no)[0] for no in range(1, 6)}
        self.waiting: list[tuple[str, list[str]]] = []

    def theme(self, name: str, **tables: int) -> None:
        """``theme("Time", t1=2, t3=1)``: two notes of table 1 and one of table 3."""
        written = [
            self.cafe.note(self.writers[int(table[1:])], f"{name} {no} at {table}", kind="hindered")
            for table, times in tables.items()
            for no in range(times)
        ]
        self.waiting.append((name, written))

    def hang(self) -> dict[str, ThemeLine]:
        step = self.cafe.go_to("Themes")
        for name, notes in self.waiting:
            self.cafe.do("Ann", StartTheme, step=step, notes=notes, name=name)
        return self.themes()

    def themes(self) -> dict[str, ThemeLine]:
        return {theme.name: theme for theme in harvest(self.cafe).themes}

    def id_of(self, name: str) -> str:
        return next(t.id for t in self.cafe.state.themes.values() if t.name == name)


def test_a_theme_shows_notes_and_tables_and_leads_to_its_notes(day: Day, left: Harvest) -> None:
    time = left.themes[0]
    assert (time.name, time.statement) == ("Time", "Forms take the time.")
    assert len(time.notes) == 3
    assert (time.tables, time.rounds) == ((1, 2), (1, 2))
    assert set(time.evidence) == {f"note-{day.ids[n]}" for n in ("forms", "screens", "thursdays")}


def test_most_often_is_by_tables_first_and_then_by_notes() -> None:
    wall = Wall()
    wall.theme("Many notes, one table", t1=6)
    wall.theme("Three tables", t1=1, t2=1, t3=1)
    wall.theme("Three tables, four notes", t1=2, t2=1, t3=1)
    found = wall.hang()
    assert [found[name].place for name in ("Three tables, four notes", "Three tables")] == [1, 2]
    assert (found["Many notes, one table"].place, found["Many notes, one table"].often) == (3, "one-table")


@pytest.mark.parametrize("order", [("A", "B", "C"), ("C", "B", "A"), ("B", "C", "A")])
def test_themes_that_are_level_stay_level_whatever_came_first(order: tuple[str, ...]) -> None:
    wall = Wall()
    for name in order:
        tables = {"t1": 1} if name == "C" else {"t1": 1, "t2": 1}
        wall.theme(name, **tables)
    found = wall.hang()
    assert {name: (t.place, t.level) for name, t in found.items()} == {"A": (1, 2), "B": (1, 2), "C": (3, 1)}
    assert list(found) == ["A", "B", "C"]


@pytest.mark.parametrize(("tables", "often"), [(5, "most"), (3, "often"), (2, "less"), (1, "one-table")])
def test_how_often_a_theme_was_heard_is_counted_against_the_widest(tables: int, often: str) -> None:
    wall = Wall()
    wall.theme("Widest", t1=2, t2=1, t3=1, t4=1, t5=1)
    wall.theme("This one", **{f"t{no}": 1 if tables < 5 else 3 for no in range(1, tables + 1)})
    assert wall.hang()["This one"].often == often


def test_a_single_voice_is_kept_and_takes_no_place(left: Harvest) -> None:
    near = next(theme for theme in left.themes if theme.single_voice)
    assert (near.name, near.place, near.often) == ("Close by", 0, "single-voice")
    assert [theme.place for theme in left.themes] == [1, 2, 0]


def test_notes_in_no_theme_are_listed(day: Day, left: Harvest) -> None:
    wall = left.walls[0]
    assert (wall.notes, wall.themes) == (7, 3)
    assert wall.not_grouped == (day.ids["tea"],)
    assert wall.evidence == (f"note-{day.ids['tea']}",)


def test_merged_themes_say_what_they_took_in(day: Day, left: Harvest) -> None:
    waiting = next(theme for theme in left.themes if theme.name == "Waiting")
    assert waiting.took_in == ("One list for all who wait.",)
    assert set(waiting.notes) == {day.ids["queue"], day.ids["list"]}
    assert not any(theme.id == day.ids["lists"] for theme in left.themes)


def test_the_lineage_tells_every_deed_with_its_entry_and_without_its_doer() -> None:
    wall = Wall()
    wall.theme("Time", t1=3)
    wall.theme("Screens", t2=2)
    wall.hang()
    cafe, time, screens = wall.cafe, wall.id_of("Time"), wall.id_of("Screens")
    notes = list(cafe.state.themes[time].notes)
    cafe.do("Bob", NameTheme, theme=time, name="Hours", statement="They go.")
    cafe.do("Cleo", PutNotes, theme=screens, notes=notes[:1])
    cafe.do("Cleo", TakeNotes, theme=screens, notes=notes[:1])
    cafe.do("Eve", MarkSingleVoice, theme=time, on=True)
    cafe.do("Eve", MarkSingleVoice, theme=time, on=False)
    cafe.do("Dan", MergeThemes, theme=screens, into=time)
    cafe.do("Dan", Unmerge, theme=screens)
    cafe.do("Gil", SplitTheme, theme=time, notes=notes[:1], name="Evenings")
    found = wall.themes()
    assert [deed.text for deed in found["Hours"].lineage] == [
        "Started with 3 notes.",
        "Named “Hours”.",
        "Marked as a single voice.",
        "Not marked as a single voice any more.",
        "Took in “Screens”.",
        "Let “Screens” stand on its own again.",
        "1 note taken out.",
    ]
    assert [deed.text for deed in found["Screens"].lineage] == [
        "Started with 2 notes.",
        "1 note put in.",
        "1 note taken out.",
        "Went into “Hours”.",
        "Stood on its own again, out of “Hours”.",
    ]
    assert found["Evenings"].split_from == "Hours"
    numbers = [n for deed in found["Hours"].lineage for n in deed.entries]
    assert numbers == sorted(numbers)
    assert set(numbers) <= set(found["Hours"].entries)


def test_a_theme_whose_notes_were_all_taken_away_is_not_claimed() -> None:
    cafe = Cafe.at_two_tables(story(), Themes(title="Themes", minutes=5, names="any_time"))
    note = cafe.note("Ann", "Soon gone.")
    step = cafe.go_to("Themes")
    cafe.do("Ann", StartTheme, step=step, notes=[note], name="Gone")
    cafe.do("Ann", DeleteNote, note=note)
    left = harvest(cafe)
    assert left.themes == ()
    assert left.walls[0].themes == 0


@pytest.mark.parametrize(
    ("hindering", "helping", "leans"),
    [(2, 1, "gets-in-the-way"), (1, 2, "helps"), (1, 1, "both"), (0, 0, "ideas")],
)
def test_a_theme_leans_to_where_most_of_its_telling_notes_are(
    hindering: int, helping: int, leans: str
) -> None:
    assert leaning(hindering, helping) == leans


@given(st.lists(st.integers(0, 5)), st.randoms())
def test_places_depend_on_weight_alone(weights: list[int], chance: Random) -> None:
    found = dict(zip(weights, places(weights, lambda weight: (weight,)), strict=True))
    for weight, (place, level) in found.items():
        assert place == 1 + sum(other > weight for other in weights)
        assert level == weights.count(weight)
    mixed = list(weights)
    chance.shuffle(mixed)
    assert dict(zip(mixed, places(mixed, lambda weight: (weight,)), strict=True)) == found
