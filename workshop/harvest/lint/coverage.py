"""Fair to everyone: tables and rounds that the report does not reflect, and notes that lie in no theme."""

from __future__ import annotations

from collections.abc import Iterator

from workshop.harvest.lint.findings import (
    DESK,
    Finding,
    Mend,
    Weight,
    anchors_of,
    at_tables,
    board,
    named,
    notes_of,
    over,
    quoted,
    share,
)
from workshop.harvest.lint.reflected import reflected
from workshop.harvest.model import Harvest, NoteLine, RoundLine
from workshop.harvest.words import count, listed

# In percent. So many notes outside all themes are worth a look; a third, and the themes do not tell the day.
WORTH_A_LOOK, TOO_MANY = 10, 33


def notes_in_no_theme(harvest: Harvest) -> Iterator[Finding]:
    for wall in harvest.walls:
        if wall.notes and wall.themes and wall.step in over(harvest):
            part = share(wall.not_grouped, wall.notes)
            text = (
                f"{len(wall.not_grouped):,} of {count(wall.notes, 'note')} on {quoted(wall.title)} "
                f"({part} %) {'lies' if len(wall.not_grouped) == 1 else 'lie'} in no theme. "
                "Read them for what the themes leave out."
            )
            yield from _loose("notes-in-no-theme", part, text, wall.anchor, wall.step, None)


def answers_under_no_heading(harvest: Harvest) -> Iterator[Finding]:
    for question in harvest.questions:
        if question.answers and question.topics and question.step in over(harvest):
            part = share(question.not_grouped, len(question.answers))
            stand = "stands" if len(question.not_grouped) == 1 else "stand"
            text = (
                f"{len(question.not_grouped):,} of {count(len(question.answers), 'answer')} "
                f"to closing question {question.no} ({part} %) {stand} under no heading."
            )
            where = question.step, question.no
            yield from _loose("answers-under-no-heading", part, text, question.anchor, *where)


def _loose(
    code: str, part: int, text: str, anchor: str, step: str, question: int | None
) -> Iterator[Finding]:
    if part >= WORTH_A_LOOK:
        weight: Weight = "must" if part >= TOO_MANY else "may"
        yield Finding(code, weight, text, (anchor,), (board(step, question),))


def highlight_in_no_theme(harvest: Harvest) -> Iterator[Finding]:
    notes = notes_of(harvest)
    for wall in harvest.walls:
        lost = [notes[n] for n in wall.not_grouped if n in notes and notes[n].highlighted]
        if lost and wall.themes and wall.step in over(harvest):
            text = (
                f"{count(len(lost), 'note')} that {at_tables(_tables(lost))} highlighted "
                f"{'lies' if len(lost) == 1 else 'lie'} in no theme: {named(note.text for note in lost)}."
            )
            yield Finding("highlight-in-no-theme", "may", text, anchors_of(lost), (board(wall.step),))


def table_without_notes(harvest: Harvest) -> Iterator[Finding]:
    rounds = _done(harvest)
    sat = {seats.table for round_ in rounds for seats in round_.seats}
    silent = sorted(sat - set(_tables(_written(harvest))))
    if silent and _written(harvest):
        text = (
            f"People sat at {at_tables(silent)}, and no note is from there. "
            "The report cannot speak for them: say so, or ask them."
        )
        anchors = tuple(sorted(r.anchor for r in rounds if {s.table for s in r.seats} & set(silent)))
        yield Finding("table-without-notes", "must", text, anchors, (DESK,))


def table_not_reflected(harvest: Harvest) -> Iterator[Finding]:
    """Tables that wrote, by what of theirs the report does not take up."""
    there = reflected(harvest)
    ways: tuple[tuple[str, Weight, frozenset[str] | None, str], ...] = (
        ("table-not-in-themes", "must", there.themes, "is in a theme"),
        ("table-not-highlighted", "may", there.highlights, "is highlighted"),
        ("table-not-in-decisions", "may", there.decisions, "is behind what was decided"),
    )
    for code, weight, notes, how in ways:
        left_out = [note for note in _written(harvest) if notes is not None]
        kept = {note.table for note in left_out if note.id in (notes or ())}
        missed = [note for note in left_out if note.table not in kept]
        if missed:
            text = f"No note of {at_tables(_tables(missed))} {how}."
            yield Finding(code, weight, f"{text} {_HINTS[code]}", anchors_of(missed), _mend(harvest, code))


_HINTS = {
    "table-not-in-themes": "Look whether their notes belong to a theme, or are one of their own.",
    "table-not-highlighted": "Readers see other tables’ words first.",
    "table-not-in-decisions": "Ask who speaks for what they brought.",
}


def _mend(harvest: Harvest, code: str) -> tuple[Mend, ...]:
    if code != "table-not-in-themes":
        return (DESK,)
    return tuple(board(wall.step) for wall in harvest.walls if wall.step in over(harvest))


def table_without_idea(harvest: Harvest) -> Iterator[Finding]:
    brought = {idea.table for idea in harvest.priorities if idea.step in over(harvest)}
    without = [note for note in _written(harvest) if brought and note.table not in brought]
    if without:
        text = f"{at_tables(_tables(without)).capitalize()} brought no idea to everyone."
        yield Finding("table-without-idea", "may", text, anchors_of(without), (DESK,))


def table_not_heard(harvest: Harvest) -> Iterator[Finding]:
    for plenary in harvest.plenaries:
        waiting = [turn for turn in plenary.turns if turn.phase in ("waiting", "skipped")]
        if waiting and len(waiting) < len(plenary.turns) and plenary.step in over(harvest):
            nos = at_tables(turn.table for turn in waiting).capitalize()
            were = "was" if len(waiting) == 1 else "were"
            text = f"{nos} {were} not heard in {quoted(plenary.title)}."
            yield Finding("table-not-heard", "may", text, anchors_of(waiting), (DESK,))


def round_not_reflected(harvest: Harvest) -> Iterator[Finding]:
    """Rounds with notes of which none is taken up anywhere; only once there is something to take them up."""
    there = reflected(harvest)
    left_out = [r for r in _done(harvest) if r.notes and not _ids(r) & there.anywhere]
    if left_out and there.anywhere:
        rounds = listed([f"round {r.no} ({quoted(r.title)})" for r in sorted(left_out, key=lambda r: r.no)])
        text = f"No note of {rounds} is in a theme, highlighted, or brought as an idea."
        yield Finding("round-not-reflected", "must", text, anchors_of(left_out), (DESK,))


def _ids(round_: RoundLine) -> set[str]:
    return {note.id for note in round_.notes}


def _done(harvest: Harvest) -> list[RoundLine]:
    return [round_ for round_ in harvest.rounds if round_.step in over(harvest)]


def _written(harvest: Harvest) -> list[NoteLine]:
    return [note for round_ in _done(harvest) for note in round_.notes]


def _tables(notes: list[NoteLine]) -> list[int]:
    return sorted({note.table for note in notes})


COVERAGE = (
    table_without_notes,
    table_not_reflected,
    round_not_reflected,
    notes_in_no_theme,
    answers_under_no_heading,
    highlight_in_no_theme,
    table_without_idea,
    table_not_heard,
)
