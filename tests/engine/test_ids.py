"""Ids and join codes: easy to say aloud, hard to guess."""

from __future__ import annotations

import re

import msgspec
import pytest

from workshop.core.ids import CODE_LENGTH, CODE_SIGNS, new_code, new_id, read_code, spoken_code
from workshop.core.messages import CommandId


def test_a_code_has_no_signs_that_look_or_sound_alike() -> None:
    assert not set(CODE_SIGNS) & set("O0I1LS5B8Z2GQUAE6") - {"L"}
    assert len(set(CODE_SIGNS)) == len(CODE_SIGNS)


def test_a_code_is_hard_to_guess() -> None:
    codes = {new_code() for _ in range(2_000)}
    # Two of hundreds of millions may meet.
    assert len(codes) >= 1_995
    assert all(re.fullmatch(f"[{CODE_SIGNS}]{{{CODE_LENGTH}}}", code) for code in codes)
    assert len(CODE_SIGNS) ** CODE_LENGTH > 60_000_000


@pytest.mark.parametrize("typed", ["cdf347", "CDF 347", " c-d-f 3.4_7 ", "cdf\n347", "C\u200bDF347"])
def test_a_code_is_read_however_it_is_typed(typed: str) -> None:
    assert read_code(typed) == "CDF347"


@pytest.mark.parametrize("typed", ["", " ", "💥", "\ud800", "x" * 100_000])
def test_whatever_is_typed_can_be_looked_up(typed: str) -> None:
    assert len(read_code(typed)) <= 40
    read_code(typed).encode()


def test_a_code_is_shown_in_two_halves_and_read_back() -> None:
    code = new_code()
    assert spoken_code(code) == f"{code[:3]} {code[3:]}"
    assert read_code(spoken_code(code)) == code


def test_an_id_of_the_server_is_one_that_a_command_may_have() -> None:
    for _ in range(50):
        assert msgspec.convert(new_id(), CommandId)
