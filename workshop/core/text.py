"""Words people write, made safe to keep: trimmed, without control characters, within a length."""

from __future__ import annotations

import re
import unicodedata

from workshop.errors import Invalid

# Control characters and halves of surrogates; marks, overrides, embeddings and isolates, which left open turn
# round what stands beside the words; and what no XML file may hold, since Word and Excel files are XML.
_DROPPED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]"
)
# All that ends a line: Windows, old Macs, Word's soft break, a page, and what Unicode has besides.
_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_SPACES = re.compile(r"[^\S\n]+")
_BLANK_LINES = re.compile(r"\n{3,}")
_WORD = re.compile(r"\w+")
# Spaces between so many words, and one more.
ANYBODYS = 3
# Letters and signs that show nothing.
_BLANKS = frozenset("\u115f\u1160\u2800\u3164\uffa0")


def line(text: str, most: int, what: str) -> str:
    """One line of at most ``most`` characters, or :class:`Invalid` saying what is wrong with ``what``."""
    clean = _SPACES.sub(" ", _without_controls(text).replace("\n", " ")).strip()
    return _measured(clean, most, what)


def passage(text: str, most: int, what: str) -> str:
    """Several lines, at most ``most`` characters in all, or :class:`Invalid`."""
    clean = _BLANK_LINES.sub("\n\n", _without_controls(text)).strip()
    return _measured(clean, most, what)


def _without_controls(text: str) -> str:
    return _DROPPED.sub("", _LINE_ENDS.sub("\n", text))


def _measured(clean: str, most: int, what: str) -> str:
    if not visible(clean):
        raise Invalid(f"{what} is empty. Write a few words first.", "empty")
    over = len(clean) - most
    if over > 0:
        raise Invalid(
            f"{what} is too long by {over} {'character' if over == 1 else 'characters'} "
            f"(at most {most}). Nothing is lost. Shorten it and send it again.",
            "too-long",
        )
    return clean


def same_words(text: str) -> str:
    """What two spellings of the same words have in common."""
    return " ".join(text.split()).casefold()


def visible(text: str) -> bool:
    """Whether there is anything to see."""
    return any(map(_shows, _without_controls(text)))


def _shows(char: str) -> bool:
    """Whether this sign alone can be seen: accents and joiners need another one."""
    return not char.isspace() and char not in _BLANKS and unicodedata.category(char) not in ("Cf", "Mn", "Me")


def repeats(words: str, of: str) -> bool:
    """Whether these words are the others, or hold all of them to the letter: capitals and stops aside."""
    return bare_repeats(bare(words), bare(of))


def bare_repeats(mine: str, theirs: str) -> bool:
    """The same of bare words. Fewer than four are anybody's: said again only where nothing else is said."""
    if not theirs or mine == theirs:
        return bool(theirs)
    return theirs.count(" ") >= ANYBODYS and f" {theirs} " in f" {mine} "


def bare(text: str) -> str:
    """The words alone, in small letters."""
    return " ".join(_WORD.findall(text.casefold()))
