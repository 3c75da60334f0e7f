"""How people voted. Who placed which dots is nowhere in the harvest; an open ballot shows no tally."""

from __future__ import annotations

from collections.abc import Mapping

from workshop.activities.dot_voting.messages import DotVoting
from workshop.core.afterwards import became
from workshop.core.votes import Ballot, Option, Standing, outcome, standing
from workshop.harvest import anchors
from workshop.harvest.fold import Folded
from workshop.harvest.model import NoteLine, OptionLine, ThemeLine, VoteLine
from workshop.harvest.model.votes import Stands
from workshop.harvest.ranking import places
from workshop.harvest.vote_phrases import became_words, settled_words, verdict

TAKEN_AWAY = "A note that was taken away"


def votes(
    folded: Folded, notes: Mapping[str, NoteLine], themes: Mapping[str, ThemeLine]
) -> tuple[VoteLine, ...]:
    reader = Reader(folded, notes, themes)
    return tuple(reader.vote(ballot) for ballot in folded.state.ballots.values())


class Reader:
    """Reads ballots; ``name`` is what an option is called."""

    def __init__(
        self, folded: Folded, notes: Mapping[str, NoteLine], themes: Mapping[str, ThemeLine]
    ) -> None:
        self.folded = folded
        self.notes = notes
        self.themes = themes

    def vote(self, ballot: Ballot) -> VoteLine:
        settings = self.folded.state.steps[ballot.step].settings
        assert isinstance(settings, DotVoting)
        options = self._options(ballot)
        return VoteLine(
            anchor=anchors.vote(ballot.id),
            entries=self._frame(ballot) if ballot.open else self.folded.entries(anchors.vote(ballot.id)),
            evidence=tuple(o.subject for o in options if o.subject is not None),
            id=ballot.id,
            step=ballot.step,
            title=settings.title,
            prompt=settings.prompt,
            table=ballot.table,
            open=ballot.open,
            voters=ballot.voters,
            allowance=ballot.allowance,
            cap=ballot.cap,
            take=ballot.take,
            runoff_of=ballot.runoff_of,
            voted=None if ballot.open else len(ballot.papers),
            entered=None if ballot.open else len(ballot.entered),
            dots=None if ballot.open else sum(ballot.tally().values()),
            verdict=verdict(options, ballot.open),
            settled=() if ballot.open else self._settled(ballot),
            options=options,
        )

    def _runoff(self, ballot: Ballot) -> Ballot | None:
        return self.folded.state.ballots.get(ballot.runoff or "")

    def _settled(self, ballot: Ballot) -> tuple[str, ...]:
        by_dots = self._by_dots(ballot)
        names = {option.id: self.name(option) for option in ballot.options}
        return tuple(settled_words(ballot, self._runoff(ballot), by_dots, names))

    def _by_dots(self, ballot: Ballot) -> Standing:
        return standing(ballot.tally(), ballot.take, without_dots=ballot.runoff_of is not None)

    def _options(self, ballot: Ballot) -> tuple[OptionLine, ...]:
        """Most dots first; level ones by their words."""
        tally = {} if ballot.open else ballot.tally()
        found = places(ballot.options, lambda option: (tally.get(option.id, 0),))
        lines = [
            self._option(ballot, option, tally.get(option.id), *at)
            for option, at in zip(ballot.options, found, strict=True)
        ]
        return tuple(sorted(lines, key=lambda line: (line.place, line.label.casefold(), line.anchor)))

    def _option(self, ballot: Ballot, option: Option, dots: int | None, place: int, level: int) -> OptionLine:
        theme, note = self.themes.get(option.id), self.notes.get(option.id)
        subject = theme or note
        by_dots = Standing() if ballot.open else self._by_dots(ballot)
        on = Standing() if ballot.open else outcome(ballot, self._runoff(ballot))
        return OptionLine(
            anchor=anchors.option(ballot.id, option.id),
            entries=self._frame(ballot),
            evidence=(subject.anchor,) if subject else (),
            label=self.name(option),
            statement=self._statement(option),
            subject=subject.anchor if subject else None,
            dots=dots,
            place=place if dots is not None else 0,
            level=level if dots is not None else 1,
            stands=_stands(option.id, by_dots, line=ballot.take is not None and not ballot.open),
            goes_on=option.id in on.ahead,
            became=became_words(self.folded.state, became(self.folded.state, option.id)),
        )

    def _frame(self, ballot: Ballot) -> tuple[int, ...]:
        """Where the option was made. The entries of single papers stay with the ballot as a whole."""
        return self.folded.entries(anchors.vote(ballot.id))[:1]

    def name(self, option: Option) -> str:
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


def _stands(option: str, by_dots: Standing, *, line: bool) -> Stands:
    if not line:
        return ""
    if option in by_dots.ahead:
        return "ahead"
    return "level" if option in by_dots.level else "record"
