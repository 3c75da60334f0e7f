"""In short: sentences that are computed, each with what it rests on."""

from __future__ import annotations

from tests.harvest.day import Day, harvest
from tests.rules.cast import Cafe, story
from workshop.harvest import Harvest


def test_the_day_in_short(left: Harvest) -> None:
    assert [said.text for said in left.in_short] == [
        "A total of 9 participants including the support team.",
        "8 people sat at 2 tables and wrote 7 notes in 2 rounds.",
        "3 themes came of it, 1 of them heard at more than one table.",
        "Heard at most tables: “Time” (3 notes · 2 tables).",
        "3 people placed dots. “Time” and “Waiting” are level with the most, 2 dots each.",
        "2 tables brought 2 ideas to everyone.",
        "3 answers to 2 closing questions.",
    ]


def test_each_sentence_says_what_it_rests_on(day: Day, left: Harvest) -> None:
    assert all(said.entries and said.evidence for said in left.in_short)
    assert left.in_short[3].evidence == (f"theme-{day.ids['time']}",)
    assert left.in_short[4].evidence == (left.votes[0].anchor,)


def test_nothing_is_said_of_what_did_not_happen() -> None:
    cafe = Cafe.at_two_tables(story())
    assert [said.text for said in harvest(cafe).in_short] == [
        "A total of 9 participants including the support team.",
        "8 people sat at 2 tables and wrote 0 notes in 1 round.",
    ]
