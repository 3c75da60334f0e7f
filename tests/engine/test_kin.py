"""Two processes serve one café: each tells its own people what the other has recorded, word for word."""

from __future__ import annotations

from pathlib import Path

import msgspec
import socketio
from hypothesis import given
from hypothesis import strategies as st

from tests.engine.kit import Ears, Engine
from workshop.activities.people.messages import Rename
from workshop.config import Config
from workshop.core.ids import new_id
from workshop.live.door import Door
from workshop.live.kin import ALL
from workshop.live.presence import Connection, Presence
from workshop.live.wire import StreamEvent
from workshop.tokens import Tokens

Told = dict[str, list[StreamEvent]]


def told(ears: Ears) -> Told:
    """What each stream has heard; numbers without a gap."""
    heard: Told = {}
    for frame in ears.frames:
        events = heard.setdefault(frame.stream, [])
        assert not events or frame.from_ == events[-1].n, frame
        events += frame.events
    return heard


def since(heard: Told, before: Told) -> Told:
    last = {stream: events[-1].n for stream, events in before.items()}
    news = {s: [e for e in events if e.n > last.get(s, 0)] for s, events in heard.items()}
    return {stream: events for stream, events in news.items() if events}


def test_what_one_process_records_the_other_tells_as_well(engine: Engine, twin: Engine) -> None:
    twin.saying()
    before = told(engine.ears)
    engine.round()
    ann = engine.join("Ann")
    n = engine.note(ann, "The same worker for two years")
    twin.conductor.noticed(twin.id, n)
    assert twin.ask(lambda hall: hall.state.n) == n
    assert told(twin.ears) == since(told(engine.ears), before)


def test_a_name_that_changed_at_the_other_process_is_told_here(engine: Engine, twin: Engine) -> None:
    ann = engine.join("Ann")
    twin.saying()
    n = engine.do(ann, Rename, name="Anna")
    twin.conductor.noticed(twin.id, n)
    assert twin.ask(lambda hall: hall.state.people[ann].name) == "Anna"
    assert any("Anna" in str(event.put) for event in told(twin.ears)[f"person/{ann}"])


def test_a_process_that_was_overtaken_tells_what_it_missed_before_its_own(
    engine: Engine, twin: Engine
) -> None:
    twin.saying()
    before = told(engine.ears)
    engine.says("First, there")
    twin.says("Then, here")
    engine.conductor.catch_up()
    assert engine.saying() == "Then, here"
    assert told(twin.ears) == since(told(engine.ears), before)


def test_news_that_are_old_disturb_nobody(engine: Engine, twin: Engine) -> None:
    n = engine.says("Hello")
    assert twin.saying() == "Hello"
    twin.conductor.noticed(twin.id, n)
    twin.conductor.noticed("a café that nobody attends here", 5)
    assert twin.saying() == "Hello"
    assert not twin.ears.frames


def test_somebody_who_joined_at_the_other_process_a_moment_ago_is_known(engine: Engine, twin: Engine) -> None:
    twin.saying()
    ann = engine.join("Ann")
    found = twin.conductor.person(twin.id, ann)
    assert found is not None
    assert found.name == "Ann"
    assert twin.conductor.person(twin.id, new_id()) is None


def test_news_that_come_while_a_cafe_is_being_folded_are_not_missed(engine: Engine, twin: Engine) -> None:
    fold = twin.ledger.names

    def slowly(workshop_id: str) -> dict[str, str]:
        """After the entries were read, and before people are told of them."""
        twin.ledger.names = fold  # type: ignore[method-assign]
        twin.conductor.noticed(twin.id, engine.says("In the meantime"))
        return fold(workshop_id)

    twin.ledger.names = slowly  # type: ignore[method-assign]
    twin.saying()
    assert twin.saying() == "In the meantime"


def test_a_cafe_that_only_others_attend_is_not_followed(engine: Engine, twin: Engine) -> None:
    twin.ears = twin.conductor.teller = Ears()
    twin.saying()
    first = twin.ask(lambda hall: hall)
    n = engine.says("Hello")
    twin.conductor.noticed(twin.id, n)
    assert twin.saying() == "Hello"
    assert twin.ask(lambda hall: hall) is not first
    assert not twin.ears.frames


class Room:
    """Presence at one process of two, with no grace."""

    def __init__(self) -> None:
        self.presence = Presence(lambda: 0, 0)

    def here(self, person: str, line: str = "line") -> bool:
        return self.presence.arrive(Connection(line, "w", person, "participant"))


def test_whoever_is_connected_to_another_process_is_here() -> None:
    room = Room()
    assert room.presence.arrive_elsewhere("two", "w", "ann")
    assert not room.here("ann")
    room.presence.depart("line")
    assert room.presence.gone_for_long() == []
    room.presence.depart_elsewhere("two", "w", "ann")
    assert room.presence.gone_for_long() == [("w", "ann")]


def test_the_people_of_a_lost_process_are_missed_and_nobody_elses() -> None:
    room = Room()
    room.presence.arrive_elsewhere("two", "w", "ann")
    room.presence.arrive_elsewhere("two", "w", "bob")
    room.presence.arrive_elsewhere("three", "w", "bob")
    room.here("cat")
    room.presence.lose("two")
    assert room.presence.gone_for_long() == [("w", "ann")]
    assert room.presence.present("w") == {"bob", "cat"}
    assert room.presence.by_workshop() == {"w": {"cat"}}


def test_whoever_is_not_introduced_again_has_left(engine: Engine, tmp_path: Path) -> None:
    door = Door(socketio.Server(async_mode="threading"), Config(data=tmp_path, away_seconds=0), Tokens("key"))
    kin, presence = door.comings.kin, door.presence
    kin.open(engine.conductor, None)

    def introduced(**people: list[str]) -> None:
        kin.weathered("two", ALL, msgspec.msgpack.encode(people))
        presence.gone_for_long()

    introduced(w=["ann", "bob"], v=["cat"])
    assert (presence.present("w"), presence.present("v")) == ({"ann", "bob"}, {"cat"})
    introduced(w=["bob", "dan"])
    assert (presence.present("w"), presence.present("v")) == ({"bob", "dan"}, set())
    assert not presence.attended("w")


@given(st.lists(st.sampled_from(["here", "gone", "there", "left", "lost"]), max_size=12))
def test_a_person_is_present_as_long_as_any_process_has_a_line_with_them(steps: list[str]) -> None:
    room, here, there = Room(), False, False
    for step in steps:
        match step:
            case "here":
                room.here("ann")
                here = True
            case "gone":
                room.presence.depart("line")
                here = False
            case "there":
                room.presence.arrive_elsewhere("two", "w", "ann")
                there = True
            case "left":
                room.presence.depart_elsewhere("two", "w", "ann")
                there = False
            case _:
                room.presence.lose("two")
                there = False
        room.presence.gone_for_long()
        assert bool(room.presence.present("w")) == (here or there)
