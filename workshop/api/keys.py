"""Making keys, and knowing them again. Of a key only a digest is kept: who loses it makes a new one."""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
from collections.abc import Sequence
from datetime import UTC, datetime

from workshop.api.scopes import SCOPES
from workshop.core.clock import MINUTE
from workshop.errors import Invalid
from workshop.ledger.keys import Key, find_key, keep_key
from workshop.ledger.ledger import Ledger

# What every key begins with, so that one that has leaked is recognised by people and by programs that look.
SIGN = "cafe"
NAME = re.compile(r"[\w][\w .-]{0,59}")
DAY = 24 * 60 * MINUTE
MOST_DAYS = 3650
# Compared with where there is no such key, so that an answer takes as long.
NO_DIGEST = "0" * 64


def make_key(
    ledger: Ledger, name: str, scopes: Sequence[str], workshop_id: str | None, days: int | None, now: int
) -> str:
    """A new key, which is seen this once. ``days``: how long it is good; None: until it is dropped.

    Raises :class:`Invalid`, or :class:`~workshop.errors.Conflict` where there is one of this name.
    """
    _must_fit(name, scopes, days)
    secret, key_id = secrets.token_urlsafe(32), secrets.token_hex(4)
    keep_key(
        ledger,
        Key(
            id=key_id,
            name=name,
            digest=digest(secret),
            scopes=tuple(sorted(set(scopes))),
            workshop_id=workshop_id,
            made_at=now,
            expires_at=None if days is None else now + days * DAY,
        ),
    )
    return f"{SIGN}_{key_id}_{secret}"


def _must_fit(name: str, scopes: Sequence[str], days: int | None) -> None:
    if not NAME.fullmatch(name):
        raise Invalid("The name of a key has letters, digits, spaces, dots and dashes, 60 at most.", "name")
    unknown = [scope for scope in scopes if scope not in SCOPES]
    if unknown or not scopes:
        wrong = f"There is no scope “{unknown[0]}”." if unknown else "A key needs a scope."
        raise Invalid(f"{wrong} Choose among: {', '.join(SCOPES)}. Give each with --scope.", "scope")
    if days is not None and not 1 <= days <= MOST_DAYS:
        raise Invalid(f"A key is good for 1 to {MOST_DAYS} days.", "days")


def digest(secret: str) -> str:
    """Of a secret with 256 bits of chance: nobody can try them all, however quick this is."""
    return hashlib.sha256(secret.encode()).hexdigest()


def known_key(ledger: Ledger, shown: str) -> Key | None:
    """The key that is shown, if there is one; it may have expired."""
    sign, _, rest = shown.partition("_")
    key_id, _, secret = rest.partition("_")
    found = find_key(ledger, key_id) if sign == SIGN and len(key_id) <= 16 else None
    right = hmac.compare_digest(digest(secret), NO_DIGEST if found is None else found.digest)
    return found if right else None


def day_of(at: int) -> str:
    return datetime.fromtimestamp(at / 1000, UTC).date().isoformat()
