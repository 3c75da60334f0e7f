"""How people voted. Who placed which dots is nowhere in the harvest; an open ballot shows no tally."""

from __future__ import annotations

from collections.abc import Mapping

from workshop.activities.dot_voting.messages import DotVoting
from workshop.core.things import Ballot, Option
from workshop.harvest import anchors
from workshop.harvest.fold import Folded
from workshop.harvest.model import NoteLine, OptionLine, ThemeLine, VoteLine
from workshop.harvest.ranking import places
from workshop.harvest.words import count, listed, short

GUIDE = "This is a guide, not a decision."
TAKEN_AWAY = "A note that was taken away"


def votes(
    folded: Folded, notes: Mapping[str, NoteLine], themes: Mapping[str, ThemeLine]
) -> tuple[VoteLine, ...]:
    return tuple(_Reader(folded, notes, themes).vote(ballot) for ballot in folded.state.ballots.values())


class _Reader:
    def __init__(
        self, folded: Folded, notes: Mapping[str, NoteLine], themes: Mapping[str, ThemeLine]
    ) -> None:
        self.folded = folded
        self.notes = notes
        self.themes = themes

    def vote(self, ballot: Ballot) -> VoteLine:
        settings = self.folded.state.steps[ballot.step].settings
        assert isinstance(settings, DotVoting)
        closed = ballot.closed_at is not None
        options = self._options(ballot)
        return VoteLine(
            anchor=anchors.vote(ballot.id),
            entries=self.folded.entries(anchors.vote(ballot.id)),
            evidence=tuple(o.subject for o in options if o.subject is not None),
            id=ballot.id,
            step=ballot.step,
            title=settings.title,
            prompt=settings.prompt,
            table=ballot.table,
            open=not closed,
            voters=ballot.voters,
            allowance=ballot.allowance,
            cap=ballot.cap,
            voted=len(ballot.papers) if closed else None,
            dots=sum(ballot.tally().values()) if closed else None,
            verdict=_verdict(options, closed),
            options=options,
        )

    def _options(self, ballot: Ballot) -> tuple[OptionLine, ...]:
        """Most dots first; level ones by their words."""
        tally = ballot.tally() if ballot.closed_at is not None else {}
        found = places(ballot.options, lambda option: (tally.get(option.id, 0),))
        lines = [
            self._option(ballot, option, tally.get(option.id), *at)
            for option, at in zip(ballot.options, found, strict=True)
        ]
        return tuple(sorted(lines, key=lambda line: (line.place, line.label.casefold(), line.anchor)))

    def _option(self, ballot: Ballot, option: Option, dots: int | None, place: int, level: int) -> OptionLine:
        theme, note = self.themes.get(option.id), self.notes.get(option.id)
        subject = theme or note
        return OptionLine(
            anchor=anchors.option(ballot.id, option.id),
            entries=self._frame(ballot),
            evidence=(subject.anchor,) if subject else (),
            label=self._label(option),
            statement=self._statement(option),
            subject=subject.anchor if subject else None,
            dots=dots,
            place=place if dots is not None else 0,
            level=level if dots is not None else 1,
        )

    def _frame(self, ballot: Ballot) -> tuple[int, ...]:
        """Where the option was made. The entries of single papers stay with the ballot as a whole."""
        return self.folded.entries(anchors.vote(ballot.id))[:1]

    def _label(self, option: Option) -> str:
        """What was voted on, in today's words where its own have been taken away or replaced since."""
        if option.id in self.folded.state.notes:
            note = self.notes.get(option.id)
            return note.text if note else TAKEN_AWAY
        theme = self.themes.get(option.id)
        if option.label in self.folded.said[anchors.theme(option.id)]:
            return option.label
        return theme.name if theme else "A theme that is no more"

    def _statement(self, option: Option) -> str:
        """A theme's sentence or a table's reason, if it still stands in the ledger apart from the ballot."""
        said = self.folded.said[anchors.theme(option.id)] | self.folded.said[anchors.note(option.id)]
        taken_away = option.id in self.folded.state.notes and option.id not in self.notes
        return option.statement if option.statement in said and not taken_away else ""


def _verdict(options: tuple[OptionLine, ...], closed: bool) -> str:
    if not closed:
        return "This vote is still on. Its result shows when it closes."
    total = sum(option.dots or 0 for option in options)
    if not total:
        return "Nobody placed a dot."
    top = [option for option in options if option.place == 1]
    most = count(top[0].dots or 0, "dot")
    if len(top) == 1:
        return f"“{short(top[0].label)}” has the most: {most} of {total}."
    if len(top) == len(options):
        return f"All {len(top)} are level, with {most} each."
    if len(top) > 3:
        return f"{len(top)} are level with the most, {most} each."
    return f"{listed([f'“{short(o.label)}”' for o in top])} are level with the most, {most} each."
