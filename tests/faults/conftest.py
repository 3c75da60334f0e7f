"""What the tests of faults share: figures that outlast the run."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.faults.figures import Figure, keep


@pytest.fixture(scope="session")
def _figures() -> Iterator[list[Figure]]:
    found: list[Figure] = []
    yield found
    if "FIGURES" in os.environ and found:
        keep(found, Path(os.environ["FIGURES"]))


@pytest.fixture
def figure(_figures: list[Figure]) -> Callable[..., None]:
    """Write down what a fault led to: see :class:`Figure`. Call it before judging."""

    def note(**values: Any) -> None:
        _figures.append(Figure(**values))

    return note
