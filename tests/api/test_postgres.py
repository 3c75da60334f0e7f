"""Keys, webhooks and deliveries in PostgreSQL: the same as in a file."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.harvest.day import CODE, Day, put
from tests.services import Postgres
from workshop.api.keys import known_key, make_key
from workshop.api.scopes import HARVEST
from workshop.errors import Conflict
from workshop.ledger.database import open_database
from workshop.ledger.hooks import (
    Delivery,
    Hook,
    drop_hook,
    due,
    hooks,
    keep_hook,
    latest,
    not_told,
    tried,
    write_down,
)
from workshop.ledger.keys import drop_key, keys, listed, used_key
from workshop.ledger.ledger import Ledger
from workshop.webhooks.message import EVENTS

EVENT = EVENTS["closed"]


@pytest.fixture
def ledger(postgres: Postgres, day: Day) -> Iterator[Ledger]:
    made = Ledger(open_database(postgres.database()))
    put(day.cafe, made)
    yield made
    made.close()


def test_keys_are_kept_found_and_dropped(ledger: Ledger) -> None:
    shown = make_key(ledger, "A", [HARVEST], "w1", 5, 1_000)
    found = known_key(ledger, shown)
    assert found is not None
    assert (found.name, found.scopes, found.workshop_id) == ("A", (HARVEST,), "w1")
    used_key(ledger, found.id, "2026-11-22")
    assert [key.used_on for key in keys(ledger)] == ["2026-11-22"]
    with pytest.raises(Conflict, match="There is a key “A” already"):
        make_key(ledger, "A", [HARVEST], None, None, 1_000)
    assert drop_key(ledger, "A")
    assert not drop_key(ledger, "A")


def test_cafés_are_listed(ledger: Ledger) -> None:
    (cafe,) = listed(ledger, 5, None, "closed", None)
    assert cafe.code == CODE
    assert listed(ledger, 5, (cafe.created_at, cafe.id), None, None) == []


def test_what_is_to_be_told_is_written_down_once(ledger: Ledger) -> None:
    keep_hook(ledger, Hook("h1", "https://example.org/", EVENT, None, 0))
    ((hook, workshop, at),) = not_told(ledger, EVENT, EVENT)
    first, second = (Delivery(name, hook, workshop, EVENT, at, "waiting", 0, at) for name in ("m1", "m2"))
    write_down(ledger, [first])
    write_down(ledger, [second])
    assert (latest(ledger), not_told(ledger, EVENT, EVENT)) == ([first], [])
    assert (due(ledger, at - 1), due(ledger, at)) == ([], [first])
    tried(ledger, first, "waiting", at + 5, "500")
    tried(ledger, first, "failed", at + 5, "500")
    assert [(one.state, one.attempts) for one in due(ledger, at + 5)] == [("waiting", 1)]
    assert drop_hook(ledger, "h1")
    assert (hooks(ledger), latest(ledger)) == ([], [])
