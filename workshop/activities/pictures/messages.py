"""Pictures on the screen: a host shows one instead of the step's own wall."""

from __future__ import annotations

from typing import Literal

from workshop.core.messages import Command, Event, Id

PictureName = Literal["themes", "votes", "mixing", "timeline", "map"]


class ShowPicture(Command, frozen=True, kw_only=True, tag="picture.show"):
    """Show a picture on every screen; None puts it away.

    ``of``: the board of themes and of a map, the ballot of votes; without it the latest there is.
    """

    picture: PictureName | None
    of: Id | None = None


class PictureShown(Event, frozen=True, kw_only=True, tag="picture.shown"):
    """``of`` is empty for a picture of the workshop as a whole."""

    picture: PictureName | None
    of: str = ""
