"""What could not be drafted into the blueprint, why, and what people can do about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workshop.harvest.model import Experiment, PriorityLine, ThemeLine, VoteLine


def notices(
    themes: Sequence[ThemeLine],
    votes: Sequence[VoteLine],
    priorities: Sequence[PriorityLine],
    written: Sequence[Experiment],
) -> Iterator[str]:
    if not themes:
        yield (
            "Nobody grouped notes into themes, so nothing is drafted here about what gets in the way and "
            "what helps. Read the notes in the report and group them together with the people who wrote them."
        )
    if written:
        return
    if not priorities:
        yield (
            "No table chose ideas to bring to everyone, so there is no experiment to draft. Ask the tables "
            "which of their ideas they want to try first."
        )
    elif not any(not vote.open and vote.dots for vote in votes):
        yield (
            "No dots were counted, so the experiments are in order of how many tables their theme was heard "
            "at. Decide together which one comes first."
        )
