"""Who sits where: pure, and the same every time for the same seed.

``seat`` makes a round from who is here, ``seat_late`` places one person while it is on, ``plan_rounds``
tries out rounds ahead of a day.
"""

from workshop.seating.late import seat_late
from workshop.seating.model import Mode, Round, Seating, SeatingError, Sizes, Unmet, Wishes
from workshop.seating.plan import Plan, plan_rounds, text
from workshop.seating.result import sentences
from workshop.seating.seat import seat

__all__ = [
    "Mode",
    "Plan",
    "Round",
    "Seating",
    "SeatingError",
    "Sizes",
    "Unmet",
    "Wishes",
    "plan_rounds",
    "seat",
    "seat_late",
    "sentences",
    "text",
]
