"""Who may show a picture, which pictures there are, and who may look at one."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from workshop.activities.boards.board import boards
from workshop.activities.dot_voting.messages import BallotReopened, BallotSetAside
from workshop.activities.people.rules import only_hosts
from workshop.activities.pictures.messages import PictureName, PictureShown, ShowPicture
from workshop.activities.steps.messages import StepOpened, StepReopened, WorkshopClosed
from workshop.core.access import not_ended
from workshop.core.clock import Moment
from workshop.core.messages import Event
from workshop.core.people import Person
from workshop.core.state import Workshop
from workshop.core.things import board_id
from workshop.errors import Conflict, NotAllowed, NotFound


def show(command: ShowPicture, state: Workshop, by: Person, _moment: Moment) -> Iterator[Event]:
    only_hosts(by)
    not_ended(state)
    if command.picture is None:
        if state.showing is not None:
            yield PictureShown(picture=None)
        return
    of = subject(state, command.picture, command.of)
    _for_everyone(state, command.picture, of)
    if state.showing is None or (state.showing.picture, state.showing.of) != (command.picture, of):
        yield PictureShown(picture=command.picture, of=of)


def subject(state: Workshop, picture: PictureName, of: str | None) -> str:
    """What a picture is of, for a host. Raises :class:`NotFound`, or :class:`Conflict` while it is early."""
    find = SUBJECTS.get(picture)
    if find is None:
        if of:
            raise NotFound("This picture is of the whole café. Leave out what it is of.")
        return ""
    return find(state, of)


def seen_by(state: Workshop, who: Person, picture: PictureName, of: str | None) -> str:
    """What a picture is of, for this person: hosts see any, everyone else the one that is being shown."""
    if who.hosts:
        return subject(state, picture, of)
    shown = state.showing
    if shown is None or shown.picture != picture or (of and of != shown.of):
        raise NotAllowed("The host is not showing this picture now. Look at the screen.", "not-shown")
    return shown.of


def _board(state: Workshop, of: str | None) -> str:
    known = [board_id(step, question) for step, question in boards(state)]
    if of:
        if of not in known:
            raise NotFound("There is no such board in this café. Choose a step in which notes are grouped.")
        return of
    begun = [board for board in known if board in state.steps and state.steps[board].opened_at is not None]
    if not begun:
        raise Conflict("No notes have been grouped yet. The picture is there from that step on.", "not-begun")
    return begun[-1]


def _ballot(state: Workshop, of: str | None) -> str:
    """An open ballot is blind for hosts as well."""
    if of:
        if of not in state.ballots:
            raise NotFound("There is no such vote in this café.")
        if state.ballots[of].closed_at is None:
            raise Conflict("This vote is open, and blind. Its picture is there when it closes.", "blind")
        return of
    closed = [b for b in state.ballots.values() if b.closed_at is not None and b.table is None]
    if not closed:
        raise Conflict("No vote of everyone has closed yet. Its picture is there when one does.", "not-begun")
    return closed[-1].id


SUBJECTS: dict[PictureName, Callable[[Workshop, str | None], str]] = {
    "themes": _board,
    "map": _board,
    "votes": _ballot,
}


def _for_everyone(state: Workshop, picture: PictureName, of: str) -> None:
    """What hosts may look at is not always for all: answers are grouped by hosts alone."""
    if picture not in ("themes", "map"):
        return
    if of not in state.steps:
        raise NotAllowed("Closing answers are grouped by hosts alone. They are in the report.", "hosts-alone")
    if state.steps[of].opened_at is None:
        raise Conflict("This wall has not been opened yet. Its picture is there from then on.", "not-begun")


def put_away(state: Workshop, _event: Event, _moment: Moment) -> Iterator[Event]:
    """What happens now is what the screen is for."""
    if state.showing is not None:
        yield PictureShown(picture=None)


def blind_again(state: Workshop, event: BallotReopened | BallotSetAside, _moment: Moment) -> Iterator[Event]:
    if state.showing is not None and state.showing.of == event.ballot:
        yield PictureShown(picture=None)


RULES = {ShowPicture: show}
AFTER = {
    StepOpened: put_away,
    StepReopened: put_away,
    WorkshopClosed: put_away,
    BallotReopened: blind_again,
    BallotSetAside: blind_again,
}
