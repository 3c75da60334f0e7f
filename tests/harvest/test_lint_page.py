"""Who sees the findings: hosts, above their report; nobody else, and no file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from tests.harvest.day import CODE, Day
from tests.harvest.test_reading import REPORT, House, text
from tests.rules.cast import Cafe, story
from workshop.activities.notes.messages import HighlightNote
from workshop.harvest import DOCUMENTS

HEADING = "Before you share this"


@pytest.fixture
def house(day: Day, tmp_path: Path) -> Iterator[House]:
    """A café that has closed."""
    with closing(House(_room(tmp_path, "closed"), day.cafe)) as house:
        yield house


@pytest.fixture
def running(tmp_path: Path) -> Iterator[House]:
    """A café that is on, with its themes done."""
    day = Day()
    for part in (day.stories, day.ideas, day.grouping, day.voting):
        part()
    with closing(House(_room(tmp_path, "on"), day.cafe)) as house:
        yield house


def _room(folder: Path, name: str) -> Path:
    (folder / name).mkdir()
    return folder / name


def hosts(house: House) -> list[FlaskClient]:
    return [house.home(), house.someone("hal", "cafe_host")]


def html(browser: FlaskClient, path: str = REPORT) -> str:
    return browser.get(path).get_data(as_text=True)


def test_hosts_see_findings_above_the_draft_with_links_to_mend(running: House) -> None:
    for browser in hosts(running):
        page = html(browser)
        assert HEADING in page
        assert "1 idea of table 2 is in no theme" in page
        assert f'href="/w/{CODE}/host#board/s5"' in page


def test_after_the_close_hosts_see_findings_and_where_they_can_still_say_something(house: House) -> None:
    for browser in hosts(house):
        page = html(browser)
        assert "1 idea of table 2 is in no theme" in page
        assert "The café is closed, so its boards and decisions stay as they are." in text(
            browser.get(REPORT)
        )
        panel = page[page.index('id="checks"') : page.index('id="in-short"')]
        assert set(re.findall(r'href="(/w/[^"]*host[^"]*)"', panel)) == {
            f"/w/{CODE}/host#{where}" for where in ("desk", "check", "report")
        }


def test_nobody_else_sees_them(house: House, running: House) -> None:
    readers = [house.browser().get(f"{REPORT}/{house.key}")]
    readers += [house.someone(who).get(REPORT) for who in ("ann", "fay")]
    readers += [running.someone("ann").get(REPORT), house.someone("sol", "cafe_screen").get(REPORT)]
    for page in readers:
        assert page.status_code == 200
        assert HEADING not in text(page)
        assert 'id="checks"' not in page.get_data(as_text=True)


def test_a_host_who_looks_first_does_not_show_them_to_the_next_reader(house: House) -> None:
    assert HEADING in html(house.home())
    assert HEADING not in html(house.someone("ann"))
    assert HEADING in html(house.home())


@pytest.mark.parametrize("name", [name for name in DOCUMENTS if name.endswith(("html", "md", "json"))])
def test_no_file_has_them(house: House, running: House, name: str) -> None:
    for each in (house, running):
        page = html(each.home(), f"/w/{CODE}/{name}")
        assert HEADING not in page
        assert "in no theme, so nothing" not in page


def test_every_link_of_a_finding_leads_to_a_line_of_the_page(house: House, running: House) -> None:
    for each in (house, running):
        page = html(each.home())
        panel = page[page.index('id="checks"') : page.index('id="in-short"')]
        inside = re.findall(r'href="#([^"]+)"', panel)
        assert inside
        assert set(inside) <= set(re.findall(r'\bid="([^"]+)"', page))


def test_a_report_with_nothing_to_mend_says_so_and_what_the_checks_cannot_tell(tmp_path: Path) -> None:
    cafe = Cafe.at_two_tables(story())
    for who, lead in (("Ann", "Fay"), ("Cleo", "Flo")):
        cafe.do(lead, HighlightNote, note=cafe.note(who, f"A note of {who}"), on=True)
    cafe.close()
    with closing(House(tmp_path, cafe)) as house:
        words = text(house.home().get(REPORT))
    assert "Nothing to mend." in words
    assert "read it once yourself" in words


def test_before_the_first_round_there_is_nothing_to_check(tmp_path: Path) -> None:
    cafe = Cafe(story())
    cafe.join("Hal")
    with closing(House(tmp_path, cafe)) as house:
        assert "There is nothing to check yet" in text(house.home().get(REPORT))


def test_words_in_a_finding_cannot_become_markup(tmp_path: Path) -> None:
    day = Day()
    day.stories()
    day.ideas()
    day.cafe.go_to("What belongs together")
    day.theme("wild", "forms", called="<script>alert(1)</script>")
    day.cafe.close()
    with closing(House(tmp_path, day.cafe)) as house:
        page = html(house.home())
    assert "“&lt;script&gt;alert(1)&lt;/script&gt;” rests on one note" in page
    assert "<script>alert" not in page
