"""What a webhook gets: which café, what happened, where to read on. Nothing of what people said is in it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Literal

from workshop.harvest.model import Part

Event = Literal["workshop.closed", "blueprint.issued"]
CLOSED: Event = "workshop.closed"
ISSUED: Event = "blueprint.issued"
# As the command line calls them.
EVENTS: dict[str, Event] = {"closed": CLOSED, "issued": ISSUED}


class Links(Part, frozen=True, kw_only=True):
    """Where to read on, with a key. Without the setting PUBLIC_URL they begin with a slash.

    ``version``: of the blueprint; None where it is not about one.
    """

    workshop: str
    harvest: str
    themes: str
    blueprint: str
    version: str | None


class Told(Part, frozen=True, kw_only=True):
    """What has happened, and to which café. ``version``: the number of the one that was issued, or None."""

    workshop: str
    version: int | None
    links: Links


class Message(Part, frozen=True, kw_only=True):
    """What a webhook gets. ``id`` stays, however often it is sent; ``timestamp``: when it happened."""

    id: str
    type: Event
    timestamp: str
    data: Told


def event_of(told: str) -> tuple[Event, int | None]:
    """What a delivery is about, and which version: it keeps both as ``blueprint.issued/3``."""
    kind, _, no = told.partition("/")
    return next(each for each in EVENTS.values() if each == kind), int(no) if no else None


def message(message_id: str, told: str, at: int, code: str, public_url: str) -> Message:
    """``told``: as a delivery keeps it; ``at``: when it happened, in milliseconds."""
    event, version = event_of(told)
    here = f"{public_url}/api/v1/workshops/{code}"
    links = Links(
        workshop=here,
        harvest=f"{here}/harvest",
        themes=f"{here}/themes",
        blueprint=f"{here}/blueprint",
        version=None if version is None else f"{here}/blueprint/versions/{version}",
    )
    when = datetime.fromtimestamp(at / 1000, UTC).isoformat(timespec="milliseconds")
    data = Told(workshop=code, version=version, links=links)
    return Message(id=message_id, type=event, timestamp=when, data=data)
