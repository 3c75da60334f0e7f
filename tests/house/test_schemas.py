"""Every schema that was ever released has a little café of its time, which the server of today must open."""

from __future__ import annotations

from pathlib import Path

import pytest

from workshop.ledger.database import MIGRATIONS, schemas

KEPT = Path(__file__).parents[1] / "engine" / "schemas"


def test_every_migration_has_a_cafe_of_its_time() -> None:
    """A new one is made by ``python -m tests.engine.schemas.make``."""
    assert {path.stem for path in KEPT.glob("*.sql")} == set(schemas())
    assert len(list((MIGRATIONS / "versions").glob("*.py"))) == len(schemas())


@pytest.mark.parametrize("revision", sorted(schemas()))
def test_it_is_of_the_schema_it_is_named_after(revision: str) -> None:
    assert f"INSERT INTO \"alembic_version\" VALUES('{revision}');" in (KEPT / f"{revision}.sql").read_text()
