"""What a group is about: the phrases that its notes use and others do not."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from math import log

from workshop.sensemaking.words import MOST_CHARACTERS, STOP_WORDS, WORD, stem

# Between words that belong to no common phrase.
_SIGNS = re.compile(r"[^\w\s'’&-]+|\s[-–—]+\s|\n+")
EVERYWHERE = 0.1  # what a phrase is worth that all notes have
MOST_KEYWORDS, MOST_SHARED, LONGEST_PHRASE = 3, 6, 3


class Labels:
    """Knows how common each phrase is among all notes."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._of = [dict(_phrases(text)) for text in texts]
        self._common = Counter(phrase for found in self._of for phrase in found)

    def keywords(self, members: Sequence[int]) -> tuple[str, ...]:
        """1 to 3 phrases, none inside another; none where notes have no words."""
        held = Counter(phrase for i in members for phrase in self._of[i])
        best = sorted(held, key=lambda phrase: (-self._weight(phrase, held[phrase], len(members)), phrase))
        kept: list[tuple[str, ...]] = []
        for phrase in best:
            if len(kept) < MOST_KEYWORDS and not any(set(phrase) & set(other) for other in kept):
                kept.append(phrase)
        return tuple(self._said(phrase, members) for phrase in kept)

    def shared(self, members: Sequence[int]) -> tuple[str, ...]:
        """Words that at least two of them use, those first that tell most."""
        held = Counter(phrase for i in members for phrase in self._of[i] if len(phrase) == 1)
        often = (phrase for phrase in held if held[phrase] > 1)
        best = sorted(often, key=lambda one: (-self._weight(one, held[one], len(members)), one))
        return tuple(self._said(phrase, members) for phrase in best[:MOST_SHARED])

    def _weight(self, phrase: tuple[str, ...], here: int, count: int) -> float:
        """Class-based TF-IDF, and more for a phrase than for its parts."""
        rare = log(len(self._of) / self._common[phrase]) + EVERYWHERE
        return here / count * rare * float(len(phrase) ** 0.5) * (1.0 if here > 1 or count == 1 else 0.3)

    def _said(self, phrase: tuple[str, ...], members: Sequence[int]) -> str:
        """As most of them wrote it."""
        forms = Counter(self._of[i][phrase] for i in members if phrase in self._of[i])
        return min(forms, key=lambda form: (-forms[form], form))


def _phrases(text: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """Runs of up to three words that mean something, none across a sign: as stems, and as written."""
    for part in _SIGNS.split(unicodedata.normalize("NFKC", text[:MOST_CHARACTERS])):
        run: list[tuple[str, str]] = []
        for first, (word, written) in _words(part):
            if len(word) < 2 or word in STOP_WORDS:
                run = []
                continue
            # A capital that only begins a sentence is none of the word's.
            written = written.lower() if first and written[1:].islower() else written
            run = [*run, (stem(word), written)][-LONGEST_PHRASE:]
            for size in range(1, len(run) + 1):
                stems, forms = zip(*run[-size:], strict=True)
                yield stems, " ".join(forms)


def _words(part: str) -> Iterator[tuple[bool, tuple[str, str]]]:
    for number, found in enumerate(WORD.finditer(part)):
        written = found.group().replace("’", "'")
        yield number == 0, (written.casefold(), written)
