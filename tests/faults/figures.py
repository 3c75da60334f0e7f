"""What the faults led to, in figures: kept as JSON by ``FIGURES=file pytest``, shown in docs/reliability.md.

``python -m tests.faults.figures FILE`` writes the table of the file into the document, between its markers.
"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

DOCUMENT = Path(__file__).parents[2] / "docs" / "reliability.md"
BEGIN, END = "<!-- figures: begin -->", "<!-- figures: end -->"
COLUMNS = ("fault", "tried", "acked", "acked lost", "duplicates", "time to heal", "also seen")


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One kind of fault. ``tried``: how often, in words. ``heal``: seconds, once for each time.

    ``lost``, ``doubled``: None where nothing is counted, since the test itself fails at the first one.
    """

    fault: str
    tried: str
    acked: int
    lost: int | None = None
    doubled: int | None = None
    heal: tuple[float, ...] = ()
    seen: str = ""

    def row(self) -> str:
        heal = f"{median(self.heal):.1f} s, at most {max(self.heal):.1f} s" if self.heal else "–"
        counted = ("–" if count is None else str(count) for count in (self.lost, self.doubled))
        cells = (self.fault, self.tried, f"{self.acked:,}", *counted, heal, self.seen or "–")
        return "| " + " | ".join(cells) + " |"


def keep(figures: list[Figure], path: Path) -> None:
    """Put these in the place of what the file says of the same faults; the others stay as they are."""
    known = {one["fault"]: one for one in json.loads(path.read_text())["faults"]} if path.exists() else {}
    known |= {one.fault: asdict(one) for one in figures}
    day = datetime.now(UTC).date().isoformat()
    path.write_text(json.dumps({"day": day, "faults": list(known.values())}, indent=1) + "\n")


def table(path: Path) -> str:
    found = json.loads(path.read_text())
    rows = [Figure(**{**one, "heal": tuple(one["heal"])}).row() for one in found["faults"]]
    head = ["| " + " | ".join(COLUMNS) + " |", "|---" * len(COLUMNS) + "|"]
    return "\n".join([f"Last run: {found['day']}.", "", *head, *rows, ""])


def write_into(document: Path, path: Path) -> None:
    before, _, rest = document.read_text().partition(BEGIN)
    _, _, behind = rest.partition(END)
    document.write_text(f"{before}{BEGIN}\n\n{table(path)}\n{END}{behind}")


if __name__ == "__main__":
    write_into(DOCUMENT, Path(sys.argv[1]))
