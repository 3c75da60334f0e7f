"""Which picture the host is showing: everyone knows, so that everyone may look at it."""

from __future__ import annotations

from collections.abc import Iterator

from workshop.activities.pictures.messages import PictureName, PictureShown
from workshop.core import streams
from workshop.core.messages import Doc, Event
from workshop.core.state import Workshop
from workshop.core.views import Touch, View, one


class ShowingDoc(Doc, frozen=True, kw_only=True):
    """``of``: the board or ballot; empty for a picture of the workshop as a whole."""

    picture: PictureName
    of: str
    at: int


def _showing(state: Workshop, _stream_id: str, _doc_id: str) -> ShowingDoc | None:
    shown = state.showing
    return None if shown is None else ShowingDoc(picture=shown.picture, of=shown.of, at=shown.at)


VIEWS = (View("hall", "showing", ShowingDoc, one, _showing),)


def _hall(_state: Workshop, _event: Event) -> Iterator[Touch]:
    yield streams.HALL, "showing"


TOUCHES = {PictureShown: _hall}
