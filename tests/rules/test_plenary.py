"""The tables speak in turn, and everyone may say something meanwhile."""

from __future__ import annotations

from typing import Any

import pytest

from tests.rules.cast import Cafe, story
from workshop.activities.hosting.messages import NameSpokesperson
from workshop.activities.plenary.messages import (
    CallTable,
    Plenary,
    React,
    RemoveChat,
    SayInChat,
    SkipTable,
    SlotsMade,
)
from workshop.activities.steps.messages import EndEarly
from workshop.core.clock import SECOND
from workshop.core.things import Slot
from workshop.errors import Conflict, NotAllowed, NotFound


def plenary(**settings: Any) -> tuple[Cafe, str]:
    """A plenary of ten minutes with tables 1 and 2; a round comes after it."""
    steps = story(), Plenary(title="Plenary", minutes=10, **settings), story("After")
    cafe = Cafe.at_two_tables(*steps)
    return cafe, cafe.go_to("Plenary")


def slot(cafe: Cafe, step: str, table: int) -> Slot:
    return cafe.state.slots[step, table]


def say(cafe: Cafe, who: str, step: str, **fields: Any) -> str:
    cafe.do(who, SayInChat, **{"step": step, "kind": "comment", "text": "Well said", **fields})
    return next(reversed(cafe.state.chat))


def test_every_table_with_people_has_a_turn_with_its_speaker() -> None:
    cafe = Cafe.at_two_tables(story(), Plenary(title="Plenary", minutes=10))
    cafe.do("Hal", NameSpokesperson, table=2, person="cleo")
    assert SlotsMade(step="s2", tables=(1, 2)) in cafe.next()
    docs = cafe.docs("hall")
    assert docs["slot/s2/2"]["speaker"] == "Cleo"
    assert {"Dan", "Flo"} <= set(docs["slot/s2/2"]["people"])


def test_a_table_whose_people_have_gone_still_has_a_turn_for_its_notes() -> None:
    cafe = Cafe(story(), Plenary(title="Plenary", minutes=10))
    cafe.join("Hal", *(f"P{no}" for no in range(8)))
    cafe.next()
    cafe.seat(1, *(f"P{no}" for no in range(7)))
    cafe.seat(2, "P7")
    cafe.note("P7", "Mine alone")
    cafe.seat(1, "P7")
    assert cafe.state.at_table(2) == []
    assert SlotsMade(step="s2", tables=(1, 2)) in cafe.next()


def test_a_table_with_neither_people_nor_notes_is_passed_over() -> None:
    cafe = Cafe(story(), Plenary(title="Plenary", minutes=10))
    cafe.join("Hal", *(f"P{no}" for no in range(8)))
    cafe.next()
    cafe.seat(1, *(f"P{no}" for no in range(8)))
    assert SlotsMade(step="s2", tables=(1,)) in cafe.next()


def test_the_minutes_are_shared_among_the_tables() -> None:
    cafe, step = plenary()
    cafe.do("Hal", CallTable, step=step, table=2)
    assert slot(cafe, step, 2).deadline == cafe.at + 300 * SECOND


@pytest.mark.parametrize(("each", "seconds"), [(90, 90), (20, 20)])
def test_the_plan_may_say_how_long_each_table_speaks(each: int, seconds: int) -> None:
    cafe, step = plenary(seconds_each=each)
    cafe.do("Hal", CallTable, step=step, table=1)
    assert slot(cafe, step, 1).deadline == cafe.at + seconds * SECOND


def test_a_turn_is_never_shorter_than_twenty_seconds() -> None:
    cafe = Cafe(story(), Plenary(title="Plenary", minutes=1))
    cafe.join("Hal", *(f"P{no}" for no in range(20)))
    cafe.next()
    step = cafe.go_to("Plenary")
    assert len(cafe.state.slots) > 3
    cafe.do("Hal", CallTable, step=step, table=1)
    assert slot(cafe, step, 1).deadline == cafe.at + 20 * SECOND


