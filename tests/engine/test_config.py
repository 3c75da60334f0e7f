"""Settings: each has a default that works, and a wrong one is named."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from workshop.config import Config, from_environment
from workshop.errors import Invalid, Unavailable


def test_without_any_setting_everything_is_in_the_data_folder(tmp_path: Path) -> None:
    config = from_environment({}, data=tmp_path / "new" / "folder")
    assert config.database_url == f"sqlite:///{tmp_path}/new/folder/cafe.db"
    assert len(config.secret_key) > 40


def test_the_key_is_made_once_and_read_by_its_owner_alone(tmp_path: Path) -> None:
    first = from_environment({}, data=tmp_path).secret_key
    assert from_environment({}, data=tmp_path).secret_key == first
    assert stat.S_IMODE((tmp_path / "secret.key").stat().st_mode) == 0o600


def test_an_empty_key_is_never_used(tmp_path: Path) -> None:
    (tmp_path / "secret.key").write_text("\n")
    key = from_environment({}, data=tmp_path).secret_key
    assert len(key) > 40
    assert (tmp_path / "secret.key").read_text() == key


def test_a_key_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    (tmp_path / "secret.key").mkdir()
    with pytest.raises(Unavailable, match=r"The key in .*secret\.key cannot be read"):
        from_environment({}, data=tmp_path)


def test_every_setting_is_read_from_the_variable_of_its_name(tmp_path: Path) -> None:
    given = {
        "DATA": str(tmp_path),
        "DATABASE_URL": "sqlite:///x.db",
        "REDIS_URL": "redis://localhost/1",
        "SECRET_KEY": "secret",
        "PUBLIC_URL": "https://cafe.example/",
        "BEHIND_PROXY": "1",
        "TOKEN_DAYS": "7",
        "COMMANDS_PER_SECOND": "5",
        "JOINS_PER_MINUTE": "6",
        "WRONG_CODES_PER_MINUTE": "8",
        "CALLS_PER_MINUTE": "9",
        "ERRANDS_PER_MINUTE": "10",
        "WEBHOOK_TARGETS": "private",
        "AWAY_SECONDS": "0.5",
        "METRICS_TOKEN": "m",
        "WORKERS": "2",
        "LOG_FORMAT": "json",
        "LOG_LEVEL": "info",
    }
    assert {name.lower() for name in given} == set(Config.__struct_fields__)
    config = from_environment(given)
    assert config.public_url == "https://cafe.example"
    assert (config.token_days, config.away_seconds, config.data) == (7, 0.5, tmp_path)


def test_what_the_command_line_says_wins(tmp_path: Path) -> None:
    assert from_environment({"DATA": "/elsewhere"}, data=tmp_path).data == tmp_path
    assert from_environment({"DATA": str(tmp_path)}, data=None).data == tmp_path


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TOKEN_DAYS", "0"),
        ("TOKEN_DAYS", "9999999"),
        ("COMMANDS_PER_SECOND", "-1"),
        ("JOINS_PER_MINUTE", "lots"),
        ("WRONG_CODES_PER_MINUTE", "1.5"),
        ("AWAY_SECONDS", "nan"),
        ("AWAY_SECONDS", "601"),
        ("BEHIND_PROXY", "6"),
        ("LOG_FORMAT", "xml"),
        ("LOG_LEVEL", "loud"),
    ],
)
def test_a_setting_that_cannot_be_is_named_with_what_it_holds(tmp_path: Path, name: str, value: str) -> None:
    with pytest.raises(Invalid) as refused:
        from_environment({name: value}, data=tmp_path)
    assert refused.value.message.startswith(f"The setting {name} cannot be “{value}”: Expected")
