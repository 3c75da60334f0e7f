"""What leads from a line to its evidence and back on paper: links, and the numbers of notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from workshop.harvest.links import Link, Links, links, place
from workshop.harvest.model import Harvest, Line, NoteLine, PriorityLine, ThemeLine
from workshop.harvest.phrases import picked
from workshop.harvest.voices import shuffled
from workshop.harvest.words import kind_word
from workshop.harvest.writers.pdf.tree import Quote, Run, runs

MOST, MOST_QUOTED = 6, 3
# Beyond this notes are named by number only: each link costs more memory than the words that it leads to.
MOST_LINKED = 2000


@dataclass(frozen=True, slots=True)
class Trail:
    """``numbers``: what a note is called on paper, by its id; counted in the order they stand at the end."""

    h: Harvest
    links: Links
    notes: dict[str, NoteLine]
    numbers: dict[str, int]
    themes: dict[str, ThemeLine]
    ideas: dict[str, PriorityLine]

    @property
    def linked(self) -> bool:
        """Whether notes link to where they are used, and what they are used in to them."""
        return len(self.notes) <= MOST_LINKED

    def number(self, note: str) -> Run:
        """A note's number, as a link to its words."""
        return Run(f"note {self.numbers[note]}", to=self.notes[note].anchor if self.linked else "")

    def typical(self, theme: ThemeLine) -> list[NoteLine]:
        """What the tables highlighted of a theme and no round shows already, in an order that means nothing.

        A single voice is always heard.
        """
        shown = {note.id for round_ in self.h.rounds for note in picked(round_).shown}
        notes = [self.notes[each] for each in theme.notes if each not in shown]
        return shuffled(note for note in notes if note.highlighted or theme.single_voice)[:MOST_QUOTED]

    def uses(self, line: Line) -> tuple[Run, ...]:
        """Where a line is used; nothing if nowhere."""
        back = self.links.back(line)
        if not back:
            return ()
        plain = isinstance(line, NoteLine) and not self.linked
        used = (Run(to.words) if plain else link(to) for to in back[:MOST])
        more = f"; and {len(back) - MOST} more" if len(back) > MOST else ""
        return (Run("Used in: "), *joined(used), Run(more))


def trail(h: Harvest) -> Trail:
    notes = {note.id: note for round_ in h.rounds for note in round_.notes}
    return Trail(
        h=h,
        links=links(h),
        notes=notes,
        numbers={note: no for no, note in enumerate(notes, 1)},
        themes={theme.id: theme for theme in h.themes},
        ideas={idea.anchor: idea for idea in h.priorities},
    )


def link(to: Link) -> Run:
    return Run(to.words, to=to.anchor)


def joined(parts: Iterable[Run], between: str = "; ") -> Iterator[Run]:
    for no, part in enumerate(parts):
        if no:
            yield Run(between)
        yield part


def quoted(to: Trail, note: NoteLine) -> Quote:
    """A note among the findings; its own place is at the end."""
    return Quote(note.text, note.kind, runs(f"{kind_word(note.kind)} · {place(note)} · ", to.number(note.id)))
