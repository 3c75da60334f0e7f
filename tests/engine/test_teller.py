"""Who hears what, on a real Socket.IO server that nobody has opened a socket to."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
import socketio

from tests.engine.kit import SOON, Engine
from workshop.activities.people.messages import MovePerson, Remove
from workshop.config import Config
from workshop.hall import Hall
from workshop.live.door import Door
from workshop.live.presence import Connection
from workshop.tokens import Tokens


@dataclass
class Floor:
    """An engine with its door, and two tables with Ann and Bob at the first."""

    engine: Engine
    door: Door
    ann: str
    bob: str

    def arrive(self, person: str, *, on_the_line: bool = True) -> Connection:
        line = f"line of {person}"
        connection = Connection(line=line, workshop=self.engine.id, person=person, role="participant")
        connection.news = self.door.presence.arrive(connection)
        if not on_the_line:
            self.door.teller.hung_up(connection)
        self.engine.ask(lambda hall: self.door.teller.admit(hall, connection, 0))
        return connection

    def move(self, table: int, *people: str) -> None:
        for person in people:
            self.engine.do(self.engine.hal, MovePerson, person=person, table=table)
        self.engine.ask(self.door.teller.part)
        self.engine.ask(self.door.teller.refollow)

    def hears(self, connection: Connection) -> set[str]:
        """The streams that are really sent to this line."""
        audiences = self.door.teller.audiences
        streams = ["hall", "desk", *(f"table/{no}" for no in (1, 2)), f"person/{connection.person}"]
        return {stream for stream in streams if connection.line in audiences.of(self.engine.id, stream)}


@pytest.fixture
def floor(engine: Engine, tmp_path: Path) -> Floor:
    config = Config(data=tmp_path, away_seconds=0)
    door = Door(socketio.Server(async_mode="threading"), config, Tokens("key"))
    door.conductor = door.comings._conductor = engine.conductor
    engine.join("Fay", "facilitator")
    engine.join("Flo", "facilitator")
    ann, bob = engine.join("Ann"), engine.join("Bob")
    engine.round()
    floor = Floor(engine, door, ann, bob)
    floor.move(1, ann, bob)
    return floor


def test_somebody_who_moves_hears_the_new_table_and_not_the_old_one(floor: Floor) -> None:
    ann = floor.arrive(floor.ann)
    assert floor.hears(ann) == {"hall", "table/1", f"person/{floor.ann}"}
    floor.move(2, floor.ann)
    assert floor.hears(ann) == {"hall", "table/2", f"person/{floor.ann}"} == set(ann.streams)


def test_somebody_who_is_taken_out_hears_nothing_more(floor: Floor) -> None:
    ann = floor.arrive(floor.ann)
    floor.engine.do(floor.engine.hal, Remove, person=floor.ann)
    floor.engine.ask(floor.door.teller.refollow)
    assert (floor.hears(ann), ann.streams) == (set(), {})


def test_a_line_that_has_just_broken_does_not_keep_the_others_from_moving(floor: Floor) -> None:
    broken, bob = floor.arrive(floor.ann, on_the_line=False), floor.arrive(floor.bob)
    floor.move(2, floor.ann, floor.bob)
    assert "table/2" in floor.hears(bob)
    assert "table/1" not in floor.hears(bob)
    assert broken.streams == {}


def test_a_person_who_is_back_before_the_absence_is_written_down_keeps_the_seat(floor: Floor) -> None:
    first = floor.arrive(floor.ann)
    floor.door.presence.depart(first.line)
    gone = floor.door.presence.gone_for_long()
    again = Connection(line="again", workshop=floor.engine.id, person=floor.ann, role="participant")
    assert floor.door.presence.arrive(again)
    for place in gone:
        floor.engine.hands.submit(floor.door.comings._has_gone, *place).result(SOON)
    assert gone == [(floor.engine.id, floor.ann)]
    assert floor.engine.ask(lambda hall: hall.state.seats[floor.ann].held_since) is None


def test_a_cafe_that_nobody_attends_is_forgotten_by_everything_that_lives_on(floor: Floor) -> None:
    conductor, door = floor.engine.conductor, floor.door
    conductor.teller = door.teller
    ann = floor.arrive(floor.ann)
    floor.engine.note(floor.ann, "So that something is told")
    assert floor.engine.id in repr(vars(door.teller._bundles))
    door.presence.depart(ann.line)
    door.teller.hung_up(ann)
    assert door.presence.gone_for_long()
    floor.engine.retires()
    door.sky.gathered()
    for part in (door.teller, door.teller.audiences, door.teller._bundles, door.presence, door.sky):
        kept = [name for name, value in vars(part).items() if floor.engine.id in repr(value)]
        assert not kept, (part, kept)


def test_only_hosts_read_along(floor: Floor) -> None:
    ann = floor.arrive(floor.ann)
    problem = floor.engine.hands.submit(
        floor.engine.conductor.ask,
        floor.engine.id,
        lambda hall: floor.door.teller.follow(hall, ann, "table/2"),
    )
    assert getattr(problem.exception(SOON), "code", None) == "not-allowed"
    assert "table/2" not in floor.hears(ann)


def test_a_question_that_breaks_leaves_the_state_as_it_was(floor: Floor) -> None:
    def nonsense(_hall: Hall) -> None:
        raise ZeroDivisionError

    before = floor.engine.ask(lambda hall: hall.state.n)
    broken = floor.engine.hands.submit(floor.engine.conductor.ask, floor.engine.id, nonsense)
    assert getattr(broken.exception(SOON), "code", None) == "broken"
    assert floor.engine.ask(lambda hall: hall.state.n) == before


def test_a_table_learns_that_a_newcomer_is_here(floor: Floor) -> None:
    floor.arrive(floor.ann)
    floor.door.sky.gathered()
    floor.move(2, floor.ann)
    weather = {told.stream: told.here for _, told in floor.door.sky.gathered()}
    assert weather["table/2"] == {floor.ann: True}
