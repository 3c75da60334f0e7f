"""Earlier versions of what hosts wrote, for hosts alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.harvest.day import CODE, Day
from tests.harvest.test_reading import House
from workshop.activities.report.messages import AddStatement, WritePassage, WriteStatement


def written() -> tuple[Day, str]:
    day = Day()
    day.stories()
    cafe = day.cafe
    cafe.do("Hal", WritePassage, part="round.s1", text="First.", was=0)
    cafe.do("Hal", WritePassage, part="round.s1", text="Second.", was=1)
    quote = {"source": f"note-{day.ids['forms']}", "words": "Forms"}
    one = cafe.do("Hal", AddStatement, kind="conclusion", heading="Time", quote=quote)[0]
    cafe.do("Hal", WriteStatement, statement=one.statement, heading="Time to visit", was=1)  # type: ignore[attr-defined]
    return day, one.statement  # type: ignore[attr-defined]


@pytest.fixture
def house(tmp_path: Path) -> Iterator[tuple[House, str]]:
    day, statement = written()
    made = House(tmp_path, day.cafe)
    yield made, statement
    made.close()


def versions(house: House, of: str) -> Any:
    answer = house.someone("hal", "cafe-host").get(f"/w/{CODE}/report/versions/{of}")
    return answer.json


def test_a_passage_comes_with_every_version_the_newest_first(house: tuple[House, str]) -> None:
    found = versions(house[0], "round.s1")
    assert [(v["version"], v["text"], v["by"]) for v in found] == [
        (2, "Second.", "Hal"),
        (1, "First.", "Hal"),
    ]


def test_a_statement_comes_with_all_its_fields(house: tuple[House, str]) -> None:
    newer, older = versions(*house)
    assert (newer["version"], newer["heading"], newer["quote"]) == (2, "Time to visit", None)
    assert (older["version"], older["heading"], older["quote"]["words"]) == (1, "Time", "Forms")


def test_nobody_but_a_host_reads_them(house: tuple[House, str]) -> None:
    there, _ = house
    address = f"/w/{CODE}/report/versions/round.s1"
    assert there.someone("ann").get(address).status_code == 403
    assert there.browser().get(f"{address}?key={there.key}").status_code == 403
    assert there.home().get(f"/w/{CODE}/report/versions/nothing").status_code == 404
