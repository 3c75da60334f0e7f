"""The same command twice, an answer that got lost, and the order in which things were said."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor

from tests.stories.conftest import Round
from tests.stories.line import Line
from tests.stories.person import new_id, refusal


def test_a_command_sent_again_gets_the_same_answer_and_happens_once(round_on: Round) -> None:
    r = round_on
    raw = r.ann.command("note.add", step="s2", kind="helped", text="Only once")
    answers = [r.ann.tells(raw) for _ in range(5)]
    assert all(answer == answers[0] for answer in answers)
    r.ann.writes("Next")
    r.bob.reads("Next")
    assert sorted(r.bob.notes()) == ["Next", "Only once"]


def test_a_command_sent_by_two_tabs_at_once_happens_once(round_on: Round) -> None:
    r = round_on
    other = r.ann.second_tab()
    raw = r.ann.command("note.add", step="s2", kind="helped", text="From both")
    with ThreadPoolExecutor() as hands:
        answers = [hands.submit(tab.tells, raw) for tab in (r.ann, other) for _ in range(3)]
        assert len({json.dumps(answer.result()) for answer in answers}) == 1
    r.bob.reads("From both")
    assert len(r.bob.notes()) == 1
    other.close_the_lid()


def test_somebody_elses_command_id_is_refused(round_on: Round) -> None:
    r = round_on
    raw = r.ann.command("note.add", step="s2", kind="helped", text="Mine")
    assert r.ann.tells(raw)["ok"]
    assert refusal(r.bob.tells(raw))["code"] == "id-taken"
    assert refusal(r.bob.tells(raw.replace("Mine", "Stolen")))["code"] == "id-taken"
    assert r.ann.reads("Mine")["name"] == "Ann"


def test_a_refused_command_may_be_mended_and_sent_under_the_same_id(round_on: Round) -> None:
    r, same = round_on, new_id()
    assert r.ann.may_not("note.add", id=same, step="s2", kind="helped", text="")["code"] == "empty"
    assert r.ann.writes("Now with words", id=same) == same


def test_what_one_person_sends_is_done_in_that_order(round_on: Round) -> None:
    r, same = round_on, new_id()
    with Line.of(r.ann) as line:
        for raw in (
            r.ann.command("note.add", id=same, step="s2", kind="helped", text="First"),
            r.ann.command("note.edit", note=same, text="Second", kind="helped"),
            r.ann.command("note.edit", note=same, text="Third", kind="helped"),
            r.ann.command("note.delete", note=same),
            r.ann.command("note.restore", note=same),
            r.ann.command("note.edit", note=same, text="Last", kind="helped"),
        ):
            line.says("421" + json.dumps(["command", raw]))
        assert all((line.answer() or {})["ok"] for _ in range(6))
    assert r.bob.reads("Last")["edited"] == 3
    told = [event["type"] for stream, event in r.bob.heard if stream == r.bob.table]
    assert told[-6:] == [
        "note.added", "note.edited", "note.edited", "note.deleted", "note.restored", "note.edited"
    ]  # fmt: skip


def test_everybody_hears_everything_in_the_same_order_without_a_gap(round_on: Round) -> None:
    r = round_on
    with ThreadPoolExecutor() as hands:
        writing = [
            hands.submit(person.writes, f"{person.name} {no}")
            for no in range(15)
            for person in (r.ann, r.bob, r.fay)
        ]
        notes = {one.result() for one in writing}
    for person in (r.ann, r.bob, r.fay):
        person.until(lambda person=person: len(person.notes()) == 45, "45 notes")
        assert not person.gaps
    assert {note["id"] for note in r.ann.notes().values()} == notes
    order = [[e["n"] for stream, e in person.heard if stream == r.ann.table] for person in (r.ann, r.bob)]
    assert order[0][-45:] == order[1][-45:] == list(range(order[0][-45], order[0][-45] + 45))
