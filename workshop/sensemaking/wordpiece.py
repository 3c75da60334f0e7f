"""Cuts text into the word pieces that MiniLM was trained on.

The rules are those of BERT (Devlin et al. 2018, uncased), the vocabulary is that of ``bert-base-uncased``
(Apache License 2.0): 30,522 pieces, one a line, the line's number being the piece's id."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

VOCABULARY = Path(__file__).with_name("vocab.txt")
UNKNOWN, BEGIN, END = 100, 101, 102
_PLAIN = re.compile(r"[a-z0-9]+|[^a-z0-9\s]")
LONGEST_WORD = 100  # characters; what is longer is no word
MOST_CHARACTERS = 2_000  # of a text that are read: more than the pieces a model takes


@cache
def vocabulary() -> dict[str, int]:
    return {piece: number for number, piece in enumerate(VOCABULARY.read_text("utf-8").splitlines())}


def pieces(text: str, most: int) -> list[int]:
    """Ids of at most ``most`` pieces, the marks of beginning and end among them."""
    found = [BEGIN]
    for word in words(text[:MOST_CHARACTERS]):
        found += _pieces_of(word)
        if len(found) >= most:
            break
    return [*found[: most - 1], END]


def words(text: str) -> Iterator[str]:
    """Lower case, without accents; a sign of punctuation or a Chinese character is a word of its own."""
    if text.isascii():
        yield from _PLAIN.findall(_clean(text).lower())
        return
    word = ""
    for sign in unicodedata.normalize("NFD", _clean(text).lower()):
        if unicodedata.category(sign) == "Mn":
            continue
        if sign.isspace() or _alone(sign):
            if word:
                yield word
            word = ""
            if not sign.isspace():
                yield sign
        else:
            word += sign
    if word:
        yield word


def _clean(text: str) -> str:
    if text.isprintable():
        return text.replace("\ufffd", "")
    kept = (" " if sign in "\t\n\r" else sign for sign in text if sign not in "\0\ufffd")
    return "".join(sign for sign in kept if unicodedata.category(sign) not in ("Cc", "Cf"))


@lru_cache(maxsize=4_000)
def _alone(sign: str) -> bool:
    point = ord(sign)
    if 33 <= point <= 47 or 58 <= point <= 64 or 91 <= point <= 96 or 123 <= point <= 126:
        return True
    return unicodedata.category(sign).startswith("P") or _chinese(point)


def _chinese(point: int) -> bool:
    return any(
        first <= point <= last
        for first, last in ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x2FA1F))
    )


@lru_cache(maxsize=20_000)
def _pieces_of(word: str) -> tuple[int, ...]:
    """The longest piece that fits, again and again; a word that cannot be cut so is unknown."""
    if len(word) > LONGEST_WORD:
        return (UNKNOWN,)
    found: list[int] = []
    begin, known = 0, vocabulary()
    while begin < len(word):
        mark = "##" if begin else ""
        ends = range(len(word), begin, -1)
        end = next((end for end in ends if mark + word[begin:end] in known), None)
        if end is None:
            return (UNKNOWN,)
        found.append(known[mark + word[begin:end]])
        begin = end
    return tuple(found)
