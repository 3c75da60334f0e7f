"""Every entry of a ledger stands behind a line of the harvest, or is known to stand beside it."""

from __future__ import annotations

import re
from random import Random

import msgspec
import pytest

from tests.harvest.day import Day, harvest
from tests.rules.cast import Cafe
from tests.rules.chance import Whims
from tests.rules.test_live_equals_late import STEPS
from tests.rules.whims import draw
from workshop.activities.rooms import EVENTS
from workshop.errors import Refused
from workshop.harvest import DOCUMENTS, Harvest
from workshop.harvest.sources import BEHIND, BESIDE, WIPES


def test_every_kind_of_entry_has_its_place() -> None:
    placed = [*BEHIND, *WIPES, *BESIDE]
    assert len(placed) == len(set(placed))
    assert {kind.__name__ for kind in EVENTS} == {kind.__name__ for kind in placed}


def lines(value: object) -> list[dict[str, object]]:
    """Every line anywhere in a harvest."""
    match value:
        case dict():
            inner = [line for part in value.values() for line in lines(part)]
            return [value, *inner] if "anchor" in value else inner
        case list():
            return [line for part in value for line in lines(part)]
    return []


def all_lines(left: Harvest) -> list[dict[str, object]]:
    return lines(msgspec.json.decode(msgspec.json.encode(left)))


def test_every_line_with_words_of_people_names_its_entries(day: Day, left: Harvest) -> None:
    for line in all_lines(left):
        numbers = line["entries"]
        assert isinstance(numbers, list)
        assert numbers == sorted(set(numbers))
        assert all(1 <= n <= left.through for n in numbers)
        assert numbers or str(line["anchor"]).startswith(("notice-", "step-", "plenary-")), line["anchor"]


def test_no_two_lines_share_an_anchor(left: Harvest) -> None:
    anchors = [line["anchor"] for line in all_lines(left)]
    assert len(anchors) == len(set(anchors))


@pytest.mark.parametrize("seed", range(6))
def test_whatever_happens_in_a_café_its_documents_hold_together(seed: int) -> None:
    """Random people do random things; afterwards all links lead somewhere, and nothing deleted is left."""
    chance = Random(seed)  # noqa: S311 - nothing here is a secret
    cafe = Cafe(*STEPS)
    cafe.join("Hal", "Fay", "Flo", "Ann", "Bob", "Cleo", "Dan", "Sol")
    whims = Whims(chance, cafe)
    for _ in range(700):
        cafe.wait(chance.choice([0, 1, 5, 20]))
        if not whims.here():
            break
        who, kind, fields = draw(whims)
        try:
            cafe.do(who, kind, **fields)
        except Refused:
            continue
    left = harvest(cafe)
    documents = {name: write(left) for name, write in DOCUMENTS.items()}
    pages = {name: documents[name].decode() for name in ("report.html", "blueprint.html")}
    here = {name: re.findall(r'\bid="([^"]+)"', html) for name, html in pages.items()}
    for name, html in pages.items():
        assert len(here[name]) == len(set(here[name]))
        for document, anchor in re.findall(r'\bhref="([^"#]*)#([^"]+)"', html):
            assert anchor in here[document or name]
    taken_away = [note.text for note in cafe.state.notes.values() if note.deleted]
    standing = {note.text for note in cafe.state.notes.values() if not note.deleted}
    for text in set(taken_away) - standing:
        assert text.encode() not in documents["report.json"]
