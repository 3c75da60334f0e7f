"""Every activity has the same rooms, and nothing in them is forgotten or done twice."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import msgspec
import pytest

from workshop.activities import rooms
from workshop.activities.plan import AnyStep
from workshop.core.ids import new_id
from workshop.core.messages import Command, Event, Private, type_of
from workshop.core.plan import StepSettings
from workshop.core.views import View

FOLDER = Path(rooms.__file__).parent
FOUR = {"messages.py", "rules.py", "changes.py", "views.py"}


def below(kind: type[Any]) -> list[type[Any]]:
    """Every message of a kind that is written down anywhere."""
    found = [one for direct in kind.__subclasses__() for one in (direct, *below(direct))]
    return [one for one in found if one.__module__.startswith("workshop.")]


@pytest.mark.parametrize("room", rooms.ROOMS)
def test_a_room_has_just_these_four_files(room: str) -> None:
    files = {path.name for path in (FOLDER / room).iterdir() if path.suffix == ".py"}
    assert files - {"__init__.py"} == FOUR


def test_every_folder_is_a_room_that_is_wired() -> None:
    folders = {path.name for path in FOLDER.iterdir() if (path / "messages.py").exists()}
    assert folders == set(rooms.ROOMS)
    assert len(set(rooms.ROOMS)) == len(rooms.ROOMS)


def test_every_command_has_one_rule() -> None:
    commands = set(below(Command))
    assert commands == {*rooms.RULES, *rooms.SERVER_RULES}
    assert not rooms.RULES.keys() & rooms.SERVER_RULES.keys()


def test_every_event_changes_something_and_is_heard_by_somebody() -> None:
    events = {event for event in below(Event) if event is not Private}
    assert events == set(rooms.CHANGES)
    unheard = {event for event in events if not issubclass(event, Private)} - set(rooms.TOUCHES)
    assert not unheard


def test_every_kind_of_step_can_be_planned() -> None:
    assert set(below(StepSettings)) == set(AnyStep.__args__)


def test_types_are_said_once_and_all_in_the_same_way() -> None:
    types = [type_of(kind) for kind in (*rooms.RULES, *rooms.SERVER_RULES, *rooms.CHANGES)]
    assert len(set(types)) == len(types)
    assert [one for one in types if not re.fullmatch(r"[a-z]+\.[a-z]+(-[a-z]+)*", one)] == []


def test_nothing_that_stays_in_the_ledger_has_room_for_a_name() -> None:
    named = {type_of(event) for event in rooms.EVENTS if "name" in event.__struct_fields__}
    # What people call a theme is no person's name.
    assert named == {"theme.started", "theme.named"}


@pytest.mark.parametrize("command", rooms.SERVER_RULES, ids=type_of)
def test_a_browser_cannot_give_the_servers_orders(command: type[Command]) -> None:
    raw = msgspec.json.encode({"id": new_id(), "type": type_of(command), "person": "p", "step": "s1"})
    with pytest.raises(msgspec.ValidationError, match="Invalid value"):
        rooms.read_command(raw)


@pytest.mark.parametrize("view", rooms.VIEWS.values(), ids=lambda view: f"{view.stream}-{view.name}")
def test_every_view_belongs_to_a_known_kind_of_stream(view: View) -> None:
    assert view.stream in ("hall", "table", "desk", "person", "wall")
    assert view.shape.__name__.endswith("Doc")
