"""A plan file, and what is said about it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.plans.made import Told, Write
from workshop.plans import check


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def writing(content: str | bytes) -> Path:
        path = tmp_path / "plan.yaml"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return writing


@pytest.fixture
def told(write: Write) -> Told:
    """What a check says, without the folder."""

    def telling(content: str | bytes) -> list[str]:
        path = write(content)
        return [str(problem).replace(str(path), "plan.yaml") for problem in check(path)]

    return telling
