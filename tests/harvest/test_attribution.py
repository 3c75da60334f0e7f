"""Who said it: a group or a first name beside a note, as its author agreed, and never more."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from tests.harvest.day import entries, keep
from tests.harvest.shown import shown
from tests.harvest.test_reading import House
from tests.rules.cast import Cafe, story
from workshop.activities.people.messages import Leave, SetGroup, SetQuoting
from workshop.activities.quotes.messages import CheckQuote, RedactQuote
from workshop.core.checked import mark_of
from workshop.core.plan import Attribution, PeopleSettings, QuotingSettings
from workshop.errors import Invalid
from workshop.evidence import check
from workshop.harvest import DOCUMENTS, Harvest, draft, press, published
from workshop.harvest.fold import fold
from workshop.harvest.publishing.view import published as view
from workshop.ledger.ledger import Ledger

NAMES = {"ann": "Annabel Lee", "bob": "Bob", "cleo": "Cleo", "dan": "Dan"}


def day(attribution: Attribution) -> Cafe:
    """Ann, Bob, Cleo, Dan and Eve are from families, Gil is from a school. Dan did not agree."""
    cafe = Cafe.at_two_tables(
        story(),
        silent=["Dan"],
        people=PeopleSettings(groups=["Families", "Schools"]),
        quoting=QuotingSettings(attribution=attribution),
    )
    for who in ("ann", "bob", "cleo", "dan", "eve", "gil"):
        cafe.do("Hal", SetGroup, person=who, group="Schools" if who == "gil" else "Families")
    for who in ("Ann", "Bob", "Dan", "Gil"):
        cafe.note(who, f"A note, no {len(cafe.state.notes)}", anonymous=who == "Bob")
    return cafe


def said_by(cafe: Cafe, asked: Attribution | None = None) -> list[str]:
    notes = read(cafe, asked).rounds[0].notes
    return [note.by for note in sorted(notes, key=lambda note: note.id)]


def read(cafe: Cafe, asked: Attribution | None = None) -> Harvest:
    return view(fold("w1", entries(cafe)), names=NAMES, attribution=asked)


def test_a_first_name_stands_with_notes_that_bear_one_of_people_who_agreed() -> None:
    assert said_by(day("first-name")) == ["Annabel", "", "", ""]


def test_a_group_stands_there_where_five_people_are_from_it() -> None:
    assert said_by(day("role")) == ["Families", "", "", ""]
    assert said_by(day("first-name"), "role") == ["Families", "", "", ""]


def test_nobody_is_named_where_the_plan_says_nothing_or_less_is_asked_for() -> None:
    assert set(said_by(day("anonymous"))) == {""}
    assert set(said_by(day("first-name"), "anonymous")) == {""}


def test_more_than_people_were_told_is_refused_in_words() -> None:
    with pytest.raises(Invalid, match="at most “role”, so they cannot be given with “first-name”"):
        read(day("role"), "first-name")


def test_whoever_agreed_to_less_keeps_that() -> None:
    cafe = day("role")
    cafe.state.quoting = QuotingSettings(attribution="first-name")
    cafe.do("Dan", SetQuoting, on=True)
    assert (cafe.state.people["dan"].attribution, cafe.state.people["ann"].attribution) == (
        "first-name",
        "role",
    )
    cafe.do("Dan", SetQuoting, on=False)
    assert cafe.state.people["dan"].attribution == "anonymous"


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    cafe = day("first-name")
    cafe.close()
    return keep(cafe, tmp_path)


@pytest.mark.parametrize("name", [name for name in DOCUMENTS if name.startswith("report.")])
def test_it_stands_in_every_document_that_goes_out(ledger: Ledger, name: str) -> None:
    assert "Ann" in shown(DOCUMENTS[name](published(ledger, "w1")))


def test_no_name_is_kept_nor_in_the_hosts_own_report(ledger: Ledger) -> None:
    press(ledger, "w1")
    for kept in (draft(ledger, "w1"), press(ledger, "w1")):
        assert {note.by for note in kept.rounds[0].notes} == {""}
    assert '"Ann"' not in repr(ledger.read("w1"))


def test_a_published_report_with_names_holds_and_one_with_another_name_does_not() -> None:
    cafe = day("first-name")
    assert check(read(cafe), entries(cafe), NAMES) == ()
    assert check(read(cafe, "anonymous"), entries(cafe), NAMES) == ()
    assert [each.kind for each in check(read(cafe), entries(cafe), NAMES | {"ann": "Anna"})] == ["different"]


def test_nobody_stands_beside_words_that_were_left_out_or_redacted() -> None:
    cafe = day("first-name")
    note = next(note for note in cafe.state.notes.values() if note.by == "ann")
    seen = {"of": f"note/{note.id}", "was": mark_of(note.text)}
    cafe.do("Hal", CheckQuote, **seen, verdict="out")
    assert said_by(cafe) == ["", "", "", ""]
    cafe.do("Hal", CheckQuote, **seen, verdict="in")
    assert said_by(cafe) == ["Annabel", "", "", ""]
    cafe.do(None, RedactQuote, **seen, host="hal")
    assert said_by(cafe) == ["", "", "", ""]


def test_people_who_only_looked_in_make_no_group_large_enough() -> None:
    cafe = day("role")
    cafe.do("Cleo", SetQuoting, on=False)
    for who in ("ann", "bob"):
        cafe.do("Hal", SetGroup, person=who, group="Schools")
    assert "Schools" not in said_by(cafe)
    for name in ("Una", "Vic", "Wes"):
        cafe.join(name)
        cafe.do(name, SetGroup, person=name.lower(), group="Schools")
        cafe.do(name, Leave)
    assert "Schools" not in said_by(cafe)


def test_a_name_that_is_erased_goes_from_pages_that_were_drawn_before(tmp_path: Path) -> None:
    cafe = day("first-name")
    cafe.close()
    with closing(House(tmp_path, cafe)) as house:
        pages = [f"/w/ABCD/{name}?key={house.key}" for name in ("report", "report.json", "report.md")]
        for page in pages:
            assert "Ann" in house.browser().get(page).get_data(as_text=True)
        house.app.ledger.forget("w1", "ann", "Someone")
        for page in pages:
            assert "Ann" not in house.browser().get(page).get_data(as_text=True)
