"""What the sections have in common: words, marks, quotes and pictures, as plain strings and lists."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypedDict

from workshop.harvest import phrases
from workshop.harvest.links import Link, Links, links, place
from workshop.harvest.model import Harvest, Line, NoteLine, PriorityLine
from workshop.harvest.words import kind_word
from workshop.harvest.writers.word.marks import bookmark, link, picture, text
from workshop.pictures import Picture as Drawn

# So many places where a line is used are named; the rest are counted.
NAMED = 6


class Section(TypedDict):
    """A part of the report. ``mark`` is a place that links lead to; it shows nothing."""

    heading: str
    mark: str


class Picture(TypedDict):
    title: str
    drawing: str
    caption: str


class Quote(TypedDict):
    """Somebody's words. ``remarks``: kind, table and round, and what else there is to say, in one line."""

    mark: str
    text: str
    kind: str
    place: str
    remarks: str
    why: str
    builds_on: str
    used_in: str


@dataclass
class Given:
    """The harvest, what leads where in it, and the pictures that were asked for so far."""

    h: Harvest
    links: Links
    notes: Mapping[str, NoteLine]
    ideas: Mapping[str, PriorityLine]
    drawn: dict[str, Drawn] = field(default_factory=dict)

    @classmethod
    def of(cls, h: Harvest) -> Given:
        notes = {note.id: note for round_ in h.rounds for note in round_.notes}
        return cls(h, links(h), notes, {idea.anchor: idea for idea in h.priorities})

    def heading(self, id_: str) -> Section:
        """The heading of a section of the report, and its place."""
        titles = {section.id: section.title for section in phrases.contents(self.h)}
        return {"heading": text(titles[id_]), "mark": bookmark(id_)}

    def pictures(self, drawn: Iterable[Drawn]) -> list[Picture]:
        return [self._picture(each) for each in drawn]

    def _picture(self, drawn: Drawn) -> Picture:
        self.drawn[drawn.key] = drawn
        caption = text(" ".join(drawn.says))
        return {"title": text(drawn.title), "drawing": picture(drawn.key), "caption": caption}

    def used_in(self, line: Line) -> str:
        """Where a line is used, as links; nothing if nowhere."""
        back = self.links.back(line)
        if not back:
            return ""
        more = f"; and {len(back) - NAMED} more" if len(back) > NAMED else ""
        return f"Used in: {'; '.join(map(to, back[:NAMED]))}{more}"

    def note(self, note: NoteLine, *, marked: bool = False) -> Quote:
        """A note, word for word; ``marked`` where it stands among all notes, and links to it lead."""
        return quote(
            note.text,
            note.kind,
            mark=bookmark(note.anchor) if marked else "",
            place=link(note.anchor, place(note)) if not marked else text(place(note)),
            remarks=[place(note), *phrases.marks_of(note)],
            builds_on=self._builds_on(note) if marked else "",
            used_in=self.used_in(note) if marked else "",
        )

    def _builds_on(self, note: NoteLine) -> str:
        said = [f"Builds on {self.place(id_)}" for id_ in note.builds_on]
        brought = [f"Brought from {self.place(note.brought_from)}"] if note.brought_from else []
        return "; ".join([*said, *brought])

    def place(self, note: str) -> str:
        """Where a note stands, as a link to it."""
        return link(self.notes[note].anchor, place(self.notes[note]))

    def beginning(self, note: str) -> str:
        """The beginning of a note, as a link to it."""
        anchor = self.notes[note].anchor
        return link(anchor, self.links.lines[anchor].words)


def to(where: Link) -> str:
    """A link, into the report or the blueprint behind it."""
    return link(where.anchor, where.words)


def quote(words: str, kind: str, *, remarks: Iterable[str] = (), **more: Any) -> Quote:
    """Words as they were written. ``more``: fields of a :class:`Quote`."""
    name = text(kind_word(kind))
    made: Quote = {
        "mark": "",
        "text": text(words),
        "kind": name,
        "place": "",
        "remarks": " · ".join([name, *map(text, remarks)]),
        "why": "",
        "builds_on": "",
        "used_in": "",
    }
    made.update(more)  # type: ignore[typeddict-item]
    return made
