"""Which words of a text may show who somebody is. A program guesses: too much rather than too little.

English first: titles, capital letters at the beginning of names, and lists of first names and places. What it
does not know, such as a nickname, it cannot find.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from workshop.privacy.known import (
    AMBIGUOUS,
    GENERIC,
    LOOSE_TITLES,
    NEVER,
    SMALL_TITLES,
    TITLES,
    names,
    places,
)
from workshop.privacy.patterns import Kind, patterns_for

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
# What stands between a sentence and its first word.
_OPENS = re.compile(r"(?:^|[.!?:;\n•–—…])[\s\"'“”‘’(\[*-]*$")
_POSSESSIVE = re.compile(r"['’]s?$", re.IGNORECASE)
_LONGEST_NAME = 3
# Letters that a name of the list has at least, with a small letter in front and with a capital.
_SHORTEST = {False: 5, True: 3}


# What stands in the place of each kind, in brackets.
VAGUER: dict[Kind, str] = {
    "name": "name",
    "place": "place",
    "address": "address",
    "phone": "phone number",
    "email": "e-mail address",
    "date": "date",
    "number": "number",
}


class Found(NamedTuple):
    """Some words: ``at`` to ``to`` are places in the text, in characters."""

    at: int
    to: int
    kind: Kind


class _Word(NamedTuple):
    """``plain``: in small letters, and without the ’s of whose it is."""

    at: int
    to: int
    text: str
    plain: str

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()


def people_named(names: Iterable[str]) -> frozenset[str]:
    """The first names of people as they are called, for ``find``."""
    firsts = (_WORD.search(name) for name in names)
    plain = {first.group().casefold() for first in firsts if first is not None}
    return frozenset(name for name in plain if len(name) > 1 and name not in NEVER)


@lru_cache(maxsize=20_000)
def find(text: str, people: frozenset[str] = frozenset()) -> tuple[Found, ...]:
    """What may show who somebody is, in order and nowhere twice. ``people``: first names to look for too."""
    found = [*_patterned(text), *_worded(text, people)]
    kept: list[Found] = []
    for each in sorted(found, key=lambda one: (one.at, -one.to)):
        if not kept or each.at >= kept[-1].to:
            kept.append(each)
        elif each.to > kept[-1].to:
            kept[-1] = kept[-1]._replace(to=each.to)
    return tuple(kept)


def _patterned(text: str) -> Iterator[Found]:
    for kind, pattern in patterns_for(text):
        for hit in pattern.finditer(text):
            part = "this" if "this" in pattern.groupindex else 0
            at, to = hit.span(part)
            if kind == "place":
                at += _generic(hit.group(part))
                if at >= to or " " not in text[at:to].strip():
                    continue
            yield Found(at, to, kind)


def _generic(words: str) -> int:
    """How long the words in front are that name nothing: Our Primary School does not, Our Elm School does."""
    skipped = 0
    for word in words.split()[:-1]:
        if word.casefold().replace("’", "'") not in GENERIC:
            return skipped
        skipped = words.index(word, skipped) + len(word) + 1
    return skipped


def _worded(text: str, people: Collection[str]) -> Iterator[Found]:
    words = [_word(hit) for hit in _WORD.finditer(text)]
    known, done = _known(), 0
    for no, word in enumerate(words):
        # Most words are none of these, and every note of a large café comes by here.
        if word.at < done or (word.plain not in known and word.plain not in people):
            continue
        found = _name(text, words, no, people) or _place(text, words, no)
        if found is not None:
            yield found
            done = found.to


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    """Whatever a name or a place can begin with."""
    return TITLES | names() | frozenset(places())


def _word(hit: re.Match[str]) -> _Word:
    at, to = hit.span()
    text = hit.group()
    if "'" in text or "’" in text:
        own = _POSSESSIVE.search(text)
        text = text[: own.start()] if own else text
        return _Word(at, at + len(text), text, text.casefold().replace("’", "'"))
    return _Word(at, to, text, text.casefold())


def _name(text: str, words: Sequence[_Word], no: int, people: Collection[str]) -> Found | None:
    word = words[no]
    if word.plain in TITLES and _titled(text, words, no):
        return _until(text, words, no + 1, word.at)
    if _is_name(text, word, people):
        return _until(text, words, no, word.at)
    return None


def _titled(text: str, words: Sequence[_Word], no: int) -> bool:
    """Mrs Patel; a loose title needs a capital of its own: Sister Agnes, but not my sister Said."""
    if no + 1 >= len(words) or not _beside(text, words[no], words[no + 1]):
        return False
    title, name = words[no], words[no + 1]
    if name.plain in NEVER or len(name.text) < 2:
        return False
    if title.plain in SMALL_TITLES:
        return name.capital or not title.capital
    if title.capital:
        return name.capital
    loose = title.plain in LOOSE_TITLES and name.capital
    return loose and name.plain in names() and name.plain not in AMBIGUOUS


def _is_name(text: str, word: _Word, people: Collection[str]) -> bool:
    if word.plain in people:
        ambiguous = word.plain in AMBIGUOUS
        return word.capital or (not ambiguous and len(word.plain) > 3)
    if word.plain not in names() or len(word.plain) < _SHORTEST[word.capital]:
        return False
    return word.plain not in AMBIGUOUS or (word.capital and _inside(text, word))


def _inside(text: str, word: _Word) -> bool:
    """In the middle of a sentence that is not in capitals, where only a name has one."""
    return not word.text.isupper() and not _OPENS.search(text[: word.at])


def _until(text: str, words: Sequence[_Word], no: int, at: int) -> Found:
    """The name with what follows it in capitals: Sarah Jones, Mary O’Neill."""
    last, most = no, no + _LONGEST_NAME - 1
    while last < most and last + 1 < len(words) and _belongs(text, words[last], words[last + 1]):
        last += 1
    return Found(at, words[last].to, "name")


def _belongs(text: str, word: _Word, following: _Word) -> bool:
    between = text[word.to : following.at]
    big = following.capital and len(following.text) > 1 and not following.text.isupper()
    return between in (" ", "-") and big and following.plain not in NEVER


def _beside(text: str, word: _Word, following: _Word) -> bool:
    return text[word.to : following.at] in (" ", ". ")


def _place(text: str, words: Sequence[_Word], no: int) -> Found | None:
    word = words[no]
    if not word.capital:
        return None
    for rest in places().get(word.plain, ()):
        following = tuple(each.plain for each in words[no + 1 : no + 1 + len(rest)])
        if following == rest and (rest or word.plain not in AMBIGUOUS or _inside(text, word)):
            if rest and not _joined(text, words[no : no + 1 + len(rest)]):
                continue
            return Found(word.at, words[no + len(rest)].to, "place")
    return None


def _joined(text: str, words: Sequence[_Word]) -> bool:
    return all(text[one.to : other.at] in (" ", "-") for one, other in pairwise(words))
