"""Being here, being away, coming back: the seat is held, and what was missed is there."""

from __future__ import annotations

from collections.abc import Callable

from tests.stories.cafe import Cafe, arrival, story
from tests.stories.conftest import Round

Make = Callable[..., Cafe]


def test_somebody_whose_line_is_lost_keeps_the_seat_and_finds_what_was_missed(round_on: Round) -> None:
    r = round_on
    table = r.ann.table
    r.ann.close_the_lid()
    held = r.hal.until(lambda: r.hal.sees("desk", f"person/{r.ann.id}")["held_since"], "Ann away")
    r.bob.writes("While Ann was away")
    r.ann.reopen_the_lid()
    r.hal.until(lambda: r.hal.sees("desk", f"person/{r.ann.id}")["held_since"] is None, "Ann back")
    assert held
    assert r.ann.table == table
    assert "While Ann was away" in r.ann.notes()


def test_a_table_sees_that_somebody_is_away_and_back(round_on: Round) -> None:
    r = round_on

    def held(person: str) -> object:
        seats = r.bob.sees(r.bob.table, "table")["seats"]
        return next(seat["held_since"] for seat in seats if seat["person"] == person)

    r.ann.close_the_lid()
    r.bob.until(lambda: held(r.ann.id), "an empty chair")
    r.bob.until(lambda: r.bob.weather.get(r.bob.table, {}).get(r.ann.id) is False, "her light out")
    r.ann.reopen_the_lid()
    r.bob.until(lambda: not held(r.ann.id), "Ann back")


def test_with_two_tabs_one_may_close(round_on: Round) -> None:
    r = round_on
    other = r.ann.second_tab()
    r.ann.close_the_lid()
    r.bob.writes("Do you hear me?")
    assert other.reads("Do you hear me?")
    r.dan.close_the_lid()
    r.hal.until(lambda: r.hal.sees("desk", f"person/{r.dan.id}")["held_since"], "Dan away")
    assert r.hal.sees("desk", f"person/{r.ann.id}")["held_since"] is None
    other.close_the_lid()


def test_both_tabs_move_together(round_on: Round) -> None:
    r = round_on
    other = r.ann.second_tab()
    r.hal.does("person.move", person=r.ann.id, table=r.there)
    for tab in (r.ann, other):
        own = {"hall", f"person/{r.ann.id}", f"table/{r.there}"}
        tab.until(lambda tab=tab, own=own: set(tab.docs) == own, "the other table alone")
    other.close_the_lid()


def test_whoever_comes_late_gets_a_seat_at_once(round_on: Round) -> None:
    r = round_on
    cleo = r.cafe.join("Cleo")
    cleo.until(lambda: cleo.table, "a table")
    cleo.writes("Sorry I am late")
    others = [person for person in (r.fay, r.flo) if person.table == cleo.table]
    assert others[0].reads("Sorry I am late")["name"] == "Cleo"


def test_whoever_comes_before_the_round_waits_without_a_seat(made: Make) -> None:
    cafe = made(arrival(), story())
    ann = cafe.join("Ann")
    cafe.next()
    assert ann.me["table"] is None
    assert ann.may_not("note.add", step="s2", kind="helped", text="x")
    cafe.next()
    ann.until(lambda: ann.table, "a table")


def test_a_screen_hears_only_what_is_for_everyone(round_on: Round) -> None:
    r = round_on
    sol = r.cafe.join("Sol")
    assert set(sol.docs) == {"hall"}
    r.ann.writes("Not for the screen")
    r.bob.reads("Not for the screen")
    sol.asks("time")
    assert "Not for the screen" not in str(sol.docs) + str(sol.heard)
    assert sol.may_not("say.all", text="x")["code"] == "not-allowed"


def test_a_screen_counts_heads(made: Make) -> None:
    cafe = made(arrival())
    sol = cafe.join("Sol")
    ann = cafe.join("Ann")
    sol.until(lambda: sol.weather.get("hall", {}).get(ann.id), "Ann's light")
    ann.close_the_lid()
    sol.until(lambda: sol.weather["hall"].get(ann.id) is False, "Ann's light out")


def test_a_new_name_is_seen_where_the_old_one_was(round_on: Round) -> None:
    r = round_on
    r.ann.writes("Mine, whatever my name")
    r.ann.does("person.rename", name="Anna")
    r.bob.until(lambda: r.bob.notes()["Mine, whatever my name"]["name"] == "Anna", "the new name")
    r.hal.until(lambda: r.hal.sees("desk", f"person/{r.ann.id}")["name"] == "Anna", "the new name")
    assert r.ann.may_not("person.rename", name="\u200b")["code"] == "empty"
