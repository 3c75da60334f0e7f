"""Themes: what people put together, how far each carries, and how it came to be."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from workshop.activities.boards.board import label, reach, standing_notes, wall_rounds
from workshop.core.state import Workshop
from workshop.core.things import Theme
from workshop.harvest import anchors
from workshop.harvest.fold import Folded
from workshop.harvest.lineage import lineage
from workshop.harvest.model import Leans, NoteLine, Often, RoundLine, ThemeLine, WallLine
from workshop.harvest.ranking import places
from workshop.harvest.rounds import kind_counts

# Kinds of notes that say how things are. All others say what could be, or ask.
HINDERING = frozenset({"hindered", "problem", "gap"})
HELPING = frozenset({"helped", "strength"})

# Fewer people than this are not counted aloud.
FEWEST_PEOPLE = 5

Notes = Mapping[str, NoteLine]


def notes_by_id(rounds: Iterable[RoundLine]) -> dict[str, NoteLine]:
    return {note.id: note for round_ in rounds for note in round_.notes}


def walls(folded: Folded, notes: Notes) -> tuple[WallLine, ...]:
    """Every themes step that has begun."""
    steps = (s for s in folded.state.steps.values() if s.activity == "themes")
    return tuple(_wall(folded, s.id, s.settings.title, notes) for s in steps if s.opened_at is not None)


def _wall(folded: Folded, step: str, title: str, notes: Notes) -> WallLine:
    rounds = wall_rounds(folded.state, step)
    hanging = [note for note in notes.values() if note.step in rounds]
    standing = _standing(folded.state, step, notes)
    grouped = {note for theme in standing for note in theme.notes}
    alone = [note for note in hanging if note.id not in grouped]
    return WallLine(
        anchor=anchors.wall(step),
        entries=folded.entries(anchors.step(step)),
        evidence=tuple(note.anchor for note in alone),
        step=step,
        title=title,
        notes=len(hanging),
        themes=len(standing),
        not_grouped=tuple(note.id for note in alone),
    )


def _standing(state: Workshop, step: str, notes: Notes) -> list[Theme]:
    """The themes of one wall. A theme whose notes have all been taken away has nothing to show."""
    here = (t for t in state.themes.values() if t.step == step and t.stands)
    return [t for t in here if any(n in notes for n in t.notes)]


def themes(folded: Folded, notes: Notes, on: Sequence[WallLine]) -> tuple[ThemeLine, ...]:
    """The themes of each wall, those heard at most tables first; level ones by name."""
    return tuple(line for wall in on for line in _ranked(folded, wall.step, notes))


def _ranked(folded: Folded, step: str, notes: Notes) -> list[ThemeLine]:
    standing = _standing(folded.state, step, notes)
    several = [theme for theme in standing if not theme.single_voice]
    found = places(several, lambda theme: _weight(theme, notes))
    place = {theme.id: at for theme, at in zip(several, found, strict=True)}
    widest = max((_weight(theme, notes)[0] for theme in several), default=0)
    lines = [_theme(folded, theme, notes, *place.get(theme.id, (0, 1)), widest) for theme in standing]
    return sorted(lines, key=lambda line: (line.place or len(lines) + 1, line.name.casefold(), line.id))


def _weight(theme: Theme, notes: Notes) -> tuple[int, int]:
    lying = [notes[n] for n in theme.notes if n in notes]
    return len({note.table for note in lying}), len(lying)


def _theme(folded: Folded, theme: Theme, notes: Notes, place: int, level: int, widest: int) -> ThemeLine:
    state = folded.state
    lying = [notes[n] for n in standing_notes(state, theme) if n in notes]
    tables = tuple(sorted({note.table for note in lying}))
    took_in = [t for t in state.themes.values() if t.merged_into == theme.id]
    far = reach(state, theme)
    return ThemeLine(
        anchor=anchors.theme(theme.id),
        entries=folded.entries(anchors.theme(theme.id), *(anchors.theme(t.id) for t in took_in)),
        evidence=tuple(note.anchor for note in lying),
        id=theme.id,
        step=theme.step,
        name=label(state, theme),
        named=bool(theme.name),
        statement=theme.statement,
        includes=theme.includes,
        excludes=theme.excludes,
        notes=tuple(note.id for note in lying),
        tables=tables,
        people=told(far.people),
        groups=told(far.people) and len(far.groups),
        differing=tuple(n for n in theme.differing if n in notes),
        suggested=len([n for n in theme.suggested if n in notes]),
        rounds=tuple(sorted({note.round for note in lying})),
        kinds=kind_counts(lying),
        single_voice=theme.single_voice,
        place=place,
        level=level,
        often=_often(theme.single_voice, place, len(tables), widest),
        leans=leaning(*sides(lying)),
        took_in=tuple(label(state, t) for t in took_in),
        split_from=label(state, state.themes[theme.split_from]) if theme.split_from else None,
        lineage=tuple(lineage(folded, theme, notes, "note")),
    )


def told(people: int) -> int | None:
    """How many people, unless so few that it could show who they are. Source: suppression of small counts."""
    return people if people >= FEWEST_PEOPLE else None


def _often(single_voice: bool, place: int, tables: int, widest: int) -> Often:
    """How often a theme was heard, by tables. Twelve notes of one table are not common.

    Often: at half as many tables as the theme heard at most tables, or more.
    """
    if single_voice:
        return "single-voice"
    if tables < 2:
        return "one-table"
    if place == 1:
        return "most"
    return "often" if tables * 2 >= widest else "less"


def sides(notes: Sequence[NoteLine]) -> tuple[int, int]:
    """How many notes tell of hindrance, and how many of help."""
    return sum(n.kind in HINDERING for n in notes), sum(n.kind in HELPING for n in notes)


def leaning(hindering: int, helping: int) -> Leans:
    """Where the notes of a theme lean that say how things are. Ideas and questions lean to no side."""
    if not hindering and not helping:
        return "ideas"
    if hindering == helping:
        return "both"
    return "gets-in-the-way" if hindering > helping else "helps"
