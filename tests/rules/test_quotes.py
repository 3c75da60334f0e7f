"""Before words go out: what hosts decide about them, and what is gone for good."""

from __future__ import annotations

from typing import Any

import pytest

from tests.rules.cast import Cafe, refold, story
from workshop.activities.dot_voting.messages import DotVoting
from workshop.activities.notes.messages import EditNote
from workshop.activities.quotes.messages import CheckQuote, RedactQuote
from workshop.core.checked import mark_of
from workshop.core.quotes import words_at

SAID = "Mrs Patel from Leeds helped."


@pytest.fixture
def cafe() -> Cafe:
    return Cafe.at_two_tables(story(), DotVoting(title="Dots", minutes=5, over="notes"))


def check(cafe: Cafe, of: str, verdict: str, **fields: Any) -> list[Any]:
    return cafe.do(
        "Hal", CheckQuote, of=of, was=mark_of(words_at(cafe.state, of) or ""), verdict=verdict, **fields
    )


def test_what_a_host_decides_is_heard_on_the_desk_and_nowhere_else(cafe: Cafe) -> None:
    of = f"note/{cafe.note('Ann', SAID)}"
    check(cafe, of, "vaguer", at=0, to=9, words="a neighbour")
    check(cafe, of, "fine", at=15, to=20)
    check(cafe, of, "passed")
    doc = cafe.docs("desk")[f"check/{of}"]
    assert doc["stretches"] == [
        {"at": 0, "to": 9, "words": "a neighbour"},
        {"at": 15, "to": 20, "words": None},
    ]
    assert (doc["passed"], doc["out"]) == (True, False)
    for stream in ("hall", "table/1", "person/ann", "person/fay"):
        assert not [key for key in cafe.docs(stream) if key.startswith("check/")]


def test_everything_but_redacting_can_be_taken_back(cafe: Cafe) -> None:
    of = f"note/{cafe.note('Ann', SAID)}"
    for verdict, back in (("out", "in"), ("passed", "doubted")):
        check(cafe, of, verdict)
        check(cafe, of, back)
    check(cafe, of, "fine", at=0, to=9)
    check(cafe, of, "open", at=0, to=9)
    assert of not in cafe.state.checks


def test_deciding_the_same_twice_is_deciding_once(cafe: Cafe) -> None:
    of = f"note/{cafe.note('Ann', SAID)}"
    assert check(cafe, of, "fine", at=0, to=9)
    assert not check(cafe, of, "fine", at=0, to=9)
    assert not check(cafe, of, "in")


def test_a_new_decision_takes_the_place_of_the_one_it_overlaps(cafe: Cafe) -> None:
    of = f"note/{cafe.note('Ann', SAID)}"
    check(cafe, of, "fine", at=0, to=9)
    check(cafe, of, "vaguer", at=4, to=20, words="[somebody]")
    assert cafe.state.checks[of].stretches == ((4, 20, "somebody"),)


def test_words_that_changed_must_be_looked_at_anew(cafe: Cafe) -> None:
    note = cafe.note("Ann", SAID)
    was = mark_of(SAID)
    check(cafe, f"note/{note}", "fine", at=0, to=9)
    cafe.do("Ann", EditNote, note=note, text="Mrs Jones helped.", kind="helped")
    refused = cafe.refused("Hal", CheckQuote, of=f"note/{note}", was=was, verdict="passed")
    assert (refused.code, refused.message) == (
        "changed",
        "These words have changed since you looked at them. Look once more.",
    )


def test_refusals_say_what_to_do(cafe: Cafe) -> None:
    of = f"note/{cafe.note('Ann', SAID)}"
    seen = {"of": of, "was": mark_of(SAID)}
    assert "Only a host" in cafe.refused("Ann", CheckQuote, **seen, verdict="out").message
    assert (
        "Look at them once more"
        in cafe.refused("Hal", CheckQuote, **seen, verdict="fine", at=5, to=99).message
    )
    part = {"verdict": "vaguer", "at": 0, "to": 9}
    assert "is empty" in cafe.refused("Hal", CheckQuote, **seen, **part, words=" ").message
    assert "without brackets" in cafe.refused("Hal", CheckQuote, **seen, **part, words="a [b] c").message
    assert "not there any more" in cafe.refused("Hal", CheckQuote, of="note/x", was="", verdict="out").message


def test_hosts_decide_after_the_close_too(cafe: Cafe) -> None:
    of = f"note/{cafe.note('Ann', SAID)}"
    cafe.close()
    assert check(cafe, of, "out")
    assert refold(cafe).checks == cafe.state.checks


def test_what_is_redacted_is_on_no_stream_any_more(cafe: Cafe) -> None:
    note = cafe.note("Ann", SAID)
    cafe.go_to("Dots")
    check(cafe, f"note/{note}", "passed")
    assert any("Patel" in str(cafe.docs(stream)) for stream in ("hall", "person/ann"))
    cafe.do(None, RedactQuote, of=f"note/{note}", was=mark_of(SAID), host="hal")
    for stream in ("hall", "desk", "table/1", "table/2", *(f"person/{who}" for who in cafe.state.people)):
        assert "Patel" not in str(cafe.docs(stream))
    assert not cafe.state.checks
    assert not cafe.do(None, RedactQuote, of=f"note/{note}", was=mark_of(SAID), host="hal")


def test_only_a_host_redacts_and_only_what_one_person_wrote(cafe: Cafe) -> None:
    note = cafe.note("Ann", SAID)
    theirs = {"of": f"note/{note}", "was": mark_of(SAID)}
    assert "Only a host" in cafe.refused(None, RedactQuote, **theirs, host="ann").message
    assert "Only what one person" in cafe.refused(None, RedactQuote, of="theme/x", was="", host="hal").message
