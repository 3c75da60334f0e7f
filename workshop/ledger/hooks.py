"""Whom to tell what has happened, and what became of it, at rest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any, Literal

from sqlalchemy import ColumnElement, and_, delete, func, insert, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite

from workshop.ledger.ledger import Ledger
from workshop.ledger.tables import delivery, entry, webhook, workshop

State = Literal["waiting", "delivered", "failed"]
WAITING: State = "waiting"
# How many deliveries are shown, and looked after at once.
MOST = 100


@dataclass(frozen=True, slots=True)
class Hook:
    """Who is told. ``workshop_id``: None for every café. ``made_at``: what happened before is not told."""

    id: str
    url: str
    event: str
    workshop_id: str | None
    made_at: int


@dataclass(frozen=True, slots=True)
class Delivery:
    """One thing to tell one of them. ``outcome``: what the last attempt came to, as a code or a status."""

    id: str
    webhook_id: str
    workshop_id: str
    event: str
    at: int
    state: State
    attempts: int
    due_at: int
    outcome: str = ""


def keep_hook(ledger: Ledger, hook: Hook) -> None:
    with ledger.transaction() as connection:
        connection.execute(insert(webhook), asdict(hook))


def hooks(ledger: Ledger) -> list[Hook]:
    """In the order they were added."""
    asked = select(webhook).order_by(webhook.c.made_at, webhook.c.id)
    with ledger.moment() as connection:
        return [Hook(**row) for row in connection.execute(asked).mappings()]


def drop_hook(ledger: Ledger, hook_id: str) -> bool:
    """Whether there was one. What it has not been told yet is not told any more."""
    with ledger.transaction() as connection:
        connection.execute(delete(delivery).where(delivery.c.webhook_id == hook_id))
        return connection.execute(delete(webhook).where(webhook.c.id == hook_id)).rowcount == 1


def not_told(ledger: Ledger, event: str, entry_type: str) -> list[tuple[str, str, int]]:
    """Hook, workshop and time of what has happened since a hook was added and is not written down yet.

    ``entry_type``: of the entry that says so, in cafés that are closed. Practice is nobody's news.
    """
    happened = (
        select(func.max(entry.c.at))
        .where(entry.c.workshop_id == workshop.c.id, entry.c.type == entry_type)
        .scalar_subquery()
    )
    meant = or_(webhook.c.workshop_id.is_(None), webhook.c.workshop_id == workshop.c.id)
    known = and_(
        delivery.c.webhook_id == webhook.c.id,
        delivery.c.workshop_id == workshop.c.id,
        delivery.c.event == event,
    )
    asked = (
        select(webhook.c.id, workshop.c.id, happened)
        .select_from(webhook)
        .join(workshop, meant)
        .outerjoin(delivery, known)
        .where(webhook.c.event == event, delivery.c.id.is_(None))
        .where(workshop.c.status == "closed", workshop.c.practice.is_(False))
        # The listing of a café that has closed since was written since.
        .where(workshop.c.updated_at >= webhook.c.made_at, happened >= webhook.c.made_at)
    )
    with ledger.moment() as connection:
        return [(row[0], row[1], row[2]) for row in connection.execute(asked)]


def write_down(ledger: Ledger, found: Sequence[Delivery]) -> None:
    """What is to be told. What another process has written down already stays as it is."""
    with ledger.transaction() as connection:
        make: Any = sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert
        connection.execute(make(delivery).on_conflict_do_nothing(), [asdict(one) for one in found])


def due(ledger: Ledger, now: int) -> list[Delivery]:
    """What waits and should be tried by now, longest first."""
    waits = (delivery.c.state == WAITING) & (delivery.c.due_at <= now)
    return _some(ledger, waits, delivery.c.due_at)


def latest(ledger: Ledger) -> list[Delivery]:
    """The last ones, the newest first."""
    return _some(ledger, delivery.c.id.is_not(None), delivery.c.at.desc())


def _some(ledger: Ledger, where: ColumnElement[bool], order: Any) -> list[Delivery]:
    asked = select(delivery).where(where).order_by(order, delivery.c.id).limit(MOST)
    with ledger.moment() as connection:
        return [Delivery(**row) for row in connection.execute(asked).mappings()]


def tried(ledger: Ledger, one: Delivery, state: State, due_at: int, outcome: str) -> None:
    """What became of an attempt, unless another process has said so already."""
    same = (delivery.c.id == one.id) & (delivery.c.attempts == one.attempts)
    said = {"state": state, "due_at": due_at, "outcome": outcome, "attempts": one.attempts + 1}
    with ledger.transaction() as connection:
        connection.execute(update(delivery).where(same).values(**said))
