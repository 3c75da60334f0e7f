"""The words of a text: what it shares with another, and rows that point the same way where much is shared."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from math import log
from pathlib import Path
from zlib import crc32

import numpy as np

from workshop.sensemaking.vectors import Floats

# English words that do not say what a note is about.
STOP_WORDS = frozenset(Path(__file__).with_name("stopwords.txt").read_text("utf-8").split())
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
MOST_CHARACTERS = 2_000  # of a text that are read
BUCKETS = 4_096  # word and letter patterns are counted in so many; two in one bucket do little harm
MOST_SHARED = 5
MOST_LEARNT, AT_ONCE = 2_000, 500  # texts
TOPICS = 100  # directions that rows are brought down to


def plain(text: str) -> str:
    """Two texts with the same plain form are the same note: case, spaces and signs aside."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(WORD.findall(folded)) or " ".join(folded.split())


def words(text: str) -> list[str]:
    return WORD.findall(unicodedata.normalize("NFKC", text[:MOST_CHARACTERS]).casefold().replace("’", "'"))


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """An English word without its commonest endings, so that *meeting* and *meetings* are one."""
    word = word.removesuffix("'s")
    if word.endswith("y") and len(word) > 3:
        return word[:-1] + "i"
    for ending in ("ingly", "edly", "ings", "ing", "ies", "ied", "ed", "es", "s", "ly"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            rest = word[: -len(ending)]
            if ending in ("ies", "ied"):
                return rest + "i"
            return (
                rest[:-1] if ending[-1] in "gds" and len(rest) > 3 and rest[-1] == rest[-2] != "s" else rest
            )
    return word


def telling(text: str) -> list[str]:
    """The stems of its words, without those that say nothing of what it is about."""
    return [stem(word) for word in words(text) if word not in STOP_WORDS]


def shared_words(text: str, stems: Collection[str]) -> tuple[str, ...]:
    """Words of a text, as it writes them, whose stems are among these; at most a handful."""
    found = {
        stem(word): word for word in reversed(words(text)) if word not in STOP_WORDS and stem(word) in stems
    }
    return tuple(reversed(found.values()))[:MOST_SHARED]


def _patterns(text: str) -> Iterator[tuple[str, float]]:
    """What is counted, and how much it weighs: words, neighbours, and runs of 3 to 5 letters within words."""
    stems = telling(text)
    yield from ((f"w {one}", 1.0) for one in stems)
    yield from ((f"p {one} {other}", 0.5) for one, other in pairwise(stems))
    for word in words(text):
        if word not in STOP_WORDS:
            padded = f" {word} "
            for size in (3, 4, 5):
                yield from ((padded[i : i + size], 0.25) for i in range(len(padded) - size + 1))


def _counted(text: str) -> dict[int, float]:
    found: Counter[str] = Counter()
    weight: dict[str, float] = {}
    for pattern, weighs in _patterns(text):
        found[pattern] += 1
        weight[pattern] = weighs
    buckets: dict[int, float] = {}
    for pattern, times in found.items():
        bucket = crc32(pattern.encode()) % BUCKETS
        buckets[bucket] = buckets.get(bucket, 0.0) + weight[pattern] * (1 + log(times))
    return buckets


def counts(texts: Sequence[str]) -> Floats:
    rows = np.zeros((len(texts), BUCKETS), np.float32)
    for row, text in zip(rows, texts, strict=True):
        found = _counted(text)
        row[list(found)] = list(found.values())
    return rows


def word_rows(texts: Sequence[str]) -> Floats:
    """Rows of length 1 (0 for a text without words), alike where rare words are shared: TF-IDF, brought
    down to ``TOPICS`` directions (latent semantic analysis). What a pattern weighs is learnt from
    ``MOST_LEARNT`` of them."""
    learnt = counts(texts[:: -(-len(texts) // MOST_LEARNT) or 1])
    weights = np.log((1 + len(learnt)) / (1 + np.count_nonzero(learnt, axis=0))).astype(np.float32) + 1
    directions = _directions(unit(learnt * weights))
    parts = [
        unit(unit(counts(texts[at : at + AT_ONCE]) * weights) @ directions)
        for at in range(0, max(len(texts), 1), AT_ONCE)
    ]
    return np.concatenate(parts)


def unit(rows: Floats) -> Floats:
    """Each row of length 1; zeros stay."""
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    found: Floats = rows / np.maximum(lengths, 1e-9)
    return found


def _directions(rows: Floats) -> Floats:
    """The right singular vectors of the largest values, by random projection (Halko et al. 2011), columns."""
    most = min(TOPICS, len(rows), BUCKETS)
    sketch = rows @ np.random.default_rng(1).standard_normal((BUCKETS, most + 10), np.float32)
    for _ in range(2):
        sketch = np.linalg.qr(rows @ (rows.T @ sketch))[0]
    found: Floats = np.linalg.svd(np.linalg.qr(sketch)[0].T @ rows, full_matrices=False)[2][:most].T
    return found