def test_whoever_spoke_before_has_been_heard() -> None:
    cafe, step = plenary()
    cafe.do("Hal", CallTable, step=step, table=1)
    cafe.wait(30)
    cafe.do("Hal", CallTable, step=step, table=2)
    before, now = cafe.docs("hall")[f"slot/{step}/1"], cafe.docs("hall")[f"slot/{step}/2"]
    assert (before["phase"], before["deadline"], now["phase"]) == ("heard", None, "speaking")
    assert slot(cafe, step, 1).took == 30 * SECOND


def test_a_table_may_speak_twice_and_its_time_adds_up() -> None:
    cafe, step = plenary()
    for table in (1, None, 1, None):
        cafe.do("Hal", CallTable, step=step, table=table)
        cafe.wait(10)
    assert (slot(cafe, step, 1).phase, slot(cafe, step, 1).took) == ("heard", 20 * SECOND)


def test_two_hosts_calling_the_same_table_at_once_call_it_once() -> None:
    cafe, step = plenary()
    cafe.join("Hana")
    cafe.do("Hal", CallTable, step=step, table=1)
    assert cafe.do("Hana", CallTable, step=step, table=1) == []


def test_only_a_host_gives_the_floor_and_skips() -> None:
    cafe, step = plenary()
    assert isinstance(cafe.refused("Fay", CallTable, step=step, table=1), NotAllowed)
    assert isinstance(cafe.refused("Fay", SkipTable, step=step, table=1), NotAllowed)


@pytest.mark.parametrize("step", ["s1", "nowhere"])
def test_there_are_turns_only_in_a_plenary(step: str) -> None:
    cafe, _ = plenary()
    assert isinstance(cafe.refused("Hal", CallTable, step=step, table=1), NotFound)
    assert isinstance(cafe.refused("Ann", React, step=step, table=1, reaction="thanks", on=True), NotFound)


def test_a_table_without_a_turn_cannot_be_called() -> None:
    cafe, step = plenary()
    assert isinstance(cafe.refused("Hal", CallTable, step=step, table=9), NotFound)


def test_a_table_is_skipped_and_taken_back_in() -> None:
    cafe, step = plenary()
    cafe.do("Hal", SkipTable, step=step, table=1)
    assert slot(cafe, step, 1).phase == "skipped"
    assert cafe.do("Hal", SkipTable, step=step, table=1) == []
    cafe.do("Hal", SkipTable, step=step, table=1, on=False)
    assert slot(cafe, step, 1).phase == "waiting"


def test_a_table_that_speaks_or_has_spoken_is_not_skipped() -> None:
    cafe, step = plenary()
    cafe.do("Hal", CallTable, step=step, table=1)
    assert cafe.refused("Hal", SkipTable, step=step, table=1).code == "speaking"
    cafe.do("Hal", CallTable, step=step, table=None)
    assert cafe.refused("Hal", SkipTable, step=step, table=1).code == "heard"


def test_when_the_plenary_closes_nobody_has_the_floor() -> None:
    cafe, step = plenary()
    cafe.do("Hal", CallTable, step=step, table=1)
    cafe.do("Hal", EndEarly, step=step)
    assert slot(cafe, step, 1).phase == "heard"
    assert cafe.refused("Hal", CallTable, step=step, table=2).code == "step-closed"


def test_a_reopened_plenary_knows_who_has_spoken() -> None:
    cafe, step = plenary()
    cafe.do("Hal", CallTable, step=step, table=1)
    cafe.next()
    cafe.reopen(step)
    assert [s.phase for s in cafe.state.slots.values()] == ["heard", "waiting"]


def test_a_plenary_that_was_pushed_back_goes_on_where_it_was() -> None:
    cafe, step = plenary()
    cafe.do("Hal", CallTable, step=step, table=1)
    cafe.reopen("s1")
    assert slot(cafe, step, 1).phase == "heard"
    assert not any(isinstance(event, SlotsMade) for event in cafe.next())
    assert slot(cafe, step, 1).phase == "heard"


@pytest.mark.parametrize(("who", "table"), [("Ann", 1), ("Flo", 2), ("Hal", None)])
def test_everyone_may_write_and_their_table_stands_beside_it(who: str, table: int | None) -> None:
    cafe, step = plenary()
    line = say(cafe, who, step)
    doc = cafe.docs("hall")[f"chat/{line}"]
    assert (doc["name"], doc["table"], doc["text"]) == (who, table, "Well said")


