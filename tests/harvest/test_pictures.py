"""The pictures of the report: there, safe, with the same in words, and nothing of an open vote."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest

from tests.harvest.day import entries, harvest
from tests.pictures.made import HOSTILE, SVG, a_day
from tests.rules.cast import Cafe, story
from workshop.activities.dot_voting.messages import PlaceDots
from workshop.activities.themes.messages import NameTheme
from workshop.harvest import DOCUMENTS, harvest_of


def report(cafe: Cafe) -> str:
    return DOCUMENTS["report.html"](harvest(cafe)).decode()


def drawn(page: str) -> list[ET.Element]:
    return [ET.fromstring(svg) for svg in re.findall(r"<svg[^>]* class=\"pic\".*?</svg>", page, re.DOTALL)]  # noqa: S314


def test_the_report_has_the_pictures_of_the_day() -> None:
    cafe = a_day()
    cafe.go_to("Votes")
    ballot = next(iter(cafe.state.ballots.values()))
    cafe.do("Ann", PlaceDots, ballot=ballot.id, dots={ballot.options[0].id: 1})
    cafe.close()
    titles = [str(svg.findtext(f"{SVG}title")) for svg in drawn(report(cafe))]
    assert titles == ["Contributions over time", "Who met whom", "Themes: Themes", "Votes: Votes"]


def test_an_open_vote_is_not_drawn() -> None:
    cafe = a_day()
    cafe.go_to("Votes")
    ballot = next(iter(cafe.state.ballots.values()))
    cafe.do("Ann", PlaceDots, ballot=ballot.id, dots={ballot.options[0].id: 1})
    assert "Votes: Votes" not in [svg.findtext(f"{SVG}title") for svg in drawn(report(cafe))]


def test_the_map_is_there_once_a_worker_has_made_it_and_holds_up_nothing() -> None:
    cafe = a_day()
    assert harvest(cafe).pictures.maps == ()
    wall = cafe.state.current or ""
    made = harvest_of("w1", entries(cafe), {wall: dict.fromkeys(cafe.state.notes, (500, 500))})
    assert [each.board for each in made.pictures.maps] == [wall]
    assert "Only a guess" in DOCUMENTS["report.html"](made).decode()


@pytest.mark.parametrize("name", [each for each in HOSTILE if each.strip() and len(each) <= 80])
def test_whatever_a_theme_is_called_its_pictures_stay_whole(name: str) -> None:
    cafe = a_day()
    theme = next(iter(cafe.state.themes))
    cafe.do("Hal", NameTheme, theme=theme, name=name.encode("utf-8", "ignore").decode())
    page = report(cafe)
    assert drawn(page)
    assert not re.search(r"<script|<img|onerror=[^&]*>", page)


def test_a_cafe_in_which_nothing_was_written_has_no_pictures() -> None:
    assert drawn(report(Cafe(story()))) == []


def test_pictures_are_of_one_page_and_of_no_person() -> None:
    cafe = a_day()
    page = report(cafe)
    ids = re.findall(r' id="(picture-[^"]+)"', page)
    assert len(ids) == len(set(ids))
    names = {person.name for person in cafe.state.people.values()}
    told = "".join("".join(svg.itertext()) for svg in drawn(page))
    assert not [name for name in names if re.search(rf"\b{name}\b", told)]
