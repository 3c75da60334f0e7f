"""``workshop import``: what it says, and what it needs from the settings."""

from __future__ import annotations

from pathlib import Path

from workshop.archive.reading import read_archive
from workshop.config import Config, from_environment
from workshop.core.ids import spoken_code
from workshop.ledger.moving import receive
from workshop.ledger.records import Listing, Record
from workshop.tokens import Tokens

# Where a server stands that was told nothing else.
HERE = "http://localhost:8000"


def bring_in(path: Path, data: Path | None) -> int:
    """Take one café in, beside its servers or without one. Raises :class:`~workshop.errors.Refused`."""
    # Before anything is touched: what cannot be imported leaves no folder behind.
    record = read_archive(path)
    assert record.listing is not None
    config = from_environment(data=data)
    new = receive(config.database_url, record)
    print(_said(record, record.listing, new))
    print(_ways_in(config, record.listing))
    return 0


def _said(record: Record, cafe: Listing, new: bool) -> str:
    of = f"“{cafe.title}” (code {spoken_code(cafe.code)}), with {len(record.entries):,} entries"
    if not new:
        return f"{of}, is here already, and is the same. Nothing was changed."
    return (
        f"Imported {of} of {len(record.names):,} people. It is complete: every part and number was compared."
    )


def _ways_in(config: Config, cafe: Listing) -> str:
    """New ones: they are signed with this server's key, and no archive holds any."""
    link, who = _way_in(Tokens(config.secret_key, config.token_days), cafe)
    where = "" if config.public_url else f" If that has another address, put it in place of {HERE}."
    return "\n".join(
        [
            "",
            f"  {who}",
            f"  {config.public_url or HERE}{link}",
            "",
            f"This link is new, for the server of {config.data}.{where}",
            "Whoever has it can do this, and so can whoever holds that server's home. What opened the café "
            "on another server opens nothing here, unless both have the same key.",
        ]
    )


def _way_in(tokens: Tokens, cafe: Listing) -> tuple[str, str]:
    """The link, and what it is for. Nobody joins a café that has ended, not even to host it."""
    if cafe.status == "closed":
        return f"/w/{cafe.code}/report/{tokens.reader(cafe.id)}", "To read its report:"
    return f"/j/{cafe.code}/{tokens.role(cafe.id, 'host')}", "To host it:"
