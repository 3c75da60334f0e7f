"""Only the hosts hear what was decided about words. Words that are gone are gone from every stream."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from workshop.activities.boards.board import boards
from workshop.activities.quotes.messages import QuoteChecked, QuoteRedacted
from workshop.core import streams
from workshop.core.messages import Doc, Event
from workshop.core.state import Workshop
from workshop.core.things import board_id
from workshop.core.views import EVERYTHING, Touch, View, key


class StretchDoc(Doc, frozen=True, kw_only=True):
    """``words``: what stands there in brackets; None where it is fine as it is."""

    at: int
    to: int
    words: str | None


class CheckDoc(Doc, frozen=True, kw_only=True):
    """What hosts decided about the words ``of``, as long as they have this ``mark``.

    ``out``: they do not go out. ``passed``: somebody asked whether they show who it is, and found: no.
    """

    of: str
    mark: str
    stretches: tuple[StretchDoc, ...]
    out: bool
    passed: bool


def _keys(state: Workshop, _stream_id: str) -> Iterable[str]:
    return state.checks


def _doc(state: Workshop, _stream_id: str, of: str) -> CheckDoc | None:
    known = state.checks.get(of)
    if known is None:
        return None
    stretches = tuple(StretchDoc(at=at, to=to, words=words) for at, to, words in known.stretches)
    return CheckDoc(of=of, mark=known.mark, stretches=stretches, out=known.out, passed=known.passed)


VIEWS = (View("desk", "check", CheckDoc, _keys, _doc),)


def _checked(_state: Workshop, event: Event) -> Iterator[Touch]:
    assert isinstance(event, QuoteChecked)
    yield streams.DESK, key("check", event.of)


def _redacted(state: Workshop, _event: Event) -> Iterator[Touch]:
    """Whoever may have had them before them; all alike, so that nobody can tell whose words they were."""
    everyone = (streams.person(who.id) for who in state.people.values() if not who.gone)
    walls = (streams.wall(board_id(step, question)) for step, question in boards(state))
    for stream in (streams.HALL, streams.DESK, *map(streams.table, state.tables), *walls, *everyone):
        yield stream, EVERYTHING


TOUCHES = {QuoteChecked: _checked, QuoteRedacted: _redacted}
