"""How the screen comes to show a picture, and its own wall again."""

from __future__ import annotations

from workshop.activities.pictures.messages import PictureShown
from workshop.core.state import Workshop
from workshop.core.things import Showing


def shown(state: Workshop, event: PictureShown, at: int, _by: str | None) -> None:
    state.showing = None if event.picture is None else Showing(picture=event.picture, of=event.of, at=at)


CHANGES = {PictureShown: shown}
