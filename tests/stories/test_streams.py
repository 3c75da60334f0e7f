"""Who hears what: reading along, catching up, and never a word from before one was there."""

from __future__ import annotations

from typing import Any

import pytest

from tests.stories.conftest import Round
from tests.stories.person import Doc, Person, refusal
from workshop.core.ids import new_id


def sync(person: Person, **known: int) -> Doc:
    streams = {name.replace("_", "/"): n for name, n in known.items()}
    return dict(person.asks("sync", {"streams": streams}))


def test_people_follow_the_hall_their_table_and_themselves(round_on: Round) -> None:
    r = round_on
    assert set(r.ann.docs) == {"hall", f"table/{r.here}", f"person/{r.ann.id}"}
    assert set(r.fay.docs) == {"hall", f"table/{r.here}", f"person/{r.fay.id}"}
    assert set(r.hal.docs) == {"hall", "desk", f"person/{r.hal.id}"}


def test_a_host_reads_along_at_a_table_until_done(round_on: Round) -> None:
    r = round_on
    table = r.ann.table
    r.ann.writes("Already here")
    assert r.hal.asks("follow", {"stream": table})["ok"]
    r.hal.until(lambda: "Already here" in str(r.hal.docs.get(table)), "what lay there")
    r.ann.writes("And this")
    r.hal.until(lambda: "And this" in str(r.hal.docs[table]), "what came")
    assert r.hal.asks("unfollow", {"stream": table})["ok"]
    r.hal.until(lambda: table not in r.hal.docs, "the end of it")
    r.ann.writes("Among ourselves")
    r.bob.reads("Among ourselves")
    assert "Among ourselves" not in str(r.hal.heard)


def test_whoever_leaves_a_table_does_not_hear_who_comes_or_goes_then(round_on: Round) -> None:
    r = round_on
    table = r.ann.table
    r.hal.does("person.move", person=r.ann.id, table=r.there)
    r.ann.until(
        lambda: set(r.ann.docs) == {"hall", f"table/{r.there}", f"person/{r.ann.id}"}, "the other table"
    )
    r.bob.until(lambda: r.ann.id not in str(r.bob.sees(table, "table")), "an empty seat")
    moves = [(stream, event["type"]) for stream, event in r.ann.heard if event["type"] == "seat.taken"]
    assert (table, "seat.taken") not in moves[-2:]
    assert (table, "seat.taken") in [(stream, event["type"]) for stream, event in r.bob.heard]


@pytest.mark.parametrize("who", ["ann", "fay", "sol"])
def test_nobody_else_reads_along(still: Round, who: str) -> None:
    person = still.cafe.join("Sol") if who == "sol" else getattr(still, who)
    for stream in (
        "desk",
        f"table/{still.there}",
        f"person/{still.dan.id}",
        "wall/s2",
        "table/99",
        "nonsense",
        "",
    ):
        assert refusal(person.asks("follow", {"stream": stream}))["code"] == "not-allowed"
        assert sync(person, **{stream.replace("/", "_"): 0})["unfollowed"] == [stream]


def test_a_host_reads_no_ones_own_stream(still: Round) -> None:
    for stream in (f"person/{still.ann.id}", "wall/s2", "table/99"):
        assert refusal(still.hal.asks("follow", {"stream": stream}))["code"] == "not-allowed"


def test_what_everybody_hears_cannot_be_switched_off(still: Round) -> None:
    assert still.ann.asks("unfollow", {"stream": "hall"})["ok"]
    assert sync(still.ann, hall=0)["unfollowed"] == []


def test_a_gap_is_healed_with_just_what_is_missing(round_on: Round) -> None:
    r = round_on
    known = r.bob.numbers[r.bob.table]
    for no in range(3):
        r.ann.writes(f"Number {no}")
    r.bob.reads("Number 2")
    healed = r.bob.asks("sync", {"streams": {r.bob.table: known, "hall": r.bob.numbers["hall"]}})
    frame = healed["frames"][0]
    assert (frame["stream"], frame["from"], frame["to"]) == (r.bob.table, known, known + 3)
    assert [event["n"] for event in frame["events"]] == [known + 1, known + 2, known + 3]
    assert healed["snapshots"] == []


