"""Keys of other systems at rest, and workshops as those leaf through them."""

from __future__ import annotations

from dataclasses import asdict, dataclass

import msgspec
from sqlalchemy import RowMapping, and_, delete, insert, or_, select, update
from sqlalchemy.exc import IntegrityError

from workshop.errors import Conflict
from workshop.ledger.ledger import Ledger
from workshop.ledger.records import Listing, Stale
from workshop.ledger.tables import api_key, workshop


@dataclass(frozen=True, slots=True)
class Key:
    """``workshop_id``: None for all of them. Times in milliseconds; ``used_on`` a day, or empty for never."""

    id: str
    name: str
    digest: str
    scopes: tuple[str, ...]
    workshop_id: str | None
    made_at: int
    expires_at: int | None
    used_on: str = ""


def keep_key(ledger: Ledger, key: Key) -> None:
    """Raises :class:`Conflict` where there is one of this name."""
    row = asdict(key) | {"scopes": msgspec.json.encode(key.scopes).decode()}
    try:
        with ledger.transaction() as connection:
            connection.execute(insert(api_key), row)
    except Stale as taken:
        if not isinstance(taken.__cause__, IntegrityError):
            raise
        raise Conflict(
            f"There is a key “{key.name}” already. Drop it first, or give the new one another name.", "taken"
        ) from taken


def keys(ledger: Ledger) -> list[Key]:
    """All keys, by name."""
    with ledger.moment() as connection:
        return [_key(row) for row in connection.execute(select(api_key).order_by(api_key.c.name)).mappings()]


def find_key(ledger: Ledger, key_id: str) -> Key | None:
    with ledger.moment() as connection:
        row = connection.execute(select(api_key).where(api_key.c.id == key_id)).mappings().one_or_none()
    return None if row is None else _key(row)


def drop_key(ledger: Ledger, name: str) -> bool:
    """Whether there was one of this name."""
    with ledger.transaction() as connection:
        return connection.execute(delete(api_key).where(api_key.c.name == name)).rowcount == 1


def used_key(ledger: Ledger, key_id: str, day: str) -> None:
    with ledger.transaction() as connection:
        connection.execute(update(api_key).where(api_key.c.id == key_id).values(used_on=day))


def _key(row: RowMapping) -> Key:
    fields = dict(row)
    return Key(**fields | {"scopes": tuple(msgspec.json.decode(fields["scopes"], type=list[str]))})


def listed(
    ledger: Ledger, most: int, after: tuple[int, str] | None, status: str | None, only: str | None
) -> list[Listing]:
    """Some workshops, the newest first. ``after``: when the last one known was made, and its id.

    ``only``: the id of the one that may be seen.
    """
    asked = select(workshop).order_by(workshop.c.created_at.desc(), workshop.c.id).limit(most)
    if after is not None:
        at, last = after
        older = workshop.c.created_at < at
        asked = asked.where(or_(older, and_(workshop.c.created_at == at, workshop.c.id > last)))
    if status is not None:
        asked = asked.where(workshop.c.status == status)
    if only is not None:
        asked = asked.where(workshop.c.id == only)
    with ledger.moment() as connection:
        return [Listing(**row) for row in connection.execute(asked).mappings()]
