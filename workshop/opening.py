"""How a workshop begins: a plan, a fresh code, the first entry."""

from __future__ import annotations

import msgspec

from workshop.activities.plan import Plan
from workshop.activities.steps.messages import OpenWorkshop
from workshop.conductor import Conductor
from workshop.core import text
from workshop.core.ids import new_code, new_id
from workshop.errors import Unavailable
from workshop.ledger.records import Listing

TITLE_LENGTH = 120
TRIES = 10


def with_title(plan: Plan, title: str) -> Plan:
    """The plan under the host's own title, if one is given."""
    if not title.strip():
        return plan
    return msgspec.structs.replace(plan, name=text.line(title, TITLE_LENGTH, "The title"))


def open_workshop(conductor: Conductor, plan: Plan, practice: bool = False) -> Listing:
    """A new workshop in its lobby, ready to join."""
    for _ in range(TRIES):
        workshop_id, code = new_id(), new_code()
        if conductor.ledger.find(code) is not None:
            continue
        conductor.command(workshop_id, OpenWorkshop(id=new_id(), code=code, plan=plan, practice=practice))
        listing = conductor.ledger.listing(workshop_id)
        assert listing is not None
        return listing
    raise Unavailable("No free code was found. Try again.")
