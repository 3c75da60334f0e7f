"""Names of people and places that the finder knows, and which of them are words as well: ``lists/``."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from pathlib import Path

_LISTS = Path(__file__).parent / "lists"


def _lines(name: str) -> list[str]:
    lines = (_LISTS / name).read_text().splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def _by_hand() -> dict[str, frozenset[str]]:
    """The words of each part of the list that is kept by hand."""
    found, head = defaultdict[str, list[str]](list), ""
    for line in _lines("by-hand.txt"):
        if line.startswith("["):
            head = line.strip("[]")
        else:
            found[head] += line.split()
    return {head: frozenset(words) for head, words in found.items()}


_HAND = _by_hand()
TITLES, SMALL_TITLES, LOOSE_TITLES = _HAND["titles"], _HAND["small titles"], _HAND["loose titles"]
AMBIGUOUS, NEVER, GENERIC = _HAND["ambiguous"], _HAND["never"], _HAND["generic"]


@lru_cache(maxsize=1)
def names() -> frozenset[str]:
    listed = (word.casefold() for word in _lines("names.txt"))
    return frozenset(word for word in (*listed, *_HAND["short names"]) if word not in NEVER)


@lru_cache(maxsize=1)
def places() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Names of places by their first word; of each the rest, the longest first."""
    found = defaultdict[str, list[tuple[str, ...]]](list)
    for line in _lines("places.txt"):
        first, *rest = line.casefold().replace("-", " ").split()
        if rest or first not in NEVER:
            found[first].append(tuple(rest))
    return {first: tuple(sorted(rests, key=len, reverse=True)) for first, rests in found.items()}
