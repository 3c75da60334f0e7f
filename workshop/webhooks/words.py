"""The words of ``workshop webhooks``. As in ``commands.py``, nothing of the house is imported here."""

from __future__ import annotations

import argparse
from pathlib import Path

EXAMPLE = "workshop webhooks add https://example.org/hooks/cafe --event closed --data data"
EVENTS = ("closed", "issued")


def webhooks(given: argparse.Namespace) -> int:
    from workshop.webhooks.command import webhooks

    return webhooks(given)


def webhook_commands(whole: argparse.ArgumentParser) -> None:
    """``add``, ``list`` (also without a word), ``drop``, ``test`` and ``deliveries``."""
    words = whole.add_subparsers(dest="what", metavar="add | list | drop | test | deliveries")
    add = words.add_parser("add", help="tell an address from now on", epilog=f"Example: {EXAMPLE}")
    add.add_argument("url", metavar="URL", help="where to send to, such as https://example.org/hooks/cafe")
    add.add_argument(
        "--event",
        choices=EVENTS,
        default="closed",
        help="closed: a host has closed a café; issued: there is a new version of a blueprint",
    )
    add.add_argument("--workshop", metavar="CODE", help="only of this café")
    listed = words.add_parser("list", help="all webhooks")
    drop = words.add_parser("drop", help="tell this one nothing any more")
    test = words.add_parser("test", help="send it a message now, and say what it answers")
    sent = words.add_parser("deliveries", help="what was sent lately, and what became of it")
    for each in (drop, test):
        each.add_argument("id", metavar="ID", help="as the list shows it")
    for each in (add, listed, drop, test, sent, whole):
        each.set_defaults(data=None)
        each.add_argument(
            "--data", type=Path, default=argparse.SUPPRESS, help="folder of the database and the secret key"
        )
