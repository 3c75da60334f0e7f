"""What people get back: we asked, you said, we did, next. By a link, as everyone may read it."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import unquote

import pytest
from flask.testing import FlaskClient

from tests.harvest.day import CODE, Day, harvest
from tests.harvest.test_reading import House
from tests.rules.cast import Cafe, story
from workshop.activities.notes.messages import HighlightNote
from workshop.activities.report.messages import WritePassage
from workshop.harvest.given_back import given_back

NEXT = f"/w/{CODE}/next"


class Told(Day):
    """A day after which the hosts wrote what they did."""

    def whole(self) -> Cafe:
        cafe = super().whole()
        cafe.do("Hal", WritePassage, part="done", text="Thursdays have no forms.\n\nIt began in May.", was=0)
        cafe.do("Hal", WritePassage, part="next", text="We meet again in June.", was=0)
        return cafe


@pytest.fixture
def told(tmp_path: Path) -> Iterator[House]:
    day = Told(silent=("Bob",))
    day.whole()
    with closing(House(tmp_path, day.cafe)) as house:
        yield house


def words(browser: FlaskClient, path: str = NEXT) -> str:
    page = browser.get(path)
    assert page.status_code == 200
    return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page.get_data(as_text=True))))


def test_it_says_what_was_asked_once(day: Day) -> None:
    given = given_back(harvest(day.cafe))
    assert given.asked == ["What helped?"]
    assert given.alone == ["What now?", "Who else?"]


def test_themes_heard_most_come_with_how_far_they_were_heard_and_a_marked_note(day: Day) -> None:
    first = given_back(harvest(day.cafe)).heard[0]
    assert (first.name, first.statement) == ("Time", "Forms take the time.")
    assert first.reach == "Heard at 2 of 2 tables, in 3 notes."
    assert first.quote == "Forms eat the evenings."


def test_what_hosts_wrote_stands_in_its_paragraphs() -> None:
    day = Told()
    day.whole()
    given = given_back(harvest(day.cafe))
    assert given.done == ["Thursdays have no forms.", "It began in May."]
    assert given.next == ["We meet again in June."]


def test_a_cafe_without_themes_says_how_much_was_written(tmp_path: Path) -> None:
    cafe = Cafe.at_two_tables(story())
    cafe.note("Ann", "A note of Ann")
    cafe.close()
    with closing(House(tmp_path, cafe)) as house:
        page = words(house.someone("ann"))
    assert "You wrote 1 note at 2 tables." in page
    assert "We have not written anything here yet." in page
    assert "We have not written yet what happens next." in page


def test_a_cafe_where_nothing_happened_has_a_page_too(tmp_path: Path) -> None:
    cafe = Cafe(story())
    cafe.join("Hal")
    with closing(House(tmp_path, cafe)) as house:
        assert "No question has been asked yet." in words(house.home())


def test_whoever_was_there_or_has_the_link_reads_it_without_an_account(told: House) -> None:
    for page in (words(told.someone("ann")), words(told.browser(), f"{NEXT}/{told.key}"), words(told.home())):
        for said in ("We asked", "You said", "We did", "Thursdays have no forms.", "We meet again in June."):
            assert said in page
    assert told.browser().get(NEXT).status_code == 403


def test_words_of_people_who_did_not_agree_are_not_there_for_hosts_either(tmp_path: Path) -> None:
    day = Day(silent=("Ann",))
    day.stories()
    day.cafe.do("Flo", HighlightNote, note=day.ids["neighbour"], on=True)
    day.ideas()
    day.grouping()
    day.cafe.close()
    with closing(House(tmp_path, day.cafe)) as house:
        for browser in (house.someone("hal", "cafe_host"), house.someone("ann")):
            page = words(browser)
            assert "Forms take the time." in page
            assert "Forms eat the evenings." not in page
            assert "words not for quoting" not in page


def test_before_the_close_it_says_kindly_that_it_comes_and_hosts_look_ahead(tmp_path: Path) -> None:
    day = Day()
    day.stories()
    with closing(House(tmp_path, day.cafe)) as house:
        assert "Here you will read what became of it" in words(house.someone("ann"))
        assert "Forms" not in words(house.someone("ann"))
        ahead = words(house.someone("hal", "cafe_host"))
    assert "Only hosts see this before the café is over" in ahead


def test_hosts_get_a_letter_that_is_ready_and_nobody_else_does(told: House) -> None:
    page = told.someone("hal", "cafe_host").get(NEXT).get_data(as_text=True)
    letter = unquote(html.unescape(re.findall(r'href="(mailto:[^"]+)"', page)[0]))
    assert letter.startswith("mailto:?subject=What became of “A café”&body=Hello,\r\n")
    link = re.findall(rf'value="http://localhost({NEXT}/[^"]+)"', page)[0]
    assert f"http://localhost{link}\r\n" in letter
    assert "We meet again in June." in words(told.browser(), link)
    for browser in (told.someone("ann"), told.someone("sol", "cafe_screen")):
        assert "mailto:" not in browser.get(NEXT).get_data(as_text=True)


def test_news_is_there_at_once(told: House) -> None:
    browser = told.someone("ann")
    assert "We meet again in June." in words(browser)
    order = WritePassage(id="0196f2c0-0000-7000-8000-000000000001", part="next", text="In July.", was=1)
    told.app.conductor.command("w1", order, "hal")
    assert "In July." in words(browser)


def test_words_that_hosts_wrote_cannot_become_markup(tmp_path: Path) -> None:
    day = Day()
    day.stories()
    day.cafe.do("Hal", WritePassage, part="next", text="<script>alert(1)</script>", was=0)
    day.cafe.close()
    with closing(House(tmp_path, day.cafe)) as house:
        page = house.someone("ann").get(NEXT).get_data(as_text=True)
    assert "&lt;script&gt;alert(1)" in page
    assert "<script>alert" not in page
