"""The harvest at rest: one row for each line, with the entries it comes from.

``press`` makes it anew whenever the ledger has gone on or an entry was redacted; ``read`` gives it back.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Connection, delete, func, insert, select

from workshop.core.ids import new_id
from workshop.core.plan import Attribution
from workshop.errors import NotFound
from workshop.harvest.build import build
from workshop.harvest.fold import Folded, fold
from workshop.harvest.model import Harvest
from workshop.harvest.pictures import Places
from workshop.harvest.publishing import view
from workshop.ledger.ledger import Ledger, lock
from workshop.ledger.rows import entries, names_on
from workshop.ledger.tables import entry, harvest, harvest_line

Row = dict[str, Any]
View = Callable[[Folded, Places], Harvest]
# Grows when a harvest has more or other parts.
FORMAT = 4


class Pressing(NamedTuple):
    """``id`` changes with every pressing; ``n`` is the last entry it knows."""

    id: str
    n: int


def draft(ledger: Ledger, workshop_id: str) -> Harvest:
    """The harvest as it would be now, kept nowhere. Raises :class:`NotFound`."""
    with ledger.moment() as connection:
        return _made(ledger, connection, workshop_id)


def published(ledger: Ledger, workshop_id: str, attribution: Attribution | None = None) -> Harvest:
    """The harvest as everyone but the hosts may read it now, kept nowhere. Raises :class:`NotFound`.

    ``attribution``: less than the plan has; :class:`Invalid` for more.
    """
    with ledger.moment() as connection:
        names = names_on(connection, workshop_id)
        how = partial(view.published, names=names, attribution=attribution)
        return _made(ledger, connection, workshop_id, how)


def press(ledger: Ledger, workshop_id: str) -> Harvest:
    """The harvest, pressed anew if need be. Raises :class:`NotFound` for a workshop without any entry."""
    pressed(ledger, workshop_id)
    return read(ledger, workshop_id)


def pressed(ledger: Ledger, workshop_id: str) -> Pressing:
    """Which pressing is up to date; makes one if there is none."""
    with ledger.transaction() as connection:
        known = _pressing(connection, workshop_id)
        if known is not None and known.n == _last_entry(connection, workshop_id):
            return known
        # Nothing may be redacted between reading the entries and keeping what came of them.
        lock(connection, workshop_id)
        return _keep(connection, _made(ledger, connection, workshop_id))


def read(ledger: Ledger, workshop_id: str) -> Harvest:
    """The harvest as it was pressed last. Raises :class:`NotFound` if it never was."""
    with ledger.moment() as connection:
        head = connection.execute(
            select(harvest.c.body).where(harvest.c.workshop_id == workshop_id)
        ).scalar_one_or_none()
        if head is None:
            raise NotFound("There is no report of this café yet. It is made when the café closes.")
        return msgspec.convert(_joined(head, _lines(connection, workshop_id)), Harvest)


def _made(ledger: Ledger, connection: Connection, workshop_id: str, how: View = build) -> Harvest:
    made = how(fold(workshop_id, entries(connection, workshop_id)), _places(ledger, workshop_id))
    if not made.through:
        raise NotFound("There is no café with this number.")
    return made


def _places(ledger: Ledger, workshop_id: str) -> Places:
    """The latest map of each board that a worker has finished; a board may have none."""
    found = ledger.found_by_workers(workshop_id, "map")
    return {board: msgspec.json.decode(result)["places"] for board, result in found.items()}


def _pressing(connection: Connection, workshop_id: str) -> Pressing | None:
    """None also for one that an older server pressed: it lacks what this one tells."""
    row = connection.execute(
        select(harvest.c.pressing, harvest.c.pressed_at_n, harvest.c.body).where(
            harvest.c.workshop_id == workshop_id
        )
    ).one_or_none()
    if row is None or msgspec.json.decode(row.body).get("format") != FORMAT:
        return None
    return Pressing(row.pressing, row.pressed_at_n)


def _last_entry(connection: Connection, workshop_id: str) -> int:
    last: int | None = connection.execute(
        select(func.max(entry.c.n)).where(entry.c.workshop_id == workshop_id)
    ).scalar_one()
    return last or 0


def _keep(connection: Connection, made: Harvest) -> Pressing:
    pressing = Pressing(new_id(), made.through)
    tree = msgspec.to_builtins(made)
    rows = [{"workshop_id": made.workshop} | row for row in _split(tree, "", "")]
    connection.execute(delete(harvest).where(harvest.c.workshop_id == made.workshop))
    head = {"pressed_at_n": pressing.n, "pressing": pressing.id, "body": _json(tree)}
    connection.execute(insert(harvest), {"workshop_id": made.workshop} | head)
    if rows:
        connection.execute(insert(harvest_line), rows)
    return pressing


def _json(value: Any) -> str:
    return msgspec.json.encode(value).decode()


def _is_lines(value: Any) -> bool:
    return isinstance(value, list | tuple) and any(isinstance(v, dict) and "anchor" in v for v in value)


def _split(tree: Row, section: str, within: str) -> Iterator[Row]:
    """Take every line out of the tree, as a row of its own; what is left in the tree is not a line."""
    for name, value in list(tree.items()):
        path = f"{section}.{name}" if section else name
        if isinstance(value, dict) and "anchor" not in value:
            yield from _split(value, path, within)
        elif _is_lines(value):
            tree[name] = []
            for place, line in enumerate(value):
                yield from _split(line, path, line["anchor"])
                yield _row(path, within, place, line)


def _row(section: str, within: str, place: int, line: Row) -> Row:
    numbers = _json(line.pop("entries"))
    key = line["anchor"]
    return {
        "section": section,
        "key": key,
        "within": within,
        "place": place,
        "body": _json(line),
        "entries": numbers,
    }


def _lines(connection: Connection, workshop_id: str) -> dict[tuple[str, str], list[Row]]:
    """Lines by section and by the line they belong to."""
    found: dict[tuple[str, str], list[Row]] = defaultdict(list)
    rows = connection.execute(
        select(harvest_line).where(harvest_line.c.workshop_id == workshop_id).order_by(harvest_line.c.place)
    )
    for row in rows.mappings():
        line = msgspec.json.decode(row["body"]) | {"entries": msgspec.json.decode(row["entries"])}
        found[row["section"], row["within"]].append(line)
    return found


def _joined(head: str, lines: dict[tuple[str, str], list[Row]]) -> Row:
    tree: Row = msgspec.json.decode(head)
    _join(tree, "", "", lines)
    return tree


def _join(tree: Row, section: str, within: str, lines: dict[tuple[str, str], list[Row]]) -> None:
    for name, value in tree.items():
        path = f"{section}.{name}" if section else name
        if isinstance(value, dict) and "anchor" not in value:
            _join(value, path, within, lines)
        elif (path, within) in lines:
            tree[name] = lines[path, within]
            for line in tree[name]:
                _join(line, path, line["anchor"], lines)
