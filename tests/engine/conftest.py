"""Engines, and their end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.engine.kit import Engine
from workshop.core.plan import StepSettings

Make = Callable[..., Engine]


@pytest.fixture
def make(tmp_path: Path) -> Iterator[Make]:
    made: list[Engine] = []

    def making(*steps: StepSettings, **settings: Any) -> Engine:
        made.append(Engine(tmp_path / f"{len(made)}.db", *steps, **settings))
        return made[-1]

    yield making
    for engine in made:
        engine.close()


@pytest.fixture
def engine(make: Make) -> Engine:
    return make()


@pytest.fixture
def twin(engine: Engine) -> Iterator[Engine]:
    other = engine.twin()
    yield other
    other.close()
