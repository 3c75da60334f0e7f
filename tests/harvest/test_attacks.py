"""Ways round what hosts decided, and round a no: words in a second place, and words of before."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Any

from tests.harvest.day import Day, entries
from tests.harvest.shown import shown
from tests.harvest.test_reading import House
from tests.rules.cast import Cafe, story
from workshop.activities.blueprint.messages import AddExperiment, IssueBlueprint, WriteExperiment
from workshop.activities.dot_voting.messages import DotVoting, PlaceDots
from workshop.activities.notes.messages import EditNote
from workshop.activities.people.messages import Rename, SetQuoting
from workshop.activities.priorities.messages import PickPriority, Priorities
from workshop.activities.quotes.messages import CheckQuote
from workshop.core.checked import mark_of
from workshop.core.quotes import words_at
from workshop.harvest import TABLE, published
from workshop.harvest.fold import fold
from workshop.harvest.publishing.view import published as view


def everything(cafe: Cafe) -> str:
    """All that everyone may read of it."""
    left = view(fold("w1", entries(cafe)))
    return "\n".join(shown(document.write(left)) for document in TABLE if document.format != "pdf")


def decide(cafe: Cafe, of: str, verdict: str, **fields: Any) -> None:
    was = mark_of(words_at(cafe.state, of) or "")
    cafe.do("Hal", CheckQuote, of=of, was=was, verdict=verdict, **fields)


def test_a_reason_that_a_host_wrote_vaguer_stands_so_beside_a_choice_of_a_vote() -> None:
    cafe = Cafe.at_two_tables(
        story(note_kinds=["solution"]),
        Priorities(title="Ideas", minutes=5),
        DotVoting(title="Dots", minutes=5, over="priorities", dots=4, cap=4),
    )
    note = cafe.note("Ann", "Thursdays without forms.", kind="solution")
    cafe.go_to("Ideas")
    cafe.do("Fay", PickPriority, note=note, why="The one man in our team knows.")
    ballot = cafe.go_to("Dots")
    for who in ("Ann", "Bob", "Cleo", "Dan", "Eve"):
        cafe.do(who, PlaceDots, ballot=ballot, dots={note: 1})
    cafe.close()
    assert view(fold("w1", entries(cafe))).votes[0].options[0].statement == "The one man in our team knows."
    decide(cafe, f"why/1/{note}", "vaguer", at=4, to=11, words="person")
    assert view(fold("w1", entries(cafe))).votes[0].options[0].statement == "The [person] in our team knows."
    decide(cafe, f"why/1/{note}", "out")
    assert "The one man" not in everything(cafe)


def test_a_sentence_of_a_theme_that_a_host_left_out_stands_beside_no_choice_of_a_vote() -> None:
    day = Day()
    for part in (day.stories, day.ideas, day.grouping, day.voting):
        part()
    time = day.ids["time"]
    for who in ("Dan", "Eve"):
        day.cafe.do(who, PlaceDots, ballot=next(iter(day.cafe.state.ballots)), dots={time: 1})
    day.cafe.close()
    assert "Forms take the time." in everything(day.cafe)
    decide(day.cafe, f"statement/{time}", "out")
    assert "Forms take the time." not in everything(day.cafe)


def test_words_that_a_note_said_before_are_not_quoted_by_a_blueprint_either(day: Day) -> None:
    cafe = day.cafe
    cafe.do("Hal", AddExperiment, kind="experiment", idea="Families wait for months.")
    cafe.do("Hal", IssueBlueprint, was=0)
    assert "wait for months" in everything(cafe)
    cafe.do("Bob", SetQuoting, on=False)
    assert "wait for months" not in everything(cafe)


def test_what_a_host_left_out_stays_out_of_a_version_when_newer_words_are_looked_at(day: Day) -> None:
    cafe = day.cafe
    cafe.do("Hal", AddExperiment, kind="experiment", idea="Ask the only man in our team.")
    cafe.do("Hal", IssueBlueprint, was=0)
    made = next(iter(cafe.state.blueprint.experiments))
    decide(cafe, f"experiment-idea/{made}", "out")
    cafe.do("Hal", WriteExperiment, experiment=made, field="idea", value="Ask somebody.", was=1)
    decide(cafe, f"experiment-idea/{made}", "passed")
    said = everything(cafe)
    assert "only man" not in said
    assert "Ask somebody." in said


def test_a_redacted_note_is_taken_from_the_blueprint_in_words_it_said_before(tmp_path: Path) -> None:
    day = Day()
    day.stories()
    day.ideas()
    cafe, idea = day.cafe, day.ids["thursdays"]
    cafe.do("Hal", AddExperiment, kind="experiment", idea="Thursdays without forms.", note=idea)
    cafe.do("Ann", EditNote, note=idea, text="Thursdays without paper.", kind="solution")
    with closing(House(tmp_path, cafe)) as house:

        def live() -> str:
            return repr(house.app.conductor.ask("w1", lambda hall: hall.snapshot("hall")))

        assert "without forms" in live()
        asked = {"of": f"note/{idea}", "was": mark_of("Thursdays without paper."), "sure": "yes"}
        answer = house.someone("hal", "cafe_host").post("/w/ABCD/check/redact", data=asked)
        assert answer.status_code == 204
        assert "without forms" not in repr(house.app.ledger.read("w1"))
        assert "without forms" not in live()
        assert "without forms" not in repr(published(house.app.ledger, "w1"))


def test_nobody_but_hosts_takes_another_name_after_the_close(day: Day) -> None:
    """Whoever is called “Families” has this word written vaguer in the whole report."""
    assert day.cafe.refused("Ann", Rename, name="Families").code == "ended"
    assert day.cafe.do("Hal", Rename, name="Hanna")
