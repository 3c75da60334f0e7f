"""``workshop export``: what it says, and what it needs from the settings."""

from __future__ import annotations

import sys
import threading
from argparse import Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from workshop.beside import cafe_of, ledger_of
from workshop.core.ids import spoken_code
from workshop.errors import Invalid
from workshop.exporting.beside import MANY
from workshop.exporting.folder import Folder, into
from workshop.exporting.formats import ALL, WORD, Files, Format, Source, chosen
from workshop.exporting.one_by_one import Wanted, one_by_one
from workshop.harvest import Harvest, draft, published
from workshop.harvest.writers.word import check_template
from workshop.ledger.ledger import Ledger

# Seconds until somebody who waits is told what is being made, and from then on again.
PATIENCE = 1.0
# Where files lie that hold the words of people who did not agree to be quoted.
FOR_HOSTS = "for-the-hosts-only"
EVERYTHING = "Whoever has these files can read every note."
AGREED = (
    "They hold only the words of people who said that they may be quoted. With --full the hosts get "
    "everybody’s."
)


def export(given: Namespace) -> int:
    """Write a café's files into a folder, or none. Raises :class:`~workshop.errors.Refused`."""
    if given.verify is not None:
        return _verified(given)
    if given.out is None:
        raise Invalid("Give the folder to write into with --out, such as --out report.", "out")
    formats = chosen(given.format or [ALL])
    _check_template(given.template, formats)
    with ledger_of(given.data) as ledger, Progress() as tell:
        tell("Reading the café’s record")
        harvest = _harvest(ledger, given)
        folder = _write(Source(ledger, harvest, given.template), formats, given.out, tell)
    print("\n".join(_said(harvest, given.out, folder)))
    return 0


def _harvest(ledger: Ledger, given: Namespace) -> Harvest:
    cafe = cafe_of(ledger, given.code).id
    if not given.full:
        return published(ledger, cafe, given.attribution)
    if given.attribution is not None:
        raise Invalid("With --full nobody is named: leave --attribution away, or --full.", "attribution")
    return draft(ledger, cafe)


def _check_template(template: Path | None, formats: Sequence[Format]) -> None:
    """Before anything is read: a template that cannot be used is no use of anybody's time."""
    if template is None:
        return
    if WORD not in {each.name for each in formats}:
        raise Invalid("A template is for Word: give --format docx too, or leave --template away.", "template")
    check_template(template)


def _verified(given: Namespace) -> int:
    """Whether a report still holds. Nothing is written."""
    from workshop.evidence.command import verify

    if given.out is not None or given.format or given.template is not None or given.full or given.attribution:
        raise Invalid("With --verify nothing is exported: leave --out and --format away.", "verify")
    with ledger_of(given.data) as ledger:
        place = Path(given.verify) if given.verify else None
        return verify(ledger, cafe_of(ledger, given.code), place)


def _write(source: Source, formats: Sequence[Format], out: Path, tell: Progress) -> Folder:
    with into(out, source.harvest) as folder:
        for no, each in enumerate(formats, 1):
            tell(f"Making {each.name}, {no} of {len(formats)}")
            for name, content in _made(each, source):
                folder.put(name if source.harvest.published else f"{FOR_HOSTS}/{name}", content)
    return folder


def _made(format_: Format, source: Source) -> Files:
    """The files of a format. Much is made in processes of their own: what they take is given back at once."""
    ours = source.template is not None and format_.name == WORD
    if source.harvest.through <= MANY or ours or not format_.documents:
        return format_.make(source)
    wanted = Wanted(formats=[format_.name], harvest=msgspec.msgpack.encode(source.harvest), gives_way=False)
    return iter(one_by_one(wanted, lambda _no, _of: None).files.items())


def _said(harvest: Harvest, out: Path, folder: Folder) -> Iterator[str]:
    yield f"Exported “{harvest.title}” (code {spoken_code(harvest.code)}) into {out}:"
    longest = max(map(len, folder.written))
    for name, one in folder.written.items():
        yield f"  {name:<{longest}}  {_size(one.bytes):>9}"
    if not harvest.closed:
        yield "The café has not been closed. This is a draft as it stands now, and the documents say so."
    if harvest.practice:
        yield "It was a practice: simulated people took part, and the documents say so."
    if folder.older:
        yield f"Of an earlier export, and not made anew: {', '.join(sorted(folder.older))}."
    yield AGREED if harvest.published else f"{EVERYTHING} Keep them among the hosts."
    yield "You alone may open them until you change that."


def _size(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB" if size >= 1_000_000 else f"{max(size / 1_000, 0.1):.1f} KB"


class Progress:
    """Says what is being made, on the way for errors, once that takes longer than somebody likes to wait."""

    def __init__(self) -> None:
        self._now = ""
        self._over = threading.Event()
        self._watch = threading.Thread(target=self._speak, daemon=True)

    def __call__(self, now: str) -> None:
        self._now = now

    def _speak(self) -> None:
        said = ""
        while not self._over.wait(PATIENCE):
            if said != self._now:
                said = self._now
                print(f"{said} …", file=sys.stderr, flush=True)

    def __enter__(self) -> Progress:
        self._watch.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._watch.join()
