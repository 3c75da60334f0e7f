"""What can be wrong with a report, and what to do about it."""

from __future__ import annotations

from typing import Literal, NamedTuple

Kind = Literal[
    "quote",
    "gone",
    "unwritten",
    "left-out",
    "twice",
    "entry",
    "entries",
    "evidence",
    "name",
    "theme",
    "vote",
    "count",
    "sentence",
    "written",
    "different",
    "newer",
]

AGAIN = "Export the report anew, and share that one."
ADVICE: dict[Kind, str] = {
    "quote": "Quote it to the letter; what an editor adds stands in [ ]. Or export the report anew.",
    "gone": f"People took this back or changed it after the report was made. {AGAIN}",
    "unwritten": "Take it out: nobody in the café said this. Or export the report anew.",
    "left-out": AGAIN,
    "twice": "Take one of them out.",
    "entry": f"This evidence does not exist. {AGAIN}",
    "entries": AGAIN,
    "evidence": f"Nobody can follow this link. {AGAIN}",
    "name": AGAIN,
    "theme": AGAIN,
    "vote": f"What people voted stays as it is. {AGAIN}",
    "count": AGAIN,
    "sentence": f"Computed sentences are never typed. {AGAIN}",
    "written": f"What hosts wrote is changed in the café, where its versions are kept. {AGAIN}",
    "different": AGAIN,
    "newer": AGAIN,
}


class Break(NamedTuple):
    """One thing that does not hold. ``anchor``: the line it is about; ``where``: that line in words."""

    kind: Kind
    anchor: str
    where: str
    what: str

    @property
    def advice(self) -> str:
        return ADVICE[self.kind]
