"""Who may read what, when, and in which form."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import msgspec
import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.harvest.day import CODE, Day, entry_of, put
from tests.harvest.shown import shown
from tests.rules.cast import Cafe as Played
from workshop.activities.notes.messages import NoteAdded
from workshop.app import Cafe, create_app
from workshop.config import Config
from workshop.harvest import DOCUMENTS

REPORT, BLUEPRINT = f"/w/{CODE}/report", f"/w/{CODE}/blueprint"


class House:
    """A server with one café on it, and browsers that come to read."""

    def __init__(self, folder: Path, played: Played) -> None:
        config = Config(data=folder, database_url=f"sqlite:///{folder / 'cafe.sqlite3'}", secret_key="k" * 32)
        self.app: Cafe = create_app(config, async_mode="threading")
        put(played, self.app.ledger)

    def close(self) -> None:
        """Give all files back: a run of tests has only so many."""
        self.app.stop()
        self.app.ledger.close()
        self.app.crew.jobs._engine.dispose()

    def browser(self, **cookies: str) -> FlaskClient:
        client = self.app.web.test_client()
        for name, value in cookies.items():
            client.set_cookie(name.replace("_", "-"), value)
        return client

    def someone(self, person: str, cookie: str = "cafe") -> FlaskClient:
        """A browser that has a place in the café."""
        return self.browser(**{cookie: self.app.tokens.person("w1", person)})

    def home(self) -> FlaskClient:
        return self.browser(home=self.app.tokens.home())

    @property
    def key(self) -> str:
        return self.app.tokens.reader("w1")


@pytest.fixture
def house(day: Day, tmp_path: Path) -> Iterator[House]:
    """A café that has closed."""
    with closing(House(tmp_path, day.cafe)) as house:
        yield house


@pytest.fixture
def running(tmp_path: Path) -> Iterator[House]:
    """A café that is on."""
    day = Day()
    day.stories()
    with closing(House(tmp_path, day.cafe)) as house:
        yield house


def text(response: TestResponse) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", response.get_data(as_text=True)))


Reading = Callable[[House], TestResponse]
MAY_READ: dict[str, Reading] = {
    "with the readers' link": lambda house: house.browser().get(f"{REPORT}/{house.key}"),
    "with the key beside": lambda house: house.browser().get(f"{REPORT}?key={house.key}"),
    "a participant": lambda house: house.someone("ann").get(REPORT),
    "a facilitator": lambda house: house.someone("fay").get(REPORT),
    "a host of this café": lambda house: house.someone("hal", "cafe_host").get(REPORT),
    "a screen": lambda house: house.someone("sol", "cafe_screen").get(REPORT),
    "whoever holds the home": lambda house: house.home().get(REPORT),
}
MAY_NOT: dict[str, Reading] = {
    "without anything": lambda house: house.browser().get(REPORT),
    "with a forged key": lambda house: house.browser().get(f"{REPORT}/{house.key[:-3]}abc"),
    "with the key of another café": lambda house: house.browser().get(
        f"{REPORT}/{house.app.tokens.reader('w2')}"
    ),
    "with a key of another kind": lambda house: house.browser().get(
        f"{REPORT}/{house.app.tokens.role('w1', 'host')}"
    ),
    "with a place in another café": lambda house: house.browser(
        cafe=house.app.tokens.person("w2", "ann")
    ).get(REPORT),
    "as somebody who never joined": lambda house: house.someone("mallory").get(REPORT),
}


@pytest.mark.parametrize("who", MAY_READ)
def test_those_who_were_there_and_those_with_the_link_read_the_report(house: House, who: str) -> None:
    page = MAY_READ[who](house)
    assert page.status_code == 200
    assert "Families wait for a year." in text(page)


@pytest.mark.parametrize("who", MAY_NOT)
def test_nobody_else_does_and_gets_a_plain_answer(house: House, who: str) -> None:
    page = MAY_NOT[who](house)
    assert page.status_code == 403
    assert "Families wait" not in text(page)
    assert "sk the host for" in text(page)


def test_the_report_says_what_a_café_says(house: House) -> None:
    words = text(house.home().get(REPORT))
    assert "A total of 9 participants including the support team." in words
    assert "This is a guide, not a decision." in words
    assert "Used in: Theme “Time”" in words
    assert "This is a live draft" not in words


def test_the_blueprint_leads_to_the_report_and_back_with_the_reader_s_key(house: House) -> None:
    key = house.key
    browser = house.browser()
    pages = {where: browser.get(f"{where}/{key}").get_data(as_text=True) for where in (REPORT, BLUEPRINT)}
    ids = {where: re.findall(r'\bid="([^"]+)"', html) for where, html in pages.items()}
    for where, html in pages.items():
        assert len(ids[where]) == len(set(ids[where]))
        for path, anchor in re.findall(r'\bhref="([^"#]*)#([^"]+)"', html):
            assert path in ("", f"{REPORT}?key={key}", f"{BLUEPRINT}?key={key}")
            assert anchor in ids[path.partition("?")[0] or where], anchor
        for path in re.findall(r'\bhref="(/w/[^"#]+)', html):
            assert browser.get(path).status_code == 200, path


def test_one_reader_s_key_is_not_given_to_another(house: House) -> None:
    key = house.key
    assert key in house.browser().get(f"{REPORT}/{key}").get_data(as_text=True)
    without = house.someone("ann").get(REPORT).get_data(as_text=True)
    assert key not in without
    assert "key" not in "".join(re.findall(r'href="([^"]+)"', without))


def test_a_key_that_is_no_key_is_not_written_into_the_page(house: House) -> None:
    page = house.someone("ann").get(f"{REPORT}?key=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")
    assert page.status_code == 200
    assert "alert(1)" not in page.get_data(as_text=True)


@pytest.mark.parametrize("what", [REPORT, BLUEPRINT])
def test_before_the_close_hosts_see_a_live_draft(running: House, what: str) -> None:
    for browser in (running.home(), running.someone("hal", "cafe_host")):
        page = browser.get(what)
        assert page.status_code == 200
        assert "This is a live draft" in text(page)


@pytest.mark.parametrize("what", ["report", "blueprint"])
def test_before_the_close_others_hear_when_it_is_made(running: House, what: str) -> None:
    for browser in (running.someone("ann"), running.someone("fay")):
        page = browser.get(f"/w/{CODE}/{what}")
        assert page.status_code == 200
        assert f"The {what} is made when the host closes the café" in text(page)
        assert "Forms eat" not in text(page)
    assert "is made when" in text(running.browser().get(f"/w/{CODE}/{what}/{running.key}"))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_before_the_close_there_is_nothing_to_take_along(running: House, name: str) -> None:
    page = running.someone("ann").get(f"/w/{CODE}/{name}")
    assert page.status_code == 409
    assert "closes the café" in text(page)
    assert running.home().get(f"/w/{CODE}/{name}").status_code == 200


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("report.md", "text/markdown; charset=utf-8"),
        ("report.html", "text/html; charset=utf-8"),
        ("report.json", "application/json"),
        ("report.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ("report.zip", "application/zip"),
        ("blueprint.md", "text/markdown; charset=utf-8"),
        ("blueprint.html", "text/html; charset=utf-8"),
    ],
)
def test_each_document_can_be_taken_along(house: House, name: str, kind: str) -> None:
    got = house.browser().get(f"/w/{CODE}/{name}?key={house.key}")
    assert got.status_code == 200
    assert got.headers["Content-Type"] == kind
    stem, _, ending = name.rpartition(".")
    assert got.headers["Content-Disposition"] == f'attachment; filename="{stem}-{CODE}.{ending}"'
    assert "sandbox" in got.headers["Content-Security-Policy"]
    assert house.browser().get(f"/w/{CODE}/{name}").status_code == 403


def test_a_document_nobody_writes_is_not_found(house: House) -> None:
    assert house.home().get(f"/w/{CODE}/report.exe").status_code == 404
    assert house.home().get("/w/NOSUCH/report").status_code == 404


def test_no_cache_keeps_what_people_said(house: House) -> None:
    for path in (REPORT, BLUEPRINT, f"/w/{CODE}/report.md"):
        assert house.home().get(path).headers["Cache-Control"] == "no-store"


def test_a_page_travels_packed_if_the_browser_can(house: House) -> None:
    packed = house.home().get(REPORT, headers={"Accept-Encoding": "gzip"})
    plain = house.home().get(REPORT)
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.data) == plain.data
    assert "Content-Encoding" not in plain.headers


def test_words_that_are_redacted_are_gone_from_the_next_page_and_file(house: House, day: Day) -> None:
    paths = [REPORT, BLUEPRINT, *(f"/w/{CODE}/{name}" for name in DOCUMENTS)]
    assert all("Thursdays" in shown(house.home().get(path).data) for path in paths)
    entry = entry_of(day.cafe, NoteAdded, note=day.ids["thursdays"])
    body: dict[str, Any] = msgspec.json.decode(entry.body) | {"text": "[taken out]"}
    house.app.ledger.redact("w1", entry.n, msgspec.json.encode(body).decode())
    for path in paths:
        page = shown(house.home().get(path).data)
        assert "Thursdays" not in page, path
        assert "[taken out]" in page or r"\[taken out\]" in page, path


def test_names_are_on_no_page(house: House, day: Day) -> None:
    words = text(house.home().get(REPORT)) + text(house.home().get(BLUEPRINT))
    for person in day.cafe.state.people.values():
        assert not re.search(rf"\b{person.name}\b", words), person.name
