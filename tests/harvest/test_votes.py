"""Votes: ties are ties, an open ballot shows nothing, and who voted how is nowhere."""

from __future__ import annotations

import msgspec

from tests.harvest.day import Day, harvest
from tests.rules.cast import Cafe, story
from workshop.activities.dot_voting.messages import DotsPlaced, DotVoting, PlaceDots
from workshop.activities.notes.messages import DeleteNote
from workshop.activities.themes.messages import NameTheme, StartTheme, Themes
from workshop.harvest import Harvest
from workshop.harvest.model import VoteLine


def over_notes(**settings: object) -> tuple[Cafe, list[str], str]:
    """Three notes to vote on, and the step of the vote."""
    vote = DotVoting(title="Dots", minutes=5, over="notes", dots=3, **settings)  # type: ignore[arg-type]
    cafe = Cafe.at_two_tables(story(), vote, story("Next"))
    notes = [cafe.note("Ann", "Apple"), cafe.note("Bob", "Pear"), cafe.note("Cleo", "Plum")]
    return cafe, notes, cafe.go_to("Dots")


def only(left: Harvest) -> VoteLine:
    (vote,) = left.votes
    return vote


def dots(vote: VoteLine) -> dict[str, tuple[int | None, int, int]]:
    return {option.label: (option.dots, option.place, option.level) for option in vote.options}


def test_level_options_share_a_place_and_the_verdict_says_so(left: Harvest) -> None:
    vote = only(left)
    assert dots(vote) == {"Time": (2, 1, 2), "Waiting": (2, 1, 2), "Close by": (0, 3, 1)}
    assert vote.verdict == "“Time” and “Waiting” are level with the most, 2 dots each."
    assert (vote.voted, vote.dots, vote.allowance, vote.cap) == (3, 4, 2, 1)


def test_one_with_the_most_is_named_with_the_total() -> None:
    cafe, (apple, pear, _), step = over_notes()
    cafe.do("Ann", PlaceDots, ballot=step, dots={apple: 1, pear: 1})
    cafe.do("Bob", PlaceDots, ballot=step, dots={apple: 1})
    cafe.next()
    assert only(harvest(cafe)).verdict == "“Apple” has the most: 2 dots of 3."


def test_all_level_and_nobody_voting_are_said_as_they_are() -> None:
    cafe, notes, step = over_notes()
    cafe.next()
    assert only(harvest(cafe)).verdict == "Nobody placed a dot."
    cafe.reopen(step)
    cafe.do("Ann", PlaceDots, ballot=step, dots=dict.fromkeys(notes, 1))
    cafe.next()
    assert only(harvest(cafe)).verdict == "All 3 are level, with 1 dot each."


def test_an_open_ballot_shows_no_tally_in_the_draft() -> None:
    cafe, (apple, _, _), step = over_notes()
    cafe.do("Ann", PlaceDots, ballot=step, dots={apple: 1})
    vote = only(harvest(cafe))
    assert (vote.open, vote.voted, vote.dots) == (True, None, None)
    assert set(dots(vote).values()) == {(None, 0, 1)}


def test_while_a_ballot_is_open_not_even_the_number_of_its_papers_shows() -> None:
    cafe, (apple, pear, _), step = over_notes()
    before = only(harvest(cafe))
    cafe.do("Ann", PlaceDots, ballot=step, dots={apple: 1})
    cafe.do("Bob", PlaceDots, ballot=step, dots={pear: 1})
    assert only(harvest(cafe)) == before


def test_dots_counted_are_dots_cast_and_the_latest_paper_counts() -> None:
    cafe, (apple, pear, plum), step = over_notes(cap=2)
    cafe.do("Ann", PlaceDots, ballot=step, dots={apple: 2, pear: 1})
    cafe.do("Ann", PlaceDots, ballot=step, dots={plum: 2})
    cafe.do("Bob", PlaceDots, ballot=step, dots={pear: 1})
    cafe.next()
    vote = only(harvest(cafe))
    assert sum(option.dots or 0 for option in vote.options) == vote.dots == 3
    assert vote.voted == 2


def test_a_ballot_that_was_set_aside_leaves_no_entry_behind_the_one_that_counts() -> None:
    cafe, (apple, _, _), step = over_notes()
    cafe.do("Ann", PlaceDots, ballot=step, dots={apple: 1})
    first = only(harvest(cafe))
    cafe.reopen("s1")
    cafe.next()
    cafe.do("Bob", PlaceDots, ballot=step, dots={apple: 1})
    cafe.next()
    again = only(harvest(cafe))
    assert (again.voted, again.dots) == (1, 1)
    assert min(again.entries) > max(first.entries)


def test_a_ballot_at_each_table_belongs_to_its_table() -> None:
    cafe, _, _ = over_notes(where="table")
    cafe.next()
    assert [(vote.table, len(vote.options)) for vote in harvest(cafe).votes] == [(1, 2), (2, 1)]


def test_no_entry_of_a_single_paper_stands_behind_an_option(day: Day, left: Harvest) -> None:
    kept = [event for event, _, _ in day.cafe.ledger if type(event).__name__ != "PersonNamed"]
    papers = {n for n, event in enumerate(kept, 1) if isinstance(event, DotsPlaced)}
    vote = only(left)
    assert papers < set(vote.entries)
    assert not any(papers & set(option.entries) for option in vote.options)
    assert not any(person in msgspec.json.encode(vote).decode() for person in ('"ann"', '"bob"', '"cleo"'))


def test_a_note_deleted_after_the_ballot_opened_leaves_no_words_in_it() -> None:
    cafe, (apple, _, _), _ = over_notes()
    cafe.do("Ann", DeleteNote, note=apple)
    cafe.next()
    vote = only(harvest(cafe))
    assert set(dots(vote)) == {"A note that was taken away", "Pear", "Plum"}
    assert "Apple" not in msgspec.json.encode(vote).decode()


def test_the_words_that_people_voted_on_stay_when_a_theme_is_named_anew() -> None:
    cafe = Cafe.at_two_tables(
        story(),
        Themes(title="Themes", minutes=5, names="any_time"),
        DotVoting(title="Dots", minutes=5),
        Themes(title="Once more", minutes=5, names="any_time"),
    )
    note = cafe.note("Ann", "Forms")
    step = cafe.go_to("Themes")
    cafe.do("Ann", StartTheme, step=step, notes=[note], name="Time")
    theme = next(iter(cafe.state.themes))
    cafe.go_to("Dots")
    cafe.reopen(step)
    cafe.do("Ann", NameTheme, theme=theme, name="Hours")
    cafe.go_to("Dots")
    assert list(dots(only(harvest(cafe)))) == ["Hours"]
    assert only(harvest(cafe)).options[0].subject == f"theme-{theme}"
