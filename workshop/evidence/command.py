"""``workshop export CODE --verify``: what it reads, and what it says."""

from __future__ import annotations

from pathlib import Path

import msgspec

from workshop.core.ids import spoken_code
from workshop.errors import Invalid, NotFound, Unavailable
from workshop.evidence.checking import check
from workshop.evidence.finding import Break
from workshop.evidence.lines import take_apart
from workshop.harvest import Harvest, read
from workshop.harvest.store import FORMAT
from workshop.harvest.words import count
from workshop.ledger.ledger import Ledger
from workshop.ledger.records import Listing

NAME = "harvest.json"
MOST_BYTES = 256_000_000


def verify(ledger: Ledger, cafe: Listing, place: Path | None) -> int:
    """Check a report in a file or folder, or (``place`` None) the one that the server keeps.

    Says what it found. 0 where all of it holds, 1 where something is broken. Raises
    :class:`~workshop.errors.Refused` where there is no report of this café to check.
    """
    report = read(ledger, cafe.id) if place is None else _read(place)
    if report.workshop != cafe.id:
        raise Invalid(
            f"{place} is the report of another café: “{report.title}” (code {report.code}). "
            "Give that code, or another file.",
            "another-cafe",
        )
    found = check(report, ledger.read(cafe.id), ledger.names(cafe.id))
    print(_said(report, found))
    return 1 if found else 0


def verified(ledger: Ledger, workshop_id: str, report: bytes) -> tuple[Harvest, tuple[Break, ...]]:
    """A report that was read already, or (empty) the one that the server keeps, and what is broken in it.

    Raises as :func:`verify` does.
    """
    harvest = _harvest("This file", report) if report else read(ledger, workshop_id)
    if harvest.workshop != workshop_id:
        raise Invalid(
            f"This file is the report of another café: “{harvest.title}” (code {spoken_code(harvest.code)}). "
            "Check it on the page of that café.",
            "another-cafe",
        )
    return harvest, check(harvest, ledger.read(workshop_id))


def _read(place: Path) -> Harvest:
    path = place / NAME if place.is_dir() else place
    try:
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except FileNotFoundError as problem:
        raise NotFound(
            f"There is no file {path}. Make one with: workshop export CODE --format json --out DIR", "no-file"
        ) from problem
    except OSError as problem:
        raise Unavailable(f"{path} cannot be read ({problem.strerror}).", "file") from problem
    return _harvest(str(path), raw)


def _harvest(called: str, raw: bytes) -> Harvest:
    problem = "it is too large"
    if len(raw) <= MOST_BYTES:
        try:
            _must_be_of_this_format(called, raw)
            return msgspec.json.decode(raw, type=Harvest)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as bad:
            problem = str(bad).rstrip(".") if isinstance(bad, msgspec.DecodeError) else "it cannot be read"
    raise Invalid(
        f"{called} is no {NAME} of an export: {problem}. Only that file can be checked; "
        "the other documents are made from the same lines.",
        "no-report",
    )


def _must_be_of_this_format(called: str, raw: bytes) -> None:
    number = msgspec.json.decode(raw, type=dict[str, object]).get("format")
    if isinstance(number, int) and number != FORMAT:
        raise Invalid(
            f"{called} has format {number}, and this version checks format {FORMAT}. Export the report anew.",
            "format",
        )


def _said(report: Harvest, found: tuple[Break, ...]) -> str:
    lines = take_apart(report).lines
    head = (
        f"Checked the report of “{report.title}” (code {spoken_code(report.code)}): "
        f"{count(len(lines), 'line')}, up to entry {report.through:,}."
    )
    if not found:
        return f"{head}\nAll of it holds: every quote, every number and every link."
    broken = f"{count(len(found), 'thing')} {'does' if len(found) == 1 else 'do'} not hold:"
    return "\n".join([head, broken, *map(_shown, found)])


def _shown(one: Break) -> str:
    anchor = f" ({one.anchor})" if one.anchor else ""
    return f"\n  {one.kind}: {one.where}{anchor}\n    {one.what}\n    → {one.advice}"
