"""Who took part: participants and the support team, apart and together."""

from __future__ import annotations

from tests.harvest.day import harvest
from tests.rules.cast import Cafe, arrival, story
from workshop.activities.arrival.messages import PassCheck
from workshop.activities.blueprint.messages import AddExperiment
from workshop.activities.notes.messages import AddNote
from workshop.activities.people.messages import Join, Leave, PersonJoined
from workshop.core.clock import DAY
from workshop.core.people import HOST
from workshop.harvest import Harvest
from workshop.harvest.model import Attendance


def there(cafe: Cafe) -> Attendance:
    return harvest(cafe).attendance


def test_participants_and_support_team_are_counted_apart_and_together(left: Harvest) -> None:
    who = left.attendance
    assert (who.people, who.participants, who.support) == (9, 6, 3)
    assert (who.facilitators, who.hosts) == (2, 1)
    assert who.text == "A total of 9 participants including the support team."


def test_a_screen_is_nobody() -> None:
    cafe = Cafe.at_two_tables(story())
    before = there(cafe)
    cafe.join("Sol")
    assert (there(cafe).people, there(cafe).only_joined) == (before.people, before.only_joined)


def test_who_came_in_and_did_nothing_is_counted_apart() -> None:
    cafe = Cafe(arrival())
    cafe.join("Hal", "Ann", "Bob")
    cafe.do("Ann", PassCheck, check="note")
    assert (there(cafe).people, there(cafe).only_joined) == (1, 2)


def test_who_left_within_a_minute_has_only_looked_in() -> None:
    cafe = Cafe.at_two_tables(story())
    before = there(cafe).people
    cafe.join("Ivo")
    cafe.wait(59)
    cafe.do("Ivo", Leave)
    assert there(cafe).people == before
    cafe.join("Jan")
    cafe.wait(60)
    cafe.do("Jan", Leave)
    assert there(cafe).people == before + 1


def test_who_left_at_once_but_wrote_something_took_part() -> None:
    cafe = Cafe.at_two_tables(story())
    before = there(cafe).people
    cafe.join("Ivo")
    cafe.note("Ivo", "In a hurry.")
    cafe.do("Ivo", Leave)
    assert there(cafe).people == before + 1


def test_someone_a_facilitator_writes_for_took_part() -> None:
    cafe = Cafe.at_two_tables(story())
    cafe.join("Ivo")
    table = cafe.state.seats["ivo"].table
    lead = cafe.state.tables[table].facilitator
    before = there(cafe).people
    cafe.do(lead, AddNote, step="s1", kind="helped", text="By phone.", on_behalf_of="ivo")
    cafe.do("Ivo", Leave)
    assert there(cafe).people == before


def test_a_host_who_comes_when_it_is_over_to_write_the_report_has_not_taken_part() -> None:
    cafe = Cafe.at_two_tables(story())
    cafe.close()
    before = there(cafe)
    cafe.at += DAY
    cafe.do(None, Join, name="Hana", role=HOST)
    cafe.do(list(cafe.state.people)[-1], AddExperiment, kind="experiment", idea="A quiet room")
    after = there(cafe)
    assert (after.people, after.hosts, after.only_joined) == (before.people, before.hosts, before.only_joined)


def test_nobody_yet_is_said_plainly() -> None:
    cafe = Cafe(arrival())
    assert there(cafe).text == "Nobody has taken part yet."


def test_it_rests_on_the_entries_of_those_who_came() -> None:
    cafe = Cafe.at_two_tables(story())
    joined = [n for n, (event, _, _) in enumerate(cafe_facts(cafe), 1) if isinstance(event, PersonJoined)]
    assert set(joined) <= set(there(cafe).entries)


def cafe_facts(cafe: Cafe) -> list[tuple[object, int, str | None]]:
    return [each for each in cafe.ledger if type(each[0]).__name__ != "PersonNamed"]
