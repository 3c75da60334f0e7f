"""Whether notes are in several languages: the standard model knows English."""

from __future__ import annotations

from collections.abc import Sequence

from workshop.sensemaking.wordpiece import MOST_CHARACTERS, pieces
from workshop.sensemaking.words import STOP_WORDS, words

FEWEST_WORDS = 4  # of a note that is judged
ENGLISH = 0.15  # part of its words that are common English ones
BROKEN = 1.6  # pieces a word has, if the model does not know the language
SEVERAL, PART = 2, 0.05  # notes that are not English, and their part of all, from which on it is worth saying
READ = 300  # pieces of a note, at most


def several_languages(texts: Sequence[str]) -> bool:
    foreign = sum(not english(text) for text in texts)
    return foreign >= max(SEVERAL, PART * len(texts))


def english(text: str) -> bool:
    """True as well for what is too short to tell."""
    said = words(text[:MOST_CHARACTERS])
    if len(said) < FEWEST_WORDS:
        return not any(sign >= "\u0370" and sign.isalpha() for sign in text[:MOST_CHARACTERS])
    known = sum(word in STOP_WORDS and len(word) > 2 for word in said) / len(said)
    return known >= ENGLISH or (len(pieces(" ".join(said), READ)) - 2) / len(said) < BROKEN
