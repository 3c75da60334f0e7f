"""Commands that cannot be: each is refused in words, and what is there stays as it is."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.stories.conftest import Round
from tests.stories.person import refusal
from workshop.activities.rooms import RULES, SERVER_RULES
from workshop.core.messages import type_of

ID = "0197a3c0-0000-7000-8000-000000000001"


def note(**fields: Any) -> str:
    return json.dumps({"id": ID, "type": "note.add", "step": "s2", "kind": "helped", "text": "x", **fields})


UNREADABLE = {
    "empty": "",
    "no JSON": "nonsense",
    "cut off": note()[:-5],
    "a number": "5",
    "null": "null",
    "a list": f"[{note()}]",
    "no type": json.dumps({"id": ID}),
    "no id": json.dumps({"type": "person.leave"}),
    "an unknown type": note(type="note.burn"),
    "a type that is no text": note(type=5),
    "an extra field": note(colour="red"),
    "a missing field": json.dumps({"id": ID, "type": "note.add"}),
    "a number for text": note(text=5),
    "null for text": note(text=None),
    "a list for text": note(text=["x"]),
    "an id that is none": note(id="1; drop table entry"),
    "an id in capitals": note(id=ID.upper()),
    "an empty id": note(id=""),
    "a text for a truth": note(anonymous="yes"),
    "eleven links": note(builds_on=["x"] * 11),
    "an empty kind": note(kind=""),
    "a kind in capitals": note(kind="Helped"),
    "twelve thousand and one characters": note(text="x" * 12_001),
    "deep nesting": note(builds_on="?").replace('"?"', "[" * 5_000 + "]" * 5_000),
    "half a sign": '{"id":"' + ID + '","type":"note.add","step":"s2","kind":"helped","text":"\\ud800"}',
    "NaN": note(text="?").replace('"?"', "NaN"),
    "a huge number": json.dumps({"id": ID, "type": "person.move", "person": "p", "table": 10**30}),
    "table 0": json.dumps({"id": ID, "type": "person.move", "person": "p", "table": 0}),
    "table minus 5": json.dumps({"id": ID, "type": "person.move", "person": "p", "table": -5}),
    "half a table": json.dumps({"id": ID, "type": "person.move", "person": "p", "table": 1.5}),
    "an endless number of dots": json.dumps(
        {"id": ID, "type": "dots.place", "ballot": "s4", "dots": {"x": 10**9}}
    ),
}
NO_TEXT: list[Any] = [None, 5, 1.5, True, [], {}, {"id": ID, "type": "person.leave"}, ["{}"]]


@pytest.mark.parametrize("raw", UNREADABLE.values(), ids=UNREADABLE)
def test_what_is_no_command_is_refused_and_says_where_it_is_wrong(still: Round, raw: str) -> None:
    before = still.ann.numbers
    answer = refusal(still.ann.tells(raw))
    assert (answer["code"], answer["again"]) == ("unreadable", False)
    assert answer["message"].startswith("This message cannot be read: ")
    assert still.ann.numbers == before


@pytest.mark.parametrize("data", NO_TEXT, ids=map(str, NO_TEXT))
def test_a_command_is_a_text(still: Round, data: Any) -> None:
    assert "one string of JSON" in refusal(still.ann.asks("command", data))["message"]


def test_a_command_of_64_kilobytes_is_still_read(still: Round) -> None:
    assert refusal(still.ann.tells(note(builds_on=["x" * 5_000])))["code"] == "unreadable"
    assert "too long by" in refusal(still.ann.tells(note(text="x" * 11_000)))["message"]


@pytest.mark.parametrize("kind", sorted(map(type_of, SERVER_RULES)))
def test_what_only_the_server_orders_nobody_else_can(still: Round, kind: str) -> None:
    for person in (still.ann, still.hal):
        answer = person.may_not(kind, person=person.id, name="Mallory", role="host", step="s2", code="CODE42")
        assert answer["code"] == "unreadable"


HOSTS_ONLY = {
    "step.next": {"after": "s2"},
    "step.extend": {"step": "s2", "minutes": 5},
    "step.hold": {"step": "s2", "on": True},
    "step.end": {"step": "s2"},
    "step.keep-open": {"step": "s2"},
    "step.reopen": {"step": "s1"},
    "workshop.close": {},
    "agenda.edit": {"title": "Mine", "planned_minutes": 5, "table_size": 4, "steps": []},
    "say.all": {"text": "Everybody out"},
    "say.take-down": {"saying": "x"},
    "help.answer": {"call": "x"},
    "person.remove": {"person": "x"},
    "person.move": {"person": "x", "table": 1},
    "wish.make": {"how": "together", "people": ["x", "y"]},
    "wish.drop": {"wish": "x"},
    "table.appoint": {"table": 1, "person": None},
    "plenary.call": {"step": "s2", "table": 1},
    "plenary.skip": {"step": "s2", "table": 1},
    "decision.record": {"step": "s2", "why": "x"},
    "theme.naming": {"step": "s2", "on": True},
    "picture.show": {"picture": "mixing"},
    "blueprint.issue": {"was": 0},
    "report.write": {"part": "context", "text": "x", "was": 0},
    "statement.add": {"kind": "conclusion", "heading": "x"},
    "statement.write": {"statement": "x", "heading": "y", "was": 1},
    "statement.move": {"statement": "x"},
    "statement.remove": {"statement": "x"},
    "quote.check": {"of": "note/x", "was": "x", "verdict": "out"},
}


@pytest.mark.parametrize("kind", HOSTS_ONLY)
def test_what_hosts_do_nobody_else_does(still: Round, kind: str) -> None:
    for person in (still.ann, still.fay):
        answer = person.may_not(kind, **HOSTS_ONLY[kind])
        assert (answer["code"], answer["message"]) == ("not-allowed", "Only a host can do this.")


OF_OTHER_STEPS = {
    "theme.start": {"step": "s2", "notes": ["x"]},
    "theme.name": {"theme": "x", "name": "y"},
    "suggestion.accept": {"step": "s2", "suggestions": ["x"]},
    "suggestion.dismiss": {"step": "s2", "suggestions": ["x"]},
    "suggestion.put": {"theme": "x", "notes": ["y"]},
    "suggestion.refuse": {"theme": "x", "note": "y"},
    "suggestion.level": {"step": "s2", "level": 1},
    "dots.place": {"ballot": "s2", "dots": {}},
    "ballot.close": {"ballot": "s2"},
    "tie.talk": {"ballot": "s2"},
    "tie.vote-again": {"ballot": "s2"},
    "tie.settle": {"ballot": "s2", "how": "lot", "why": "x"},
    "missing.say": {"step": "s2", "text": "x"},
    "missing.take-back": {"missing": "x"},
    "priority.pick": {"note": "x"},
    "chat.say": {"step": "s2", "kind": "comment", "text": "x"},
    "plenary.react": {"step": "s2", "table": 1, "reaction": "thanks", "on": True},
    "question.answer": {"step": "s2", "question": 0, "text": "x"},
    "feedback.give": {"step": "s2", "text": "x", "rating": 5},
    "experiment.add": {"kind": "experiment", "idea": "x"},
    "experiment.write": {"experiment": "x", "field": "idea", "value": "y", "was": 0},
    "experiment.start": {"experiment": "x", "on": True},
    "experiment.remove": {"experiment": "x"},
    "experiment.move": {"experiment": "x"},
    "blueprint.context": {"text": "x", "was": 0},
}


@pytest.mark.parametrize("kind", OF_OTHER_STEPS)
def test_what_belongs_to_another_step_is_refused_with_where_to_look(still: Round, kind: str) -> None:
    answer = still.ann.may_not(kind, **OF_OTHER_STEPS[kind])
    assert answer["code"] in ("not-found", "not-on")
    assert not answer["again"]


def test_every_kind_of_command_is_known_to_one_of_these_stories() -> None:
    """What is neither hosting nor of another step is tried out in the stories themselves."""
    elsewhere = {
        "person.rename",
        "person.group",
        "person.quoting",
        "person.leave",
        "arrival.check",
        "help.ask",
        "chat.remove",
    }
    elsewhere |= {"chat.remove", "table.spokesperson", "table.link", "priority.drop"}
    known = {*HOSTS_ONLY, *OF_OTHER_STEPS, *elsewhere}
    rest = {kind for kind in map(type_of, RULES) if not kind.startswith(("note.", "theme."))} - known
    assert not rest


def test_a_command_of_another_table_is_refused(still: Round) -> None:
    for kind, fields in (
        ("table.spokesperson", {"person": None}),
        ("table.link", {"link": "https://x.example"}),
    ):
        answer = still.dan.may_not(kind, table=still.here, **fields)
        assert answer["code"] == "not-allowed"
        assert f"table {still.here}" in answer["message"]


@pytest.mark.parametrize("link", ["http://x.example", "javascript:alert(1)", "https://x y", "x" * 5_000])
def test_a_tables_link_leads_to_a_safe_place(still: Round, link: str) -> None:
    assert still.fay.may_not("table.link", table=still.here, link=link)["code"] == "invalid"
