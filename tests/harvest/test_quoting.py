"""Who reads whose words in a browser, and how somebody takes their yes back after the close."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.harvest.day import Day
from tests.harvest.test_reading import REPORT, House, text
from workshop.core.clock import DAY
from workshop.harvest import DOCUMENTS

QUIET = "More screen than people."
SAYS = "/w/ABCD/quoting"


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    """A café that has closed just now; everybody agreed to be quoted but Dan."""
    day = Day(silent=["Dan"])
    day.whole()
    with closing(House(tmp_path, day.cafe)) as house:
        house.app.conductor.now = lambda: day.cafe.at
        yield house


def says(browser: FlaskClient, on: str) -> TestResponse:
    return browser.post(SAYS, data={"on": on}, follow_redirects=True)


def everybody_but_hosts(house: House) -> dict[str, FlaskClient]:
    return {
        "a reader": house.browser(),
        "who wrote it": house.someone("dan"),
        "a participant": house.someone("ann"),
        "a facilitator": house.someone("fay"),
        "a screen": house.someone("sol", "cafe_screen"),
    }


def test_hosts_alone_read_the_words_of_people_who_did_not_agree(house: House) -> None:
    for who, browser in everybody_but_hosts(house).items():
        said = browser.get(f"{REPORT}?key={house.key}").get_data(as_text=True)
        assert QUIET not in said, who
        assert "Forms eat the evenings." in said
        assert "Families wait for a year." in said
    for browser in (house.someone("hal", "cafe_host"), house.home()):
        said = browser.get(REPORT).get_data(as_text=True)
        assert QUIET in said
        assert "You read everything, as a host" in said


@pytest.mark.parametrize("name", [*DOCUMENTS])
def test_every_file_comes_in_two_views_and_says_which(house: House, name: str) -> None:
    host, reader = house.someone("hal", "cafe_host"), house.browser()
    ours = host.get(f"/w/ABCD/{name}")
    theirs = reader.get(f"/w/ABCD/{name}?key={house.key}")
    assert "-for-the-hosts-only." in ours.headers["Content-Disposition"]
    assert "hosts" not in theirs.headers["Content-Disposition"]
    as_readers = host.get(f"/w/ABCD/{name}?as=readers")
    assert as_readers.headers["Content-Disposition"] == theirs.headers["Content-Disposition"]
    if name.endswith((".md", ".html", ".json")):
        assert (QUIET.encode() in ours.data) == name.startswith("report")
        assert QUIET.encode() not in theirs.data
        assert as_readers.data == theirs.data


def test_a_host_sees_what_everyone_else_reads_and_its_files_are_those(house: House) -> None:
    host = house.someone("hal", "cafe_host")
    page = host.get(f"{REPORT}?as=readers").get_data(as_text=True)
    assert QUIET not in page
    assert "This is what everyone else reads" in page
    assert "/w/ABCD/report.md?as=readers" in page
    assert "Before you share this" not in page
    # Nobody becomes a host by asking.
    assert QUIET not in house.someone("ann").get(f"{REPORT}?as=hosts").get_data(as_text=True)


def test_somebody_agrees_and_takes_it_back_on_the_page_and_the_next_reading_knows(house: House) -> None:
    dan, reader = house.someone("dan"), house.browser()
    public = f"{REPORT}/{house.key}"
    assert "You have not said that your words may be quoted." in text(dan.get(REPORT))
    page = says(dan, "yes")
    assert "You said that short sentences you wrote may be quoted" in text(page)
    assert QUIET in reader.get(public).get_data(as_text=True)
    says(dan, "no")
    for name in ("report.md", "report.json"):
        assert QUIET not in reader.get(f"/w/ABCD/{name}?key={house.key}").get_data(as_text=True)
    assert QUIET not in reader.get(public).get_data(as_text=True)


def test_only_who_was_there_is_asked(house: House) -> None:
    assert "Your own words" not in text(house.browser().get(f"{REPORT}/{house.key}"))
    assert "Your own words" not in text(house.someone("sol", "cafe_screen").get(REPORT))
    assert house.browser().post(f"{SAYS}?key={house.key}", data={"on": "yes"}).status_code == 403
    assert house.browser().post(SAYS, data={"on": "yes"}).status_code == 403
    elsewhere = house.someone("ann").post(SAYS, data={"on": "no"}, headers={"Origin": "https://x.example"})
    assert elsewhere.status_code == 403


def test_the_readers_key_goes_along_and_nothing_of_it_becomes_markup(house: House) -> None:
    dan, key = house.someone("dan"), house.key
    page = dan.get(f"{REPORT}/{key}").get_data(as_text=True)
    assert f'action="/w/ABCD/quoting?key={key}"' in page
    answer = dan.post(f"{SAYS}?key={key}", data={"on": "yes"})
    assert answer.headers["Location"] == f"/w/ABCD/report?key={key}#own-words"


def test_after_the_date_it_is_refused_and_the_page_says_so(house: House) -> None:
    dan, last = house.someone("dan"), house.app.conductor.now() + 14 * DAY
    house.app.conductor.now = lambda: last
    says(dan, "yes")
    assert QUIET in dan.get(REPORT).get_data(as_text=True)
    house.app.conductor.now = lambda: last + 1
    assert "This could be changed until" in text(dan.get(REPORT))
    refused = dan.post(SAYS, data={"on": "no"})
    assert refused.status_code == 409
    assert "until 14 days after the café closed, and that time is over" in text(refused)
    assert QUIET in dan.get(REPORT).get_data(as_text=True)


def test_a_draft_shows_hosts_what_readers_will_see(tmp_path: Path) -> None:
    day = Day(silent=["Dan"])
    day.stories()
    with closing(House(tmp_path, day.cafe)) as house:
        host = house.someone("hal", "cafe_host")
        assert QUIET in host.get(REPORT).get_data(as_text=True)
        assert QUIET not in host.get(f"{REPORT}?as=readers").get_data(as_text=True)
        assert QUIET not in host.get("/w/ABCD/report.md?as=readers").get_data(as_text=True)
