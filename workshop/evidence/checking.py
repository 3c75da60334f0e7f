"""A report held against the ledger, line by line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from workshop.core.state import Workshop
from workshop.evidence.comparing import differences
from workshop.evidence.finding import Break, Kind
from workshop.evidence.gone import what_became
from workshop.evidence.lines import Apart, Line, take_apart
from workshop.harvest import Harvest
from workshop.harvest.build import build
from workshop.harvest.fold import fold
from workshop.harvest.links import links
from workshop.harvest.publishing.attribution import Going, Names
from workshop.harvest.words import count
from workshop.ledger.records import Entry

# Why something differs, as far as that can be known: what is redacted leaves no trace of when.
SINCE = "It was so when the report was made, and has changed since."
ALTERED = "Either the file was altered, or the words behind it were redacted since."


NOBODY: Names = {}


class Held(NamedTuple):
    """A report, and what the ledger gives ``now`` and gave ``then``, when the report was made."""

    given: Apart
    now: Apart
    then: Apart
    state: Workshop
    words: dict[str, str]

    def where(self, line: Line) -> str:
        return self.words.get(line.anchor, line.section.replace(".", ", ").replace("_", " "))

    def broken(self, kind: Kind, line: Line, what: str) -> Break:
        return Break(kind, line.anchor, self.where(line), what)


def check(report: Harvest, entries: Sequence[Entry], names: Names = NOBODY) -> tuple[Break, ...]:
    """Everything in a report that the ledger does not bear out; what people said first.

    ``entries``: all that the ledger has of this workshop. ``names``: of people, as they are now, which a
    published report shows only where a host has looked, or where they agreed.
    """
    held = _held(report, entries, names)
    found = [
        *_quoted_and_counted(held),
        *_linked(held, len(entries)),
        *_written(held),
        *_left_out(held),
        *_rest(held),
        *_newer(held, report.through, len(entries)),
    ]
    return tuple(sorted(found, key=lambda one: ORDER.index(one.kind)))


def _then(report: Harvest, known: Sequence[Entry], names: Names) -> Apart:
    return take_apart(build(fold(report.workshop, known), out=_out(report, names)))


def _out(report: Harvest, names: Names) -> Going | None:
    return Going(names, report.attribution) if report.published else None


ORDER: tuple[Kind, ...] = Kind.__args__  # type: ignore[attr-defined]


def _held(report: Harvest, entries: Sequence[Entry], names: Names) -> Held:
    folded = fold(report.workshop, entries)
    now = take_apart(build(folded, out=_out(report, names)))
    known = [entry for entry in entries if entry.n <= report.through]
    then = now if len(known) == len(entries) else _then(report, known, names)
    words = {anchor: link.words for anchor, link in links(report).lines.items()}
    return Held(take_apart(report), now, then, folded.state, words)


def _quoted_and_counted(held: Held) -> Iterator[Break]:
    """What a line says, where the ledger has that line."""
    for key, line in held.given.lines.items():
        true = held.now.lines.get(key)
        for kind, what in differences(line, true) if true is not None else ():
            yield held.broken(kind, line, f"{what} {_since(held, line)}")


def _since(held: Held, line: Line) -> str:
    before = held.then.lines.get((line.section, line.anchor))
    return SINCE if before is not None and not any(differences(line, before)) else ALTERED


def _linked(held: Held, last: int) -> Iterator[Break]:
    """What a line rests on."""
    known = held.given.anchors()
    for key, line in held.given.lines.items():
        missing = [n for n in line.entries if not 1 <= n <= last]
        if missing:
            yield held.broken(
                "entry", line, f"It rests on {_entries(missing)}, and the ledger ends with {last:,}."
            )
        nowhere = [anchor for anchor in line.evidence if anchor not in known]
        if nowhere:
            yield held.broken("evidence", line, f"It points to {nowhere[0]}, and no line is called that.")
        true = held.now.lines.get(key)
        if (
            true is not None
            and not missing
            and (line.entries, line.evidence) != (true.entries, true.evidence)
        ):
            yield held.broken(
                "entries", line, f"Other entries or lines stand behind it. {_since_links(held, line)}"
            )


def _since_links(held: Held, line: Line) -> str:
    before = held.then.lines.get((line.section, line.anchor))
    same = before is not None and (before.entries, before.evidence) == (line.entries, line.evidence)
    return SINCE if same else ALTERED


def _entries(numbers: Sequence[int]) -> str:
    return f"entry {numbers[0]:,}" + (f" and {count(len(numbers) - 1, 'other')}" if len(numbers) > 1 else "")


def _written(held: Held) -> Iterator[Break]:
    """Lines that the ledger does not have."""
    for key, line in held.given.lines.items():
        if key not in held.now.lines:
            became = what_became(held.state, line) if key in held.then.lines else None
            if became is None:
                yield held.broken("unwritten", line, "No entry of the ledger stands behind this line.")
            else:
                yield held.broken("gone", line, became)
    for line in held.given.twice:
        yield held.broken("twice", line, "This line stands there a second time.")


def _left_out(held: Held) -> Iterator[Break]:
    """Lines that were there when the report was made, and still are."""
    for key, line in held.now.lines.items():
        if key in held.given.lines or key not in held.then.lines:
            continue
        said = next((str(line.says[name]) for name in ("text", "name", "title") if line.says.get(name)), "")
        yield held.broken(
            "left-out", line, f"The report leaves this line out{f': “{said}”' if said else ''}."
        )


def _rest(held: Held) -> Iterator[Break]:
    """The title, times, and what the pictures show: one break for each part."""
    paths = [
        path
        for path in _in_order(held.given.rest, held.now.rest)
        if path != "through" and held.given.rest.get(path) != held.now.rest.get(path)
    ]
    for part in dict.fromkeys(_part(path) for path in paths):
        mine = [path for path in paths if _part(path) == part]
        same = all(held.given.rest.get(path) == held.then.rest.get(path) for path in mine)
        first = mine[0]
        what = (
            f"{first} is {held.given.rest.get(first)!r}, and the ledger gives {held.now.rest.get(first)!r}."
        )
        more = f" So do {count(len(mine) - 1, 'other value')}." if len(mine) > 1 else ""
        yield Break("different", "", part.replace(".", ", "), f"{what}{more} {SINCE if same else ALTERED}")


def _in_order(*of: Iterable[str]) -> dict[str, None]:
    return dict.fromkeys(path for each in of for path in each)


def _part(path: str) -> str:
    return ".".join(path.split(".")[:2])


def _newer(held: Held, through: int, last: int) -> Iterator[Break]:
    """Entries that change nothing in the report, such as people going home, are no news."""
    if through > last:
        what = f"It knows {through:,} entries, and the ledger has {last:,}: it is of another state."
        yield Break("newer", "", "the whole report", what)
    more = held.now.lines.keys() - held.then.lines.keys() - held.given.lines.keys()
    if more:
        what = f"The café has gone on: {count(len(more), 'line')} came after the report."
        yield Break("newer", "", "the whole report", what)
