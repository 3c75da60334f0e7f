"""Whoever holds a server's home brings a café in: all of it, or nothing, and with words that help."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import msgspec
import pytest
from werkzeug.test import TestResponse

from tests.api.kit import House
from tests.archive.kit import Opened, seal, sealed
from tests.harvest.day import CODE
from tests.stories.cafe import boot
from workshop.web import errands


class Keeper:
    """Whoever opened the link that the server printed."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.client = house.app.web.test_client()
        self.client.get(f"/host/{house.app.tokens.home()}")
        self.csrf = str(boot(_read(self.client.get("/home")), "home")["csrf"])

    def brings(self, raw: bytes, code: int = 200, **more: Any) -> Any:
        headers = {"X-Csrf": self.csrf, "Content-Type": "application/zip"} | more.pop("headers", {})
        answer = self.client.post("/home/archives", data=raw, headers=headers, **more)
        assert answer.status_code == code, answer.text
        return msgspec.json.decode(answer.data)

    def cafes(self) -> list[str]:
        return [each["code"] for each in boot(_read(self.client.get("/home")), "home")["workshops"]]


class _Page:
    """As much of a page as :func:`boot` looks at."""

    def __init__(self, answer: TestResponse) -> None:
        self.text, self.status_code, self.url = answer.text, answer.status_code, answer.request.path


def _read(answer: TestResponse) -> Any:
    return _Page(answer)


@pytest.fixture
def keeper(tmp_path: Path) -> Iterator[Keeper]:
    """Of a server without this café."""
    with closing(House(tmp_path / "other", None)) as house:
        yield Keeper(house)


def test_a_café_comes_in_and_is_a_link_away(keeper: Keeper, raw: bytes) -> None:
    told = keeper.brings(raw)
    assert (told["code"], told["new"], told["link"]) == (CODE, True, f"/w/{CODE}/report")
    assert keeper.cafes() == [CODE]
    assert "Forms eat the evenings." in keeper.client.get(told["link"]).text
    assert keeper.brings(raw)["new"] is False


def _bomb(raw: bytes) -> bytes:
    return sealed(Opened(raw).files() | {"entries.jsonl": b"0" * 50_000_000}, zipfile.ZIP_DEFLATED)


def _newer(raw: bytes) -> bytes:
    opened = Opened(raw)
    opened.forged = {"format": 99}
    return opened.closed()


@pytest.mark.parametrize(
    ("harm", "words"),
    [
        (lambda raw: b"words", "it is no archive of a café"),
        (lambda raw: raw[:-1000], "it is damaged, cut off"),
        (lambda raw: raw.replace(b"Forms eat", b"Forms ate", 1), "it is damaged"),
        (lambda raw: seal(raw.replace(b"Forms eat", b"Forms ate", 1)), "cannot be imported"),
        (_newer, "a newer version of this program has made it"),
        (_bomb, "is packed in another way than ours"),
    ],
)
def test_what_is_no_whole_archive_is_refused_and_leaves_nothing(
    keeper: Keeper, raw: bytes, harm: Any, words: str
) -> None:
    data = keeper.house.app.config.data
    before = {path.name for path in data.iterdir()}
    told = keeper.brings(harm(raw), 400)
    assert told["message"].startswith("This file cannot be imported: ")
    assert words in told["message"]
    assert keeper.cafes() == []
    assert {path.name for path in data.iterdir()} == before


def test_another_state_of_the_same_café_is_refused(keeper: Keeper, raw: bytes) -> None:
    keeper.brings(raw)
    opened = Opened(raw)
    opened.people[0]["name"] = "Somebody else"
    assert "is here already, and is not the same" in keeper.brings(opened.closed(), 409)["message"]


def test_only_the_holder_of_the_home_from_this_page_may(keeper: Keeper, raw: bytes) -> None:
    assert keeper.brings(raw, 403, headers={"X-Csrf": "0"})["code"] == "csrf"
    assert keeper.brings(raw, 403, headers={"Origin": "https://elsewhere.example"})["code"] == "origin"
    keeper.client.delete_cookie("home")
    assert keeper.brings(raw, 403)["code"] == "home"
    keeper.client.get(f"/host/{keeper.house.app.tokens.home()}")
    assert keeper.cafes() == []


def test_what_is_too_large_or_cut_off_on_the_way_is_refused(keeper: Keeper, raw: bytes) -> None:
    too_large = keeper.brings(raw, 400, environ_overrides={"CONTENT_LENGTH": "256000001"})
    assert "larger than 256 MB" in too_large["message"]
    cut_off = keeper.brings(raw, 400, environ_overrides={"CONTENT_LENGTH": str(len(raw) + 1)})
    assert cut_off["code"] == "cut-off"
    assert keeper.cafes() == []


def test_an_empty_file_is_named(keeper: Keeper) -> None:
    assert "No file came" in keeper.brings(b"", 400)["message"]


def test_one_comes_in_at_a_time(keeper: Keeper, raw: bytes) -> None:
    with errands._ONE:
        assert "Try again in a minute" in keeper.brings(raw, 409)["message"]
    assert keeper.brings(raw)["new"]