def test_an_anonymous_line_shows_neither_name_nor_table_to_anyone() -> None:
    cafe, step = plenary()
    line = say(cafe, "Ann", step, anonymous=True)
    doc = cafe.docs("hall")[f"chat/{line}"]
    assert (doc["by"], doc["name"], doc["table"]) == (None, None, None)
    assert f"chat/{line}" in cafe.docs("person/ann")
    assert "ann" not in str([d for key, d in cafe.docs("desk").items() if key.startswith("chat")])


def test_a_screen_neither_writes_nor_reacts() -> None:
    cafe, step = plenary()
    assert isinstance(cafe.refused("Sol", SayInChat, step=step, kind="comment", text="Hm"), NotAllowed)
    assert isinstance(cafe.refused("Sol", React, step=step, table=1, reaction="same", on=True), NotAllowed)


def test_a_line_is_measured() -> None:
    cafe, step = plenary()
    for words, code in (("x" * 501, "too-long"), (" ", "empty")):
        assert cafe.refused("Ann", SayInChat, step=step, kind="comment", text=words).code == code


def test_the_chat_is_open_only_during_the_plenary() -> None:
    cafe, step = plenary()
    cafe.next()
    refusal = cafe.refused("Ann", SayInChat, step=step, kind="comment", text="Too late")
    assert isinstance(refusal, Conflict)
    assert refusal.code == "step-closed"


def test_its_author_takes_a_line_away_and_puts_it_back() -> None:
    cafe, step = plenary()
    line = say(cafe, "Ann", step)
    cafe.do("Ann", RemoveChat, chat=line)
    assert f"chat/{line}" not in cafe.docs("hall")
    assert cafe.do("Ann", RemoveChat, chat=line) == []
    cafe.do("Ann", RemoveChat, chat=line, on=False)
    assert f"chat/{line}" in cafe.docs("hall")


def test_what_a_host_took_away_only_a_host_puts_back() -> None:
    cafe, step = plenary()
    line = say(cafe, "Ann", step)
    cafe.do("Hal", RemoveChat, chat=line)
    assert isinstance(cafe.refused("Ann", RemoveChat, chat=line, on=False), NotAllowed)
    cafe.do("Hal", RemoveChat, chat=line, on=False)
    assert f"chat/{line}" in cafe.docs("hall")


def test_nobody_takes_away_the_lines_of_others() -> None:
    cafe, step = plenary()
    line = say(cafe, "Ann", step)
    assert isinstance(cafe.refused("Fay", RemoveChat, chat=line), NotAllowed)
    assert isinstance(cafe.refused("Fay", RemoveChat, chat="nothing"), NotFound)


def test_after_the_cafe_the_chat_stays_as_it_is() -> None:
    cafe, step = plenary()
    line = say(cafe, "Ann", step)
    cafe.close()
    assert cafe.refused("Ann", RemoveChat, chat=line).code == "ended"


def test_reactions_count_people_and_can_be_taken_back() -> None:
    cafe, step = plenary()
    for who in ("Ann", "Cleo", "Hal"):
        cafe.do(who, React, step=step, table=1, reaction="thanks", on=True)
    cafe.do("Ann", React, step=step, table=1, reaction="more", on=True)
    cafe.do("Cleo", React, step=step, table=1, reaction="thanks", on=False)
    assert cafe.docs("hall")[f"reactions/{step}/1"]["counts"] == {"more": 1, "thanks": 2}
    assert cafe.docs("person/ann")[f"reacted/{step}"]["tables"] == {"1": ["more", "thanks"]}
    assert f"reacted/{step}" not in cafe.docs("person/cleo")


def test_a_reaction_given_twice_counts_once() -> None:
    cafe, step = plenary()
    cafe.do("Ann", React, step=step, table=1, reaction="same", on=True)
    assert cafe.do("Ann", React, step=step, table=1, reaction="same", on=True) == []
    assert cafe.do("Bob", React, step=step, table=1, reaction="same", on=False) == []


def test_reactions_end_with_the_plenary() -> None:
    cafe, step = plenary()
    cafe.next()
    assert cafe.refused("Ann", React, step=step, table=1, reaction="same", on=True).code == "step-closed"