def test_whoever_knows_nothing_gets_everything_as_it_is_now(round_on: Round) -> None:
    r = round_on
    r.ann.writes("A note")
    r.bob.reads("A note")
    for known in (-1, 10**9, 2**70):
        snapshot = r.bob.asks("sync", {"streams": {r.bob.table: known}})["snapshots"][0]
        assert (snapshot["n"], snapshot["state"]) == (r.bob.numbers[r.bob.table], r.bob.docs[r.bob.table])


def test_what_was_said_before_one_came_is_not_told_event_by_event(round_on: Round) -> None:
    r = round_on
    note = r.bob.writes("A slip of the tongue")
    r.bob.does("note.edit", note=note, text="Better said", kind="helped")
    r.hal.does("person.move", person=r.dan.id, table=r.here)
    r.dan.reads("Better said")
    for known in range(r.dan.numbers[r.dan.table]):
        assert "A slip of the tongue" not in str(r.dan.asks("sync", {"streams": {r.dan.table: known}}))


def test_whoever_comes_back_to_a_table_hears_nothing_of_the_meantime_but_how_it_is(round_on: Round) -> None:
    r = round_on
    there, known = r.ann.table, r.ann.numbers[r.ann.table]
    r.hal.does("person.move", person=r.ann.id, table=r.there)
    r.ann.until(lambda: r.ann.table == r.dan.table, "the other table")
    note = r.bob.writes("While you were away")
    r.bob.does("note.delete", note=note)
    r.hal.does("person.move", person=r.ann.id, table=r.here)
    r.ann.until(lambda: r.ann.table == there, "the old table")
    assert "While you were away" not in str(r.ann.asks("sync", {"streams": {there: known}}))


@pytest.mark.parametrize(
    "data",
    [
        None,
        5,
        [],
        {},
        {"streams": None},
        {"streams": [1]},
        {"streams": {"hall": "x"}},
        {"streams": {"hall": None}},
    ],
)
def test_a_question_about_streams_that_cannot_be_read_is_refused(still: Round, data: Any) -> None:
    assert refusal(still.ann.asks("sync", data))["code"] in ("invalid", "unreadable")
    assert refusal(still.ann.asks("follow", data))["code"] == "invalid"


def test_a_question_about_too_many_streams_is_refused(still: Round) -> None:
    many = {f"table/{no}": 0 for no in range(51)}
    assert "at most 50" in refusal(still.ann.asks("sync", {"streams": many}))["message"]


def test_the_server_tells_its_time(still: Round) -> None:
    first, second = (still.ann.asks("time")["now"] for _ in range(2))
    assert 0 <= second - first < 10_000


def test_who_is_writing_is_seen_by_the_table_alone(round_on: Round) -> None:
    r = round_on
    r.ann.asks("writing", {"on": True})
    r.bob.until(lambda: r.bob.writing.get(r.ann.id), "Ann writing")
    assert r.ann.id not in r.dan.writing
    r.ann.asks("writing", {"on": False})
    r.bob.until(lambda: r.bob.writing[r.ann.id] is False, "Ann not writing")


def test_in_which_field_somebody_writes_is_seen_by_everyone_and_not_who_it_is(round_on: Round) -> None:
    r = round_on
    field = f"blueprint/{new_id()}/owner"
    r.ann.asks("writing", {"on": True, "at": field})
    r.dan.until(lambda: r.dan.writing.get(field), "somebody writing")
    assert r.ann.id not in r.dan.writing
    r.ann.asks("writing", {"on": False, "at": field})
    r.dan.until(lambda: r.dan.writing[field] is False, "nobody writing")
    for made_up in ("blueprint/Ann", f"person/{r.ann.id}/name", ""):
        assert not r.ann.asks("writing", {"on": True, "at": made_up})["ok"]
