"""The language model is loaded once for all tests of a process."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from workshop.sensemaking.suggest import NoteText
from workshop.sensemaking.vectors import Embedder, Meaning, Vectors, digest


@pytest.fixture(scope="session")
def embedder() -> Embedder:
    return Embedder.load()


@pytest.fixture(scope="session")
def meaning(embedder: Embedder) -> Callable[[Iterable[NoteText]], Vectors]:
    known: dict[str, Meaning] = {}

    def of(notes: Iterable[NoteText]) -> Vectors:
        texts = [note.text for note in notes]
        known.update(embedder.vectors(text for text in texts if digest(text) not in known))
        return {digest(text): known[digest(text)] for text in texts}

    return of
