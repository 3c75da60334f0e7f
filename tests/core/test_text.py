"""What people write is kept as they wrote it, but for what could harm others."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from workshop.core import text
from workshop.errors import Invalid

Clean = Callable[[str, int, str], str]
BOTH = pytest.mark.parametrize("clean", [text.line, text.passage])
TURNING = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def refusal(clean: Clean, words: str, most: int = 20) -> Invalid:
    with pytest.raises(Invalid) as caught:
        clean(words, most, "This note")
    return caught.value


@BOTH
@pytest.mark.parametrize(
    "words",
    ["No time", "Zoë & Łukasz", "<b>not bold</b>", "=1+1", "עם ישראל", "می‌خواهم", "👩‍👩‍👧 ❤️", "naïve", "𝔍𝔬𝔶"],
)
def test_words_stay_as_they_are(clean: Clean, words: str) -> None:
    assert clean(words, 40, "This note") == words


@BOTH
def test_nothing_is_composed_anew(clean: Clean) -> None:
    apart = unicodedata.normalize("NFD", "Zoë")
    assert clean(apart, 20, "The name") == apart


@BOTH
@pytest.mark.parametrize("control", ["\0", "\a", "\b", "\x1b", "\x7f", "\x9b", "\ud800", "\ufffe", "\uffff"])
def test_controls_are_dropped(clean: Clean, control: str) -> None:
    assert clean(f"No{control} time", 20, "This note") == "No time"


@BOTH
@pytest.mark.parametrize("sign", TURNING)
def test_nothing_turns_round_what_stands_beside_it(clean: Clean, sign: str) -> None:
    assert clean(f"{sign}Ann{sign}", 20, "The name") == "Ann"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029"])
def test_every_end_of_a_line_is_one(end: str) -> None:
    assert text.passage(f"one{end}two", 20, "This note") == "one\ntwo"
    assert text.line(f"one{end}two", 20, "The name") == "one two"


def test_a_line_is_one_line_with_single_spaces() -> None:
    assert text.line("  Ann\t\tof \u00a0 the\n\n\nhills  ", 40, "The name") == "Ann of the hills"


def test_a_passage_keeps_its_lines_and_its_spaces() -> None:
    assert text.passage("\n\none\n  two\n\n\n\n\nthree \n", 40, "This note") == "one\n  two\n\nthree"


@BOTH
@pytest.mark.parametrize(
    "words",
    [
        "",
        "   ",
        "\n\t\r\n",
        "\u202e",
        "\u200b\u200d\ufeff",
        "\u00ad",
        "\u3164",
        "\u2800 \u115f",
        "\u0301\ufe0f",
    ],
)
def test_what_nobody_can_see_is_empty(clean: Clean, words: str) -> None:
    refused = refusal(clean, words)
    assert refused.code == "empty"
    assert refused.message == "This note is empty. Write a few words first."


@BOTH
def test_what_is_too_long_says_by_how_much_and_that_nothing_is_lost(clean: Clean) -> None:
    assert clean("x" * 20, 20, "This note") == "x" * 20
    one, many = refusal(clean, "x" * 21), refusal(clean, "x" * 10_000)
    assert one.code == many.code == "too-long"
    assert one.message.startswith("This note is too long by 1 character (at most 20). Nothing is lost.")
    assert "by 9980 characters" in many.message


@BOTH
def test_the_length_is_that_of_what_is_kept(clean: Clean) -> None:
    assert clean(" " * 50 + "x" * 20 + "\0" * 50, 20, "This note") == "x" * 20


@BOTH
def test_a_sign_is_a_character_however_many_bytes_it_takes(clean: Clean) -> None:
    assert clean("🌍" * 20, 20, "This note") == "🌍" * 20


# Any text, with what could make trouble in it more often than chance would have it.
WILD = st.text(
    st.one_of(st.characters(), st.sampled_from("\0\t\n\r\v\x85 \u00a0\u2028\u3164\u0301\ud800" + TURNING)),
    max_size=60,
)


@BOTH
@given(words=WILD, most=st.integers(1, 60))
@example(words="\n\n\u200e\n", most=9)
@example(words="a\r\0\nb", most=9)
def test_whatever_comes_what_is_kept_is_safe_short_and_stays(clean: Clean, words: str, most: int) -> None:
    try:
        kept = clean(words, most, "This note")
    except Invalid:
        return
    allowed = "\n\t" if clean is text.passage else ""
    assert not [c for c in kept if unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") and c not in allowed]
    assert not set(kept) & set(TURNING)
    assert 0 < len(kept) <= most
    assert kept == kept.strip()
    assert clean(kept, most, "This note") == kept
    assert kept.encode().decode() == kept


@given(words=WILD)
def test_a_line_and_a_passage_call_the_same_words_empty(words: str) -> None:
    for clean in (text.line, text.passage):
        if text.visible(words):
            assert clean(words, 60, "This note")
        else:
            assert refusal(clean, words).code == "empty"
