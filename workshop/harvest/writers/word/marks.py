"""Marks in words: where a bookmark, a link or a picture belongs in a Word document.

Templates get plain strings, so that nothing in them can be called. What a string cannot say (this is a link
to that note) stands in it between signs that Unicode keeps for use inside a program; ``finish.py`` makes the
real thing of them. People's words never hold these signs: :func:`plain` takes them out.
"""

from __future__ import annotations

import re

BOOKMARK, LINK, WORDS, PICTURE, END, JOINT = (chr(0xFDD0 + no) for no in range(6))
# A joint may stand inside of other marks.
INSIDE = "[^\ufdd0-\ufdd4\ufdd6-\ufdef]*"
ANY = re.compile("[\ufdd0-\ufdef]")
FOUND = re.compile(
    f"{BOOKMARK}(?P<bookmark>{INSIDE}){END}"
    f"|{LINK}(?P<link>{INSIDE}){WORDS}(?P<words>{INSIDE}){END}"
    f"|{PICTURE}(?P<picture>{INSIDE}){END}"
)

# What no XML document may hold, and the signs kept for our marks.
_NOT_ALLOWED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
# XML reads every end of a line as \n.
_LINE_END = re.compile("\r\n?")
# Docxtpl reads {_{ as its own way to write {{; a joint between the signs keeps people's words as they are.
_ITS_OWN = re.compile(r"([{}%])(?=_[{}%])")


def plain(words: str) -> str:
    """Somebody's words as an XML document can hold them: what it cannot becomes U+FFFD."""
    return _NOT_ALLOWED.sub("\ufffd", _LINE_END.sub("\n", words))


def text(words: str) -> str:
    """Somebody's words, to be handed to a template."""
    return _ITS_OWN.sub(rf"\1{JOINT}", plain(words))


def bookmark(anchor: str) -> str:
    """Marks the place that links to ``anchor`` lead to."""
    return f"{BOOKMARK}{plain(anchor)}{END}"


def link(anchor: str, words: str) -> str:
    """Words that lead to a place, if the document has it; else only the words."""
    return f"{LINK}{plain(anchor)}{WORDS}{text(' '.join(words.split()))}{END}"


def picture(key: str) -> str:
    return f"{PICTURE}{plain(key)}{END}"


def without(words: str) -> str:
    """The words alone, without marks."""
    return ANY.sub("", FOUND.sub(lambda found: found["words"] or "", words))
