"""``workshop keys``: makes, lists and drops them, beside a server or without one."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator

from workshop.api.keys import day_of, make_key
from workshop.beside import cafe_of, ledger_of
from workshop.errors import NotFound
from workshop.ledger.keys import Key, drop_key
from workshop.ledger.keys import keys as all_keys
from workshop.ledger.ledger import Ledger
from workshop.live.clock import now


def keys(given: Namespace) -> int:
    """The command. Raises :class:`~workshop.errors.Refused`."""
    with ledger_of(given.data) as ledger:
        print("\n".join({"make": _made, "drop": _dropped}.get(given.what, _listed)(ledger, given)))
    return 0


def _made(ledger: Ledger, given: Namespace) -> list[str]:
    of = None if given.workshop is None else cafe_of(ledger, given.workshop).id
    key = make_key(ledger, given.name, given.scope, of, given.days, now())
    return [
        key,
        "",
        f"This is the key “{given.name}”. It is shown this once and kept nowhere. "
        "Give it to the system it is for, and to nobody else.",
        "Use: curl -H 'Authorization: Bearer KEY' https://…/api/v1/workshops",
    ]


def _dropped(ledger: Ledger, given: Namespace) -> list[str]:
    if not drop_key(ledger, given.name):
        raise NotFound(f"There is no key “{given.name}”. List them with: workshop keys list", "no-key")
    return [f"The key “{given.name}” is gone. Whoever shows it is refused from now on."]


def _listed(ledger: Ledger, _given: Namespace) -> list[str]:
    found = all_keys(ledger)
    codes = {cafe.id: cafe.code for cafe in ledger.listings()}
    return [", ".join(_said(key, codes)) for key in found] or [
        "There are no keys. Make one with: workshop keys make NAME --scope harvest:read"
    ]


def _said(key: Key, codes: dict[str, str]) -> Iterator[str]:
    yield key.name
    yield " ".join(key.scopes)
    yield "every café" if key.workshop_id is None else f"only {codes[key.workshop_id]}"
    yield f"made on {day_of(key.made_at)}"
    if key.expires_at is not None:
        yield f"{'good until' if now() < key.expires_at else 'ended on'} {day_of(key.expires_at)}"
    yield f"last used on {key.used_on}" if key.used_on else "never used"
