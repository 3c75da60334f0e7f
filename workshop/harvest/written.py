"""Passages and statements that hosts wrote in the report, with what they rest on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from workshop.activities.writing.places import OF_A_STEP, OF_THE_REPORT, source_text, words_standing
from workshop.core.afterwards import path
from workshop.core.checked import LEFT_OUT
from workshop.core.report import KINDS, Kind, Passage, Statement
from workshop.core.state import Workshop
from workshop.harvest import anchors
from workshop.harvest.fold import Folded
from workshop.harvest.model import NoteLine, PassageLine, QuestionLine, StatementLine, ThemeLine, VoteLine
from workshop.harvest.publishing import WITHHELD


def passages(folded: Folded) -> tuple[PassageLine, ...]:
    """Those that say something, in the order of the report."""
    written = [each for each in folded.state.passages.values() if each.text]
    order = list(folded.state.steps)
    return tuple(_passage(folded, each) for each in sorted(written, key=lambda p: _place(p.part, order)))


def _place(part: str, steps: Sequence[str]) -> tuple[int, int, int, str]:
    if part in OF_THE_REPORT:
        return 0, OF_THE_REPORT.index(part), 0, ""
    what, step, *no = part.split(".")
    return 1, steps.index(step), list(OF_A_STEP).index(what) if what in OF_A_STEP else int(no[0]), part


def _passage(folded: Folded, passage: Passage) -> PassageLine:
    anchor = anchors.passage(passage.part)
    return PassageLine(
        anchor=anchor,
        entries=folded.entries(anchor),
        evidence=(),
        part=passage.part,
        text=passage.text,
        versions=passage.version,
    )


@dataclass(frozen=True, slots=True)
class Rest:
    """What statements can rest on: what stands in the harvest. ``before``: the state, nothing vaguer yet."""

    before: Workshop
    notes: Mapping[str, NoteLine]
    themes: Sequence[ThemeLine]
    questions: Sequence[QuestionLine]
    votes: Sequence[VoteLine]

    def theme_anchors(self) -> set[str]:
        """Of themes, and of the headings that answers were put under."""
        topics = {topic.anchor for question in self.questions for topic in question.topics}
        return topics | {theme.anchor for theme in self.themes}

    def votes_on(self, subjects: Sequence[str]) -> list[str]:
        """The anchors of the closed votes on one of these, also where choices of few are not told."""
        return [v.anchor for v in self.votes if not v.open and not set(subjects).isdisjoint(v.evidence)]


def statements(folded: Folded, rest: Rest) -> tuple[StatementLine, ...]:
    """Key themes, then conclusions, then recommendations, each in the order that people gave them."""
    return tuple(line for kind in KINDS for line in _of_kind(folded, rest, kind))


def _of_kind(folded: Folded, rest: Rest, kind: Kind) -> Iterator[StatementLine]:
    standing = [s for s in folded.state.statements.values() if s.kind == kind and not s.removed]
    there = rest.theme_anchors()
    for place, one in enumerate(sorted(standing, key=lambda s: (s.rank, s.id)), 1):
        yield _statement(folded, rest, there, one, place)


def _statement(folded: Folded, rest: Rest, there: set[str], one: Statement, place: int) -> StatementLine:
    state = folded.state
    themes = [t for t in _now(state, one.themes) if anchors.theme(t) in there]
    lost = sum(not any(anchors.theme(t) in there for t in _now(state, [each])) for each in one.themes)
    notes = [note for note in one.notes if note in rest.notes]
    quote = _quote(rest.before, state, one)
    subjects = [*map(anchors.theme, themes), *map(anchors.note, notes)]
    source = [one.quote.source] if one.quote is not None and quote else []
    anchor = anchors.statement(one.id)
    return StatementLine(
        anchor=anchor,
        entries=folded.entries(anchor),
        evidence=tuple(dict.fromkeys([*subjects, *source, *rest.votes_on(subjects)])),
        id=one.id,
        kind=one.kind,
        place=place,
        heading=one.heading,
        text=one.text,
        themes=tuple(themes),
        notes=tuple(notes),
        gone=lost + len(one.notes) - len(notes),
        source=one.quote.source if one.quote is not None else None,
        quote=quote,
        versions=one.version,
    )


def _now(state: Workshop, themes: Sequence[str]) -> list[str]:
    """These themes, or what they went into."""
    return list(dict.fromkeys(path(state, theme)[-1] for theme in themes))


def _quote(before: Workshop, state: Workshop, one: Statement) -> str:
    """Empty where those words do not stand there any more; a sign in their place where they may not go out.

    ``before``: where nothing stands vaguer yet. A quote says no more of its source than others read there.
    """
    quote = before.statements[one.id].quote
    if quote is None or one.quote is None:
        return ""
    if source_text(before, quote.source) == WITHHELD:
        return WITHHELD
    if words_standing(before, quote) is None:
        return ""
    return words_standing(state, one.quote) or LEFT_OUT
