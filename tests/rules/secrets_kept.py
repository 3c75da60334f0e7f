"""What no stream may show: tested on any state, without asking the views how they decide.

``shown`` is what each stream that somebody may hear shows in this state.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from random import Random

from tests.rules.heard import Copy, arrive
from workshop.activities.boards.board import wall_rounds
from workshop.core import streams
from workshop.core.state import Workshop
from workshop.core.things import Chat, Note
from workshop.core.votes import Ballot

Shown = dict[str, Copy]


def no_word_too_much(state: Workshop, shown: Shown) -> None:
    """A note's words stand at its table, with its people, on its wall, or among what was brought to all."""
    said = {stream: b"\n".join(copy.values()).decode() for stream, copy in shown.items()}
    for note in state.notes.values():
        for stream, words in said.items():
            if note.text.startswith("idea-") and note.text in words:
                assert _may_show(state, stream, note), f"{stream} shows {note}"


def no_answer_too_much(state: Workshop, shown: Shown) -> None:
    """What somebody answered alone stands on their own stream, and where the hosts group the answers."""
    said = {stream: b"\n".join(copy.values()).decode() for stream, copy in shown.items()}
    for answer in state.answers.values():
        places = {streams.person(answer.by), streams.wall(f"{answer.step}.{answer.question}")}
        if f"answer-{answer.id}" in _quoted(state):
            places.add(streams.DESK)
        for stream, words in said.items():
            if answer.text.startswith("idea-") and answer.text in words:
                assert stream in places, f"{stream} shows {answer}"


def _may_show(state: Workshop, stream: str, note: Note) -> bool:
    kind, rest = streams.kind_and_id(stream)
    voted_on = note.id in _voted_on(state, int(rest) if kind == "table" else None)
    chosen = (note.table, note.id) in state.priorities
    match kind:
        case "hall":
            decided = note.id in _decided_on(state, None)
            return voted_on or decided or (chosen and any(no == note.table for _, no in state.slots))
        case "desk":
            quoted = f"note-{note.id}" in _quoted(state)
            return not note.deleted and (quoted or note.id in _decided_on(state, note.table))
        case "table":
            lies = not note.deleted and (note.step == state.round_step or note.highlighted)
            return rest == str(note.table) and (lies or chosen or voted_on)
        case "person":
            place = (note.step, note.table)
            moved_on = rest in state.moved_on.get(place, {}) and state.moved_on[place][rest] <= note.at
            sat_there = rest in state.sat.get(place, ()) and not moved_on
            return not note.deleted and (rest == note.by or sat_there)
        case "wall":
            return not note.deleted and rest in state.steps and note.step in wall_rounds(state, rest)
    return False


def _quoted(state: Workshop) -> set[str]:
    """What hosts took for the report, and may read where they write it."""
    return {one.quote.source for one in state.statements.values() if one.quote is not None}


def _voted_on(state: Workshop, table: int | None) -> set[str]:
    """The notes on the ballots of a table, since its latest round; or on those in the hall."""
    steps = list(state.steps)
    begin = steps.index(state.round_step) if table is not None and state.round_step else -1
    ballots = [b for b in state.ballots.values() if b.table == table and steps.index(b.step) > begin]
    voted_on = {n for ballot in ballots for option in ballot.options for n in option.notes}
    return {note for note in voted_on if not state.notes[note].deleted}


def _decided_on(state: Workshop, table: int | None) -> set[str]:
    """The notes that a decision names."""
    named = {o for d in state.decisions.values() if d.table == table for o in (*d.chosen, *d.set_aside)}
    return named | {o.words_of or o.id for b in state.ballots.values() for o in b.options if o.id in named}


def no_tally_of_an_open_ballot(state: Workshop, shown: Shown) -> None:
    """Other dots of the same people change nothing for anyone but those who placed them."""
    open_ballots = [b for b in state.ballots.values() if b.open and b.papers]
    for ballot in open_ballots:
        papers = ballot.papers
        ballot.papers = {who: {ballot.options[-1].id: 7} for who in papers}
        _unchanged(state, shown, {streams.person(who) for who in papers})
        _as_others(ballot, state)
        _unchanged(state, shown, {streams.person(who) for who in state.people})
        ballot.papers = papers


def _as_others(ballot: Ballot, state: Workshop) -> None:
    """As many papers, of other people: nobody but those who voted can tell who did."""
    others = [who for who in state.people if who not in ballot.papers]
    ballot.papers = dict(zip([*others, *ballot.papers], ballot.papers.values(), strict=False))


def no_dot_of_a_closed_ballot(state: Workshop, shown: Shown) -> None:
    """A receipt says that somebody voted: what it was is shown to nobody, not even to them."""
    for ballot in state.ballots.values():
        if ballot.open:
            continue
        for who in ballot.papers:
            words = shown.get(streams.person(who), {})
            assert f"dots/{ballot.id}" not in words
            assert not any(o.id.encode() in words.get(f"receipt/{ballot.id}", b"") for o in ballot.options)


def _unchanged(state: Workshop, shown: Shown, but: set[str]) -> None:
    for stream in shown.keys() - but:
        assert arrive(state, stream) == shown[stream], f"{stream} shows what it may not"


def no_group_of_anybody(state: Workshop, shown: Shown, chance: Random) -> None:
    """Were somebody from elsewhere, nobody but the hosts and they themselves could tell."""
    person = chance.choice([*state.people.values()])
    before, person.group = person.group, "Elsewhere"
    _unchanged(state, shown, {streams.DESK, streams.person(person.id)})
    person.group = before


def no_quoting_of_anybody(state: Workshop, shown: Shown, chance: Random) -> None:
    """Had somebody said otherwise, nobody but they themselves could tell; the desk sees a number for five."""
    person = chance.choice([*state.people.values()])
    person.quoting = not person.quoting
    _unchanged(state, shown, {streams.DESK, streams.person(person.id)})
    desk = arrive(state, streams.DESK)
    assert {key for key in desk if desk[key] != shown[streams.DESK][key]} <= {"quoting"}
    person.quoting = not person.quoting


def no_author_of_what_is_anonymous(state: Workshop, shown: Shown, chance: Random) -> None:
    """Had somebody else written it, nobody but those two could tell: not even on the desk."""
    for thing, another in anonymous(state, chance):
        authors = {streams.person(thing.by), streams.person(another)}
        with as_if_by(state, thing, another):
            _unchanged(state, shown, authors)


def anonymous(state: Workshop, chance: Random) -> Iterator[tuple[Note | Chat, str]]:
    """One thing that somebody wrote anonymously, and somebody else who could have."""
    hidden: list[Note | Chat] = [n for n in state.notes.values() if n.anonymous]
    hidden += [line for line in state.chat.values() if line.anonymous]
    if hidden:
        thing = chance.choice(hidden)
        yield thing, chance.choice([p for p in state.people if p != thing.by])


@contextmanager
def as_if_by(state: Workshop, thing: Note | Chat, another: str) -> Iterator[None]:
    author, written = thing.by, state.written
    thing.by = another
    if isinstance(thing, Note):
        state.written = {who: [n for n in notes if n is not thing] for who, notes in written.items()}
        state.written.setdefault(another, []).append(thing)
        entered_by, thing.entered_by = thing.entered_by, None if thing.entered_by else author
    yield
    thing.by, state.written = author, written
    if isinstance(thing, Note):
        thing.entered_by = entered_by
