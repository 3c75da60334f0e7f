"""Making keys, ending them, and what is kept of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.api.kit import CAFE, House
from tests.exporting.conftest import Told
from tests.harvest.day import CODE
from workshop.api import routes
from workshop.api.keys import DAY, digest
from workshop.ledger.keys import find_key, keys
from workshop.live.clock import now

Command = Callable[..., str]


@pytest.fixture
def command(house: House, told: Told) -> Command:
    """The command, beside the server."""

    def telling(*words: object, code: int = 0) -> str:
        return told("keys", *words, "--data", house.app.config.data, code=code)

    return telling


def test_a_key_is_made_beside_the_server_and_opens_it_at_once(house: House, command: Command) -> None:
    key = command("make", "archive", "--scope", "harvest:read", "--scope", "workshops:read").splitlines()[0]
    assert house.asks("/workshops", key).status_code == 200
    assert house.asks(f"{CAFE}/harvest", key).status_code == 200


def test_it_is_shown_once_and_kept_nowhere(house: House, command: Command) -> None:
    key = command("make", "archive", "--scope", "harvest:read").splitlines()[0]
    secret = key.split("_", 2)[2]
    assert len(secret) >= 43
    assert key not in command("list")
    kept = b"".join(path.read_bytes() for path in house.app.config.data.iterdir() if path.is_file())
    assert secret.encode() not in kept
    assert digest(secret).encode() in kept


def test_keys_are_listed_with_what_they_open(house: House, command: Command) -> None:
    assert command() == "There are no keys. Make one with: workshop keys make NAME --scope harvest:read\n"
    command("make", "B", "--scope", "workshops:read", "--workshop", "ab-cd", "--days", "30")
    key = command("make", "A", "--scope", "harvest:read").splitlines()[0]
    house.asks(f"{CAFE}/notes", key)
    first, second = command("list").splitlines()
    today = r"\d{4}-\d\d-\d\d"
    assert re.fullmatch(rf"A, harvest:read, every café, made on {today}, last used on {today}", first)
    assert re.fullmatch(
        rf"B, workshops:read, only {CODE}, made on {today}, good until {today}, never used", second
    )


def test_a_key_that_is_dropped_opens_nothing_more(house: House, command: Command) -> None:
    key = command("make", "archive", "--scope", "workshops:read").splitlines()[0]
    assert house.asks("/workshops", key).status_code == 200
    assert "The key “archive” is gone." in command("drop", "archive")
    assert house.asks("/workshops", key).status_code == 401
    assert "There is no key “archive”." in command("drop", "archive", code=2)


def test_a_key_ends_with_its_last_day(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    key, made = house.key(days=1), now()
    monkeypatch.setattr(routes, "now", lambda: made + DAY - 60_000)
    assert house.asks("/workshops", key).status_code == 200
    monkeypatch.setattr(routes, "now", lambda: made + DAY + 60_000)
    answer = house.asks("/workshops", key)
    assert answer.status_code == 401
    assert answer.json is not None
    assert answer.json["code"] == "expired"


def test_the_day_of_use_is_kept_and_nothing_finer(house: House) -> None:
    key = house.key()
    house.asks("/workshops", key)
    found = find_key(house.app.ledger, key.split("_")[1])
    assert found is not None
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", found.used_on)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("make", "A"), "A key needs a scope. Choose among: workshops:read, harvest:read"),
        (("make", "A", "--scope", "harvest"), "There is no scope “harvest”. Choose among:"),
        (("make", "", "--scope", "harvest:read"), "The name of a key has letters, digits"),
        (("make", "a\nb", "--scope", "harvest:read"), "The name of a key has letters, digits"),
        (("make", "x" * 61, "--scope", "harvest:read"), "60 at most"),
        (("make", "A", "--scope", "harvest:read", "--days", "0"), "A key is good for 1 to 3650 days."),
        (("make", "A", "--scope", "harvest:read", "--days", "99999"), "A key is good for 1 to 3650 days."),
        (("make", "A", "--scope", "harvest:read", "--workshop", "ABCE"), "Did you mean ABCD?"),
    ],
)
def test_what_makes_no_key_is_said(house: House, command: Command, words: tuple[str, ...], said: str) -> None:
    assert said in command(*words, code=2)
    assert keys(house.app.ledger) == []


def test_a_name_is_given_once(house: House, command: Command) -> None:
    command("make", "A", "--scope", "harvest:read")
    assert "There is a key “A” already." in command("make", "A", "--scope", "harvest:read", code=2)
    assert len(keys(house.app.ledger)) == 1


@pytest.mark.parametrize("command", ["keys", "webhooks"])
def test_without_a_database_nothing_is_made(told: Told, tmp_path: Path, command: str) -> None:
    said = told(command, "list", "--data", tmp_path / "none", code=2)
    assert said == f"There are no cafés in {tmp_path / 'none'}. Give their folder with --data.\n"
    assert not (tmp_path / "none").exists()
