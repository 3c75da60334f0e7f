"""What the pictures of the report show that no line of it says."""

from __future__ import annotations

from workshop.harvest.model.lines import Part
from workshop.pictures.data import MapData, MixingData, ThemesData, TimelineData


class Pictures(Part, frozen=True, kw_only=True):
    """``maps``: of those boards whose notes had been given places by then."""

    themes: tuple[ThemesData, ...]
    maps: tuple[MapData, ...]
    mixing: MixingData
    timeline: TimelineData
