"""Signed tokens: each kind for itself, unchangeable, and no longer good after its days."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from workshop.errors import NotAllowed
from workshop.tokens import DAY, Tokens

TOKENS = Tokens("a key", days=30)
KINDS: dict[str, tuple[str, Callable[[str], object]]] = {
    "person": (TOKENS.person("w1", "p1"), TOKENS.read_person),
    "carried": (TOKENS.carried("w1", "p1"), TOKENS.read_carried),
    "role": (TOKENS.role("w1", "host"), lambda key: TOKENS.read_role(key, "w1")),
    "home": (TOKENS.home(), TOKENS.read_home),
    "reader": (TOKENS.reader("w1"), lambda key: TOKENS.read_reader(key, "w1")),
}


def code(read: Callable[[str], object], token: str) -> str:
    with pytest.raises(NotAllowed) as refused:
        read(token)
    return refused.value.code


def test_a_token_says_what_was_signed() -> None:
    assert TOKENS.read_person(TOKENS.person("w1", "p1")) == ("w1", "p1")
    assert TOKENS.read_role(TOKENS.role("w1", "screen"), "w1") == "screen"


@pytest.mark.parametrize("kind", KINDS)
def test_one_kind_of_token_never_passes_for_another(kind: str) -> None:
    token, _ = KINDS[kind]
    for other, (_, read) in KINDS.items():
        if other != kind:
            assert code(read, token) == "token"


@pytest.mark.parametrize("kind", KINDS)
def test_a_token_ends_after_its_days(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    token, read = KINDS[kind]
    now = time.time()
    days = 1 if kind == "carried" else 30
    monkeypatch.setattr(time, "time", lambda: now + (days - 0.5) * DAY)
    read(token)
    monkeypatch.setattr(time, "time", lambda: now + (days + 0.5) * DAY)
    assert code(read, token) == "expired"


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("change", ["", "~", ".", "é", "\ud800", "\x00", "a.b.c", "🪑" * 50], ids=range(8))
def test_what_was_not_signed_here_is_refused(kind: str, change: str) -> None:
    token, read = KINDS[kind]
    assert code(read, change) == "token"
    assert code(read, token[:3] + change + token[4:]) == "token"


@pytest.mark.parametrize("kind", KINDS)
def test_another_key_opens_nothing(kind: str) -> None:
    token, _ = KINDS[kind]
    other = Tokens("another key")
    reads: dict[str, Callable[[str], object]] = {
        "person": other.read_person,
        "carried": other.read_carried,
        "role": lambda key: other.read_role(key, "w1"),
        "home": other.read_home,
        "reader": lambda key: other.read_reader(key, "w1"),
    }
    assert code(reads[kind], token) == "token"


def test_a_link_of_another_workshop_is_said_to_be_one() -> None:
    with pytest.raises(NotAllowed, match="for another café"):
        TOKENS.read_role(TOKENS.role("w2", "host"), "w1")
    with pytest.raises(NotAllowed, match="for another café"):
        TOKENS.read_reader(TOKENS.reader("w2"), "w1")
