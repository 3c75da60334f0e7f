"""Pictures of a workshop: what it has come to, drawn as SVG, each with the same facts in words.

``data.py`` says what each picture shows. One module for each takes it from the state (``…_of``) and draws it
(``draw_…``). No name of a person is in any of them. All of it is pure.
"""

from workshop.pictures.data import Data, MapData, MixingData, ThemesData, TimelineData, VotesData
from workshop.pictures.mapping import draw_map, map_of
from workshop.pictures.mixing import draw_mixing, mixing_of
from workshop.pictures.picture import PAGE, PHONE, SHAPES, WALL, Equivalent, Picture, Shape
from workshop.pictures.themes import draw_themes, themes_of
from workshop.pictures.timeline import draw_timeline, timeline_of
from workshop.pictures.votes import draw_votes, votes_of


def draw(data: Data, shape: Shape) -> Picture:
    """The picture that shows this."""
    match data:
        case ThemesData():
            return draw_themes(data, shape)
        case VotesData():
            return draw_votes(data, shape)
        case MixingData():
            return draw_mixing(data, shape)
        case TimelineData():
            return draw_timeline(data, shape)
        case MapData():
            return draw_map(data, shape)
    raise TypeError(f"no picture shows {type(data).__name__}")


__all__ = [
    "PAGE",
    "PHONE",
    "SHAPES",
    "WALL",
    "Data",
    "Equivalent",
    "MapData",
    "MixingData",
    "Picture",
    "Shape",
    "ThemesData",
    "TimelineData",
    "VotesData",
    "draw",
    "draw_map",
    "draw_mixing",
    "draw_themes",
    "draw_timeline",
    "draw_votes",
    "map_of",
    "mixing_of",
    "themes_of",
    "timeline_of",
    "votes_of",
]
