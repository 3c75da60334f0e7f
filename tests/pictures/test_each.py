"""What each picture shows."""

from __future__ import annotations

import pytest

from tests.pictures.made import SVG, a_day, a_map, in_words, read, tile, vote, wall, words
from tests.rules.cast import Cafe, story
from workshop import pictures
from workshop.activities.dot_voting.messages import PlaceDots
from workshop.activities.notes.messages import DeleteNote
from workshop.activities.themes.messages import MarkSingleVoice, StartTheme, Themes
from workshop.errors import Conflict
from workshop.pictures import PAGE, PHONE, WALL, Picture, draw
from workshop.pictures.data import MixingData, MixingRound
from workshop.pictures.letters import em, fit, is_rtl, wrap
from workshop.pictures.theme_wall import weight
from workshop.pictures.treemap import Piece, divide


def sheets(picture: Picture) -> dict[str, float]:
    """How large each theme's sheet is drawn, by the first line of its name."""
    found: dict[str, float] = {}
    for group in read(picture).iter(f"{SVG}g"):
        paths = [each for each in group if each.tag == f"{SVG}path"]
        lines = [each for each in group if each.tag == f"{SVG}text"]
        if paths and lines:
            numbers = paths[0].attrib["d"].replace("H", " ").replace("V", " ").split()
            left, right = float(numbers[0][1:]), float(numbers[2].split("q")[0])
            found[str(lines[0].text)] = right - left
    return found


def test_twelve_notes_of_one_table_reach_less_far_than_five_of_five_tables() -> None:
    assert weight(tile("many", 12, 1)) < weight(tile("few", 5, 5))
    assert weight(tile("twice", 5, 5, 9)) > weight(tile("once", 5, 5, 5))
    drawn = sheets(draw(wall(tile("few", 5, 5), tile("many", 12, 1)), WALL))
    assert drawn["few"] > drawn["many"]


def test_a_theme_says_how_many_notes_and_tables_always_both() -> None:
    said = words(draw(wall(tile("Time", 12, 9)), WALL))
    assert "12 notes · 9 tables" in said


def test_a_single_voice_is_kept_apart_and_named() -> None:
    picture = draw(wall(tile("Time", 12, 9), tile("A garden", 1, 1, alone=True), loose=3), WALL)
    assert "A garden" in words(picture)
    assert "3 notes not grouped yet" in words(picture)
    assert "A single voice" in in_words(picture)


def test_all_from_one_table_is_said_in_words() -> None:
    assert "All from one table" in in_words(draw(wall(tile("Time", 12, 1)), PAGE))


def test_more_themes_than_fit_are_counted_and_stand_in_the_list() -> None:
    picture = draw(wall(*(tile(f"Theme {no:02}", 2, 2) for no in range(45))), WALL)
    assert "5 more themes in the list" in words(picture)
    assert len(picture.tables[0].rows) == 45


def test_people_are_counted_for_hosts_alone() -> None:
    cafe = a_day()
    step = cafe.state.current or ""
    for_all = draw(pictures.themes_of(cafe.state, step, people=False), PAGE)
    for_hosts = draw(pictures.themes_of(cafe.state, step, people=True), PAGE)
    assert "People" not in for_all.tables[0].head
    assert "People" in for_hosts.tables[0].head
    assert for_all.body == for_hosts.body


def test_a_theme_whose_notes_are_all_taken_away_is_not_drawn() -> None:
    cafe = Cafe.at_two_tables(story(), Themes(title="Themes", minutes=10))
    note = cafe.note("Ann", "No time")
    step = cafe.go_to("Themes")
    cafe.do("Hal", StartTheme, step=step, notes=[note], name="Time")
    theme = next(iter(cafe.state.themes))
    cafe.do("Hal", MarkSingleVoice, theme=theme, on=True)
    assert len(pictures.themes_of(cafe.state, step, people=False).themes) == 1
    cafe.do("Hal", DeleteNote, note=note)
    assert pictures.themes_of(cafe.state, step, people=False).themes == ()


def test_an_open_vote_cannot_be_read_off_its_state() -> None:
    cafe = a_day()
    cafe.go_to("Votes")
    ballot = next(iter(cafe.state.ballots.values()))
    cafe.do("Ann", PlaceDots, ballot=ballot.id, dots={ballot.options[0].id: 1})
    with pytest.raises(Conflict):
        pictures.votes_of(cafe.state, ballot.id)
    cafe.close()
    assert [bar.dots for bar in pictures.votes_of(cafe.state, ballot.id).bars] == [1]


def test_equal_votes_are_shown_level() -> None:
    picture = draw(vote(9, 4, 4, 1), WALL)
    assert words(picture).count("level") == 1
    places = {row[0]: row[2] for row in picture.tables[0].rows}
    assert places == {
        "Choice 0": "1",
        "Choice 1": "2, level with 1 other",
        "Choice 2": "2, level with 1 other",
        "Choice 3": "4",
    }


def test_the_screen_never_cuts_between_equals() -> None:
    said = words(draw(vote(9, 8, 7, 6, 5, 4, 3, 3, 3, 1), WALL))
    assert "Choice 5" in said
    assert not {"Choice 6", "Choice 7", "Choice 8"} & set(said)
    assert "4 more choices have fewer dots." in said


def test_votes_are_a_guide_and_say_so() -> None:
    assert "Dots are a guide. People decide." in in_words(draw(vote(3, 1), PHONE))


