"""The pages of the versions of a blueprint: each as it was issued, and what changed between two."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.harvest.day import CODE
from tests.harvest.test_experiments import WORDS, Together
from tests.harvest.test_reading import House

HERE = f"/w/{CODE}/blueprint"


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    made = Together(silent=("Ann",))
    one = made.add("Ring back <b>soon</b>", note=made.notes[WORDS])
    made.write(one, prediction="Two hours more for visits", owner=WORDS)
    made.add("Tea")
    made.issue("For the steering group")
    made.write(one, prediction="Three hours more for visits", review_on="2027-03-31")
    made.add("One list")
    made.issue()
    made.cafe.close()
    house = House(tmp_path, made.cafe)
    yield house
    house.close()


ASKED = [("3", 404), ("0", 404), ("1..3", 404), ("2..1", 400), ("2..2", 400)]


def plain(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_a_version_has_a_page_of_its_own(house: House) -> None:
    html = house.home().get(f"{HERE}/1").get_data(as_text=True)
    assert "Ring back &lt;b&gt;soon&lt;/b&gt;" in html
    assert "Two hours more for visits" in html
    assert WORDS in html
    assert "One list" not in html
    assert "For the steering group" in html


def test_a_reader_follows_the_versions_and_reads_nobody_who_did_not_agree(
    house: House,
) -> None:
    page = house.browser().get(f"{HERE}?key={house.key}").get_data(as_text=True)
    ways = re.findall(rf'href="({HERE}/[^"]+)"', page)
    assert [way.partition("?")[0] for way in ways] == [f"{HERE}/2", f"{HERE}/1..2", f"{HERE}/1"]
    for way in ways:
        answer = house.browser().get(way.replace("&amp;", "&"))
        assert answer.status_code == 200
        assert WORDS not in answer.get_data(as_text=True)
    assert house.browser().get(f"{HERE}/1").status_code == 403


def test_the_difference_of_two_reads_in_words(house: House) -> None:
    html = house.home().get(f"{HERE}/1..2").get_data(as_text=True)
    said = plain(html)
    assert "Experiments and small changes: 1 added and 1 changed." in said
    assert "taken out: Two put in: Three hours more for visits" in said
    assert "We look again 31 March 2027 (was empty)" in said
    assert said.index("Changed Ring back") < said.index("Added One list")
    assert "Tea" not in said


@pytest.mark.parametrize(("where", "status"), ASKED)
def test_what_was_never_issued_is_not_there(house: House, where: str, status: int) -> None:
    answer = house.home().get(f"{HERE}/{where}")
    assert answer.status_code == status
    if status == 404:
        assert "The last one is version 2." in answer.get_data(as_text=True)
