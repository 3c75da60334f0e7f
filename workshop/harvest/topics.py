"""What the hosts made of the answers to a closing question: its sub-headings."""

from __future__ import annotations

from collections.abc import Iterable

from workshop.activities.boards.board import label, standing, standing_notes
from workshop.core.things import Theme, board_id
from workshop.harvest import anchors
from workshop.harvest.fold import Folded
from workshop.harvest.lineage import lineage
from workshop.harvest.model import AnswerLine, TopicLine


def topics(folded: Folded, step: str, no: int, answers: Iterable[AnswerLine]) -> tuple[TopicLine, ...]:
    """Those with most answers first; level ones by name. An answer in two of them stands in both."""
    kept = {answer.id: answer for answer in answers}
    lines = (_topic(folded, theme, kept) for theme in standing(folded.state, board_id(step, no)))
    return tuple(sorted((t for t in lines if t.answers), key=lambda t: (-len(t.answers), t.name.casefold())))


def _topic(folded: Folded, theme: Theme, kept: dict[str, AnswerLine]) -> TopicLine:
    state = folded.state
    lying = [kept[a] for a in standing_notes(state, theme) if a in kept]
    took_in = [anchors.theme(t.id) for t in state.themes.values() if t.merged_into == theme.id]
    return TopicLine(
        anchor=anchors.theme(theme.id),
        entries=folded.entries(anchors.theme(theme.id), *took_in),
        evidence=tuple(answer.anchor for answer in lying),
        id=theme.id,
        name=label(state, theme),
        statement=theme.statement,
        includes=theme.includes,
        excludes=theme.excludes,
        answers=tuple(answer.id for answer in lying),
        differing=tuple(a for a in theme.differing if a in kept),
        suggested=len([a for a in theme.suggested if a in kept]),
        single_voice=theme.single_voice,
        lineage=tuple(lineage(folded, theme, kept, "answer")),
    )
