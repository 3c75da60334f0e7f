"""Words that may show who somebody is: vaguer in all that goes out, until a host has looked at them."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.harvest.day import Day, entries, keep, listing
from tests.harvest.shown import shown
from tests.harvest.test_reading import House
from workshop.activities.people.messages import SetQuoting
from workshop.activities.quotes.messages import CheckQuote
from workshop.core.checked import LEFT_OUT, mark_of
from workshop.core.quotes import words_at
from workshop.evidence import check
from workshop.harvest import DOCUMENTS, TABLE, Document, Harvest, draft, press, published
from workshop.harvest.build import build
from workshop.harvest.fold import fold
from workshop.harvest.publishing.attribution import Going
from workshop.ledger.records import Record

# In a note, a reason, an answer, the chat, feedback, a theme and its ballot: none of these may go out unseen.
SECRETS = ("Patel", "Leeds", "07700", "jo@example.org", "Zorbia", "Elm Road", "Quill")


class Told(Day):
    """A day on which people told more than they meant to."""

    def stories(self) -> None:
        super().stories()
        self.note("patel", "Ann", "Mrs Patel from Leeds rang on 07700 900123.", kind="helped")
        self.note("plain", "Bob", "Write to jo@example.org, or ask Zorbia.", kind="helped")

    def grouping(self) -> None:
        super().grouping()
        self.theme("street", "patel", "plain", called="Kindness of Elm Road", statement="Mrs Quill began it.")

    def decide(self, of: str, verdict: str, **fields: Any) -> None:
        was = mark_of(words_at(self.cafe.state, of) or "")
        self.cafe.do("Hal", CheckQuote, of=of, was=was, verdict=verdict, **fields)

    def out(self) -> Harvest:
        return build(fold("w1", entries(self.cafe)), out=Going({"x": "Zorbia"}))

    def said(self, name: str) -> str:
        return next(n.text for r in self.out().rounds for n in r.notes if n.id == self.ids[name])


@pytest.fixture
def told() -> Told:
    made = Told()
    made.whole()
    return made


@pytest.mark.parametrize("document", TABLE, ids=lambda d: d.name)
def test_nothing_goes_out_unseen_in_any_format(told: Told, document: Document) -> None:
    said = shown(document.write(told.out()))
    assert [secret for secret in SECRETS if secret in said] == []
    assert "rang on" in said or document.name.startswith("blueprint.")


def test_what_is_found_stands_vaguer_and_the_rest_word_for_word(told: Told) -> None:
    assert told.said("patel") == "[name] from [place] rang on [phone number]."
    assert told.said("plain") == "Write to [e-mail address], or ask [name]."
    assert "Kindness of [place]" in {theme.name for theme in told.out().themes}
    said = [sentence.text for sentence in told.out().in_short]
    assert "In 4 places words that might show who somebody is stand vaguer, in [ ]." in said


def test_a_host_lets_stand_writes_vaguer_and_leaves_out(told: Told) -> None:
    of = f"note/{told.ids['patel']}"
    told.decide(of, "fine", at=15, to=20)
    told.decide(of, "vaguer", at=0, to=9, words="a neighbour")
    assert told.said("patel") == "[a neighbour] from Leeds rang on [phone number]."
    told.decide(of, "out")
    assert told.said("patel") == LEFT_OUT
    assert any("The words of 1 line are left out" in each.text for each in told.out().in_short)
    told.decide(of, "in")
    told.decide(of, "open", at=0, to=9)
    assert told.said("patel") == "[name] from Leeds rang on [phone number]."


def test_hosts_keep_every_word_in_their_own_report(told: Told) -> None:
    full = build(fold("w1", entries(told.cafe)))
    assert "Mrs Patel from Leeds rang on 07700 900123." in repr(full)


def test_a_file_that_shows_what_stands_vaguer_by_now_is_named(told: Told) -> None:
    before = told.out()
    told.decide(f"note/{told.ids['queue']}", "out")
    told.decide(f"note/{told.ids['forms']}", "vaguer", at=0, to=5, words="papers")
    told.cafe.do("Cleo", SetQuoting, on=False)
    found = {each.what for each in check(before, entries(told.cafe), {"x": "Zorbia"}) if each.kind == "quote"}
    assert any("is “(words left out)”. A host has left these words out" in what for what in found)
    assert any("“[papers] eat the evenings.”" in what for what in found)
    assert any("may not be quoted by now" in what for what in found)


def test_names_are_asked_for_when_somebody_reads_and_kept_nowhere(told: Told, tmp_path: Path) -> None:
    """Zorbia is a name only as long as somebody here is called so."""
    ledger = keep(told.cafe, tmp_path)
    ledger.append(Record(workshop_id="w1", listing=listing(told.cafe), entries=[], names={"dan": "Zorbia"}))
    assert "Zorbia" not in repr(published(ledger, "w1"))
    assert "Zorbia" in repr(draft(ledger, "w1"))
    ledger.append(Record(workshop_id="w1", listing=listing(told.cafe), entries=[], names={"dan": "Dan"}))
    assert "Zorbia" in repr(published(ledger, "w1"))


def test_redacted_words_stand_in_no_format_of_either_view(told: Told, tmp_path: Path) -> None:
    with closing(House(tmp_path, told.cafe)) as house:
        host = house.someone("hal", "cafe_host")
        of = f"note/{told.ids['patel']}"
        quote = next(each for each in host.get("/w/ABCD/check.json").get_json()["quotes"] if each["of"] == of)
        assert quote["where"] == "Table 1, round 1"
        assert [found["words"] for found in quote["found"]] == ["name", "place", "phone number"]
        asked = {"of": of, "was": quote["mark"], "sure": "yes"}
        assert host.post("/w/ABCD/check/redact", data=asked | {"sure": ""}).status_code == 400
        assert host.post("/w/ABCD/check/redact", data=asked).status_code == 204
        assert host.post("/w/ABCD/check/redact", data=asked).status_code == 204
        ledger = house.app.conductor.ledger
        assert "Patel" not in repr(ledger.read("w1"))
        for view in (press(ledger, "w1"), published(ledger, "w1")):
            for write in DOCUMENTS.values():
                assert "Patel" not in shown(write(view))
        assert "Patel" not in host.get("/w/ABCD/check.json").get_data(as_text=True)


def test_only_hosts_look_and_redact(told: Told, tmp_path: Path) -> None:
    with closing(House(tmp_path, told.cafe)) as house:
        for browser in (house.browser(), house.someone("ann"), house.someone("fay"), house.home()):
            assert browser.get("/w/ABCD/check.json").status_code == 403
            assert browser.post("/w/ABCD/check/redact", data={"sure": "yes"}).status_code == 403
