"""Whether two words, or two names, are the same but for the way they are written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from unicodedata import combining, normalize

WORD = re.compile(r"[^\W\d_]+(?:[-\u2010\u2011'’][^\W\d_]+)*")
_HYPHENS = re.compile(r"[-\u2010\u2011]")
# Frequent English words, which the language model for suggestions brings along.
_WORDS = Path(__file__).resolve().parents[2] / "sensemaking" / "vocab.txt"
# Shorter words have too many neighbours: care and case, staff and stuff.
SHORTEST = 6

# British and American ways to write the end of a word, and what both become here.
_ENDINGS = (
    (re.compile(r"(?<=\w{4})is(e|ed|es|ing|er|ers|ation|ations|ational)$"), r"iz\1"),
    (re.compile(r"(?<=\w{3})ys(e|ed|es|ing)$"), r"yz\1"),
    (re.compile(r"(behavi|col|endeav|fav|flav|harb|hon|hum|lab|neighb|rum|sav)our"), r"\1or"),
    (re.compile(r"(cent|fib|lit|met|theat)re(s?)$"), r"\1er\2"),
    (re.compile(r"(cancel|channel|counsel|label|level|model|signal|total|travel)l(?=ed|ing|er|or)"), r"\1"),
    (re.compile(r"(acknowledg|judg)ement"), r"\1ment"),
    (re.compile(r"program(?:me)(s?)$"), r"program\1"),
)
_PLURALS = (
    (re.compile(r"(?<=\w\w)ies$"), "y"),
    (re.compile(r"(?<=\w)(ch|sh|ss|us|x|z)es$"), r"\1"),
    (re.compile(r"(?<=\w\w[^\Wsui])s$"), ""),
)


def plain(text: str) -> str:
    """Without accents, capitals and the ways to write a sign."""
    if text.isascii():
        return text.casefold()
    parts = normalize("NFKD", text.replace("’", "'"))
    return "".join(sign for sign in parts if not combining(sign)).casefold()


def same_heading(text: str) -> str:
    """What headings have in common that look the same: accents, capitals, spaces and stops do not count."""
    bare = re.sub(r"[\W_]+", "", plain(text))
    return bare or plain(text).strip()


def same_word(word: str) -> str:
    """What the spellings of one word have in common: well-being and wellbeing, organise and organize."""
    found = _HYPHENS.sub("", plain(word))
    for ending, instead in _ENDINGS:
        found = ending.sub(instead, found)
    return found


def same_name(text: str) -> str:
    """What names have in common that differ in spelling, or in one and many, alone."""
    words = WORD.findall(text.replace("&", " and "))
    return "".join(_one(same_word(word)) for word in words)


def _one(word: str) -> str:
    for ending, instead in _PLURALS:
        if ending.search(word):
            return ending.sub(instead, word)
    return word


def slip(one: str, other: str) -> bool:
    """Whether one letter is wrong, missing, too many, or changed places with its neighbour.

    The first letter and the last are left out: manage and manager, affect and effect are words of their own.
    """
    if one == other or one[:1] != other[:1] or one[-1:] != other[-1:]:
        return False
    if len(one) == len(other):
        differ = [at for at, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
        if len(differ) == 2:
            first, second = differ
            return second == first + 1 and one[first] == other[second] and one[second] == other[first]
        return len(differ) == 1
    short, long = sorted((one, other), key=len)
    return len(long) == len(short) + 1 and any(long[:at] + long[at + 1 :] == short for at in range(len(long)))


def plain_words(text: str) -> tuple[str, ...]:
    return tuple(plain(word) for word in WORD.findall(text))


def differ_by_a_slip(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two names, word by word, are the same but for a slip in one, that makes it no English word."""
    if len(one) != len(other):
        return False
    pairs = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    return len(pairs) == 1 and _is_slip(*pairs[0])


def _is_slip(one: str, other: str) -> bool:
    long_enough = min(len(one), len(other)) >= SHORTEST
    return long_enough and slip(one, other) and not known_words() >= {one, other}


@lru_cache(maxsize=1)
def known_words() -> frozenset[str]:
    """Frequent English words of some length. What is not among them may still be right."""
    words = _WORDS.read_text(encoding="utf-8").split()
    return frozenset(word for word in words if len(word) >= SHORTEST and word.isalpha())
