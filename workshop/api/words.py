"""The words of ``workshop keys``. As in ``workshop/commands.py``, nothing of the house is imported here."""

from __future__ import annotations

import argparse
from pathlib import Path

from workshop.api.scopes import SCOPES

EXAMPLE = "workshop keys make council-archive --scope harvest:read --days 365 --data data"


def keys(given: argparse.Namespace) -> int:
    from workshop.api.command import keys

    return keys(given)


def key_commands(whole: argparse.ArgumentParser) -> None:
    """``make``, ``list`` (also without a word) and ``drop``."""
    whole.set_defaults(what="list", data=None)
    # A word between the command and its options: "workshop keys" alone lists.
    words = whole.add_subparsers(dest="what", metavar="make | list | drop")
    scopes = "\n".join(f"  {name:15} {said}" for name, said in SCOPES.items())
    make = words.add_parser(
        "make",
        help="a new key, which is shown this once",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        description=f"Makes a key, which is shown this once. Scopes:\n\n{scopes}",
        epilog=f"Example: {EXAMPLE}",
    )
    make.add_argument("name", metavar="NAME", help="what it is for")
    make.add_argument(
        "--scope", action="append", default=[], metavar="SCOPE", help="what it may read; several times"
    )
    make.add_argument("--workshop", metavar="CODE", help="only this café")
    make.add_argument("--days", type=int, help="how long it is good; without it until it is dropped")
    drop = words.add_parser("drop", help="end a key at once", description="Ends a key at once.")
    drop.add_argument("name", metavar="NAME")
    listed = words.add_parser(
        "list", help="all keys", description="Lists all keys; none of them can be read."
    )
    for each in (make, drop, listed, whole):
        each.add_argument(
            "--data", type=Path, default=argparse.SUPPRESS, help="folder of the database and the secret key"
        )
