"""What the terminal says when the server is ready."""

from __future__ import annotations

import io

import segno

from workshop import plans
from workshop.app import Cafe
from workshop.core.ids import spoken_code
from workshop.ledger.records import Listing
from workshop.opening import open_workshop


def greeting(cafe: Cafe, port: int, plan: str | None) -> str:
    """The host's link; and, with a plan, the links of a café that is ready to join."""
    base = cafe.config.public_url or f"http://localhost:{port}"
    lines = ["", f"  Host     {base}/host/{cafe.tokens.home()}"]
    if plan is not None:
        lines += _joining(_ready(cafe, plan), base)
    return "\n".join([*lines, "", "  Ctrl-C stops the server. Nothing is lost.", ""])


def _ready(cafe: Cafe, plan: str) -> Listing:
    """The café that is waiting in its lobby, or a new one."""
    waiting = [
        listing for listing in cafe.ledger.listings() if listing.status == "lobby" and not listing.practice
    ]
    return waiting[0] if waiting else open_workshop(cafe.conductor, plans.load(plan))


def _joining(ready: Listing, base: str) -> list[str]:
    link = f"{base}/j/{ready.code}"
    picture = io.StringIO()
    segno.make(link, error="m").terminal(out=picture, border=2, compact=True)
    drawn = [f"  {line}" for line in picture.getvalue().splitlines()]
    return [f"  Code     {spoken_code(ready.code)}      {ready.title}", f"  Join     {link}", "", *drawn]
