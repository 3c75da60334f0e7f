"""Who took part, in numbers."""

from __future__ import annotations

from workshop.core.people import FACILITATOR, HOST, PARTICIPANT, SCREEN, Person
from workshop.harvest import anchors
from workshop.harvest.fold import Folded
from workshop.harvest.model import Attendance
from workshop.harvest.words import count

# Whoever comes in and leaves for good within a minute has only looked in.
LOOKED_IN = 60_000


def attendance(folded: Folded) -> Attendance:
    """Everyone who took part at all: participants and the support team, apart and together."""
    came, people = _came(folded), took_part(folded)
    roles = {role: sum(p.role == role for p in people) for role in (PARTICIPANT, FACILITATOR, HOST)}
    return Attendance(
        anchor=anchors.ATTENDANCE,
        entries=folded.entries(anchors.ATTENDANCE, *map(anchors.seats, folded.state.steps)),
        evidence=tuple(anchors.round_(step) for step in folded.state.steps if step in _rounds(folded)),
        text=sentence(len(people)),
        people=len(people),
        participants=roles[PARTICIPANT],
        support=roles[FACILITATOR] + roles[HOST],
        facilitators=roles[FACILITATOR],
        hosts=roles[HOST],
        only_joined=len(came) - len(people),
    )


def took_part(folded: Folded) -> list[Person]:
    active = _active(folded)
    return [person for person in _came(folded) if person.id in active or _sat(folded, person)]


def _came(folded: Folded) -> list[Person]:
    people = folded.state.people.values()
    return [person for person in people if person.role != SCREEN and not _afterwards(folded, person)]


def _afterwards(folded: Folded, person: Person) -> bool:
    """A host who came when it was over, to write the report."""
    closed_at = folded.state.closed_at
    return closed_at is not None and person.joined_at > closed_at


def sentence(people: int) -> str:
    if not people:
        return "Nobody has taken part yet."
    return f"A total of {count(people, 'participant')} including the support team."


def _active(folded: Folded) -> set[str]:
    """Whoever did something, or had it written down by a facilitator."""
    state = folded.state
    wrote = {note.by for note in state.notes.values()} | {answer.by for answer in state.answers.values()}
    voted = {person for ballot in state.ballots.values() for person in ballot.papers}
    return folded.did | wrote | voted


def _sat(folded: Folded, person: Person) -> bool:
    left = folded.left.get(person.id)
    looked_in = left is not None and left - person.joined_at < LOOKED_IN
    return not looked_in and person.id in folded.state.places


def _rounds(folded: Folded) -> set[str]:
    return {step for step, _ in folded.state.sat}
