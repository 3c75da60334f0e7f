"""What a webhook gets: which café, what happened, where to read on. Nothing of what people said is in it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Literal

from workshop.harvest.model import Part

Event = Literal["workshop.closed"]
# As the command line calls them.
EVENTS: dict[str, Event] = {"closed": "workshop.closed"}


class Links(Part, frozen=True, kw_only=True):
    """Where to read on, with a key. Without the setting PUBLIC_URL they begin with a slash."""

    workshop: str
    harvest: str
    themes: str
    blueprint: str


class Told(Part, frozen=True, kw_only=True):
    """What has happened, and to which café."""

    workshop: str
    links: Links


class Message(Part, frozen=True, kw_only=True):
    """What a webhook gets. ``id`` stays, however often it is sent; ``timestamp``: when it happened."""

    id: str
    type: Event
    timestamp: str
    data: Told


def message(message_id: str, event: Event, at: int, code: str, public_url: str) -> Message:
    """``at``: when it happened, in milliseconds."""
    here = f"{public_url}/api/v1/workshops/{code}"
    links = Links(
        workshop=here, harvest=f"{here}/harvest", themes=f"{here}/themes", blueprint=f"{here}/blueprint"
    )
    when = datetime.fromtimestamp(at / 1000, UTC).isoformat(timespec="milliseconds")
    return Message(id=message_id, type=event, timestamp=when, data=Told(workshop=code, links=links))
