"""What holds for every picture: it is SVG, it is safe, it names nobody, and it says in words what it has."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.pictures.made import (
    HOSTILE,
    SVG,
    a_day,
    a_map,
    everything,
    in_every_shape,
    in_words,
    read,
    tile,
    vote,
    wall,
    words,
)
from workshop.core.state import Workshop
from workshop.pictures import PAGE, WALL, draw, svg
from workshop.pictures.data import Data
from workshop.pictures.picture import Picture

HARMLESS = {"svg", "title", "desc", "g", "text", "rect", "circle", "path", "line", "polygon"}

FULL: list[Data] = [
    wall(*(tile(name, 3, 2, alone=no % 3 == 2) for no, name in enumerate(HOSTILE))),
    vote(*range(len(HOSTILE), 0, -1), labels=HOSTILE),
    a_map(HOSTILE, 60),
]


@pytest.mark.parametrize("data", FULL, ids=lambda data: type(data).__name__)
def test_whatever_people_call_things_a_picture_is_svg_of_harmless_parts(data: Data) -> None:
    for picture in in_every_shape(data):
        root = read(picture)
        assert {each.tag.removeprefix(SVG) for each in root.iter()} <= HARMLESS
        named = {name for each in root.iter() for name in each.attrib}
        assert not [name for name in named if name.startswith("on") or "href" in name or name == "style"]


@pytest.mark.parametrize("data", FULL, ids=lambda data: type(data).__name__)
def test_no_word_is_wider_than_its_picture(data: Data) -> None:
    for picture in in_every_shape(data):
        for each in read(picture).iter(f"{SVG}text"):
            if "transform" not in each.attrib:
                assert -1 <= float(each.attrib["x"]) <= picture.width + 1
                assert 0 <= float(each.attrib["y"]) <= picture.height + 1


def test_right_to_left_words_begin_at_the_right() -> None:
    picture = draw(wall(tile("الأسرة", 3, 3), tile("Family", 2, 2)), WALL)
    ways = {"".join(t.itertext()): t.attrib.get("direction") for t in read(picture).iter(f"{SVG}text")}
    assert (ways["الأسرة"], ways["Family"]) == ("rtl", None)


def test_what_would_turn_other_words_round_is_left_out() -> None:
    assert "\u202e" not in draw(FULL[0], WALL).svg


def test_a_picture_is_told_to_who_does_not_see_it() -> None:
    for data in FULL:
        picture = draw(data, PAGE)
        root = read(picture)
        parts = {each.attrib["id"]: "".join(each.itertext()) for each in root if "id" in each.attrib}
        assert root.attrib["role"] == "img"
        assert parts[root.attrib["aria-labelledby"]].strip()
        assert len(parts[root.attrib["aria-describedby"]]) > 20
        assert picture.tables


def test_every_table_is_even() -> None:
    for data in (*FULL, *everything(a_day().state, a_day().at)):
        for table in draw(data, PAGE).tables:
            assert {len(row) for row in table.rows} <= {len(table.head)}


def test_pictures_on_one_page_have_different_ids() -> None:
    drawn = [draw(data, PAGE).svg for data in everything(a_day().state, a_day().at)]
    found = [one for svg in drawn for one in re.findall(r' id="([^"]+)"', svg)]
    assert len(found) == len(set(found))


def test_no_picture_names_anybody() -> None:
    cafe = a_day()
    people = [name for person in cafe.state.people.values() for name in (person.id, person.name)]
    for data in everything(cafe.state, cafe.at):
        for picture in in_every_shape(data):
            said = re.split(r"[^\w]+", picture.svg + in_words(picture))
            assert not set(said) & set(people)


def test_a_cafe_in_which_nothing_has_happened_has_pictures_that_say_so() -> None:
    empty = Workshop(id="w")
    for data in (*everything(empty, 0), wall(), a_map((), 0), vote(0, 0)):
        for picture in in_every_shape(data):
            assert picture.tables == ()
            assert len(picture.says) == 1
            assert " ".join(words(picture)).replace(" ", "") == picture.says[0].replace(" ", "")


def _size(picture: Picture) -> int:
    return len(picture.svg)


def test_the_largest_picture_stays_small_enough_to_send() -> None:
    names = tuple(f"Theme {no} of many" for no in range(40))
    assert _size(draw(a_map(names, 2_000), WALL)) < 250_000
    assert _size(draw(wall(*(tile(name, 9, 9) for name in names)), WALL)) < 100_000
    assert _size(draw(vote(*range(200, 0, -1)), PAGE)) < 60_000


def test_the_same_data_gives_the_same_picture() -> None:
    for data in FULL:
        assert draw(data, WALL).svg == draw(data, WALL).svg


def test_a_picture_that_travels_alone_has_the_colours_of_the_light_theme() -> None:
    styles = Path(__file__).parents[2] / "static" / "styles"
    light = (styles / "tokens.css").read_text().partition("@media")[0]
    tokens = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", light))
    css = (styles / "pictures.css").read_text().partition("@media")[0]
    rules = {name: re.findall(r"(fill|stroke): var\(--([\w-]+)\)", body) for name, body in RULE.findall(css)}
    paints = [paint for paint in vars(svg).values() if isinstance(paint, svg.Paint)]
    for paint in (*paints, *svg.GROUPS):
        own = {part: colour for part in ("fill", "stroke") if (colour := getattr(paint, part)) != "none"}
        assert own == {part: tokens[token] for part, token in rules[paint.name]}, paint.name


RULE = re.compile(r"^\.([\w-]+) \{([^}]*)\}", re.M)