def test_mixing_counts_pairs_who_met_and_who_met_again() -> None:
    cafe = Cafe.at_two_tables(story(), story("Once more", seating="stay"))
    cafe.next()
    first, second = cafe.state.steps
    there = {1: {"fay", "ann", "bob", "eve"}, 2: {"flo", "cleo", "dan", "gil"}}
    cafe.state.sat = {(step, no): who for step in (first, second) for no, who in there.items()}
    data = pictures.mixing_of(cafe.state)
    assert [(r.people, r.again) for r in data.rounds][1] == (8, 12)
    assert data.rounds[1].new == 0
    assert data.twice == 12
    said = in_words(draw(data, PAGE))
    assert "12 pairs met more than once." in said


def test_mixing_says_how_many_others_each_met() -> None:
    rounds = tuple(MixingRound(no=no, title="R", people=74, tables=18, new=111, again=0) for no in (1, 2, 3))
    data = MixingData(people=74, twice=0, rounds=rounds, met=((9, 74),))
    picture = draw(data, WALL)
    assert picture.says[:2] == (
        "Of 74 people, each met 9 others on average, in 3 rounds.",
        "Nobody met twice.",
    )
    assert sum(each.tag == f"{SVG}circle" for each in read(picture).iter()) == 74


def test_a_thousand_people_are_drawn_as_bars() -> None:
    rounds = (MixingRound(no=1, title="R", people=1000, tables=250, new=1500, again=0),)
    picture = draw(MixingData(people=1000, twice=0, rounds=rounds, met=((3, 1000),)), WALL)
    assert "How many people met so many others" in words(picture)


def test_the_timeline_counts_what_stands_in_the_step_it_was_written_in() -> None:
    cafe = a_day()
    data = pictures.timeline_of(cafe.state, cafe.at)
    assert sum(data.counts) == 3
    assert [band.notes for band in data.bands][:2] == [3, 0]
    cafe.do("Hal", DeleteNote, note=next(iter(cafe.state.notes)))
    assert sum(pictures.timeline_of(cafe.state, cafe.at).counts) == 2


def test_a_vote_leaves_no_trace_in_the_timeline() -> None:
    cafe = a_day()
    cafe.go_to("Votes")
    before = pictures.timeline_of(cafe.state, cafe.at)
    ballot = next(iter(cafe.state.ballots.values()))
    cafe.do("Ann", PlaceDots, ballot=ballot.id, dots={ballot.options[0].id: 1})
    assert pictures.timeline_of(cafe.state, cafe.at) == before


def test_a_workshop_of_months_still_has_a_timeline() -> None:
    cafe = a_day()
    cafe.wait(200 * 86_400)
    data = pictures.timeline_of(cafe.state, cafe.at)
    assert len(data.counts) <= 240
    assert draw(data, PHONE).tables


def test_the_map_shows_which_notes_are_in_no_theme() -> None:
    picture = draw(a_map(("Time", "Trust"), 40), WALL)
    assert "20 notes not grouped yet" in words(picture)
    assert "Only a guess: notes worded alike lie near one another" in words(picture)
    assert {row[2] for row in picture.tables[0].rows} == {"Time", "Trust"}


def test_newer_notes_without_a_place_are_counted() -> None:
    cafe = a_day()
    wall_step = cafe.state.current or ""
    first = next(iter(cafe.state.notes))
    data = pictures.map_of(cafe.state, wall_step, {first: (5, 5)})
    assert (len(data.notes), data.missing) == (1, 2)
    assert "2 newer notes are not on the map yet." in draw(data, PAGE).says


def test_a_note_in_two_themes_has_two_threads() -> None:
    cafe = a_day()
    step = cafe.state.current or ""
    first = next(iter(cafe.state.notes))
    cafe.do("Hal", StartTheme, step=step, notes=[first], name="Another")
    data = pictures.map_of(cafe.state, step, dict.fromkeys(cafe.state.notes, (1, 1)))
    assert data.notes[0].themes == (0, 1)


def test_a_treemap_fills_its_box_in_the_measure_of_its_weights() -> None:
    pieces = divide([6, 6, 4, 3, 2, 2, 1], Piece(0, 0, 600, 400))
    areas = [piece.width * piece.height for piece in pieces]
    assert [round(area / 10_000) for area in areas] == [6, 6, 4, 3, 2, 2, 1]
    assert round(sum(areas)) == 240_000


def test_words_break_into_lines_that_fit() -> None:
    assert wrap("one two three", em("one two"), 3) == (["one two", "three"], True)
    cut, whole = wrap("one two three four", em("one two"), 1)
    assert (len(cut), whole) == (1, False)
    assert cut[0].endswith("…")
    broken, whole = wrap("unbreakable", em("unbre"), 9)
    assert ("".join(broken), whole) == ("unbreakable", False)


def test_letters_with_accents_and_joined_emoji_are_never_torn() -> None:
    torn, _ = wrap("e\u0301" * 40, 3, 99)
    assert not [line for line in torn if line.startswith("\u0301")]
    family, _ = wrap("👩‍👩‍👧" * 10, 4, 99)
    assert not [line for line in family if line.startswith("\u200d")]


def test_the_largest_size_that_fits_is_taken() -> None:
    assert fit("Time", 200, 50, (80, 40, 20)).size == 40
    assert fit("Time", 1, 1, (80, 40, 20)).size == 20


def test_direction_is_that_of_the_first_letter() -> None:
    assert is_rtl("12 الأسرة")
    assert not is_rtl("12 Time الأسرة")
