"""Pictures on the screen: who shows them, who may look at them, and when they give way."""

from __future__ import annotations

import pytest

from tests.rules.cast import Cafe, story
from workshop.activities.closing_questions.messages import AnswerQuestion, ClosingQuestions
from workshop.activities.dot_voting.messages import DotVoting, PlaceDots
from workshop.activities.pictures.messages import PictureName, PictureShown, ShowPicture
from workshop.activities.pictures.rules import seen_by
from workshop.activities.themes.messages import StartTheme, Themes
from workshop.errors import Conflict, NotAllowed, NotFound, Refused


def cafe() -> Cafe:
    """A round with two notes, a wall, a vote of everyone over notes, and closing questions."""
    made = Cafe.at_two_tables(
        story(),
        Themes(title="Themes", minutes=10),
        DotVoting(title="Votes", minutes=5, where="hall", over="notes"),
        ClosingQuestions(title="Questions", minutes=5, questions=["What will you do?"]),
    )
    made.note("Ann", "No time for visits")
    made.note("Cleo", "A kind team")
    return made


def show(made: Cafe, picture: PictureName | None, of: str | None = None, who: str = "Hal") -> list[object]:
    return list(made.do(who, ShowPicture, picture=picture, of=of))


def shown(made: Cafe) -> tuple[str, str] | None:
    doc = made.docs("hall").get("showing")
    return None if doc is None else (doc["picture"], doc["of"])


def test_a_host_shows_a_picture_to_everyone_and_puts_it_away() -> None:
    made = cafe()
    wall = made.go_to("Themes")
    show(made, "themes")
    assert shown(made) == ("themes", wall)
    show(made, None)
    assert shown(made) is None


@pytest.mark.parametrize("who", ["Ann", "Fay", "Sol"])
def test_only_hosts_show_pictures(who: str) -> None:
    made = cafe()
    assert isinstance(made.refused(who, ShowPicture, picture="mixing"), NotAllowed)


def test_showing_what_is_shown_changes_nothing() -> None:
    made = cafe()
    assert show(made, "mixing") == [PictureShown(picture="mixing")]
    assert show(made, "mixing") == []
    show(made, None)
    assert show(made, None) == []


def test_the_steps_own_wall_comes_back_with_the_next_step() -> None:
    made = cafe()
    show(made, "timeline")
    made.next()
    assert shown(made) is None


def test_at_the_close_of_the_cafe_no_picture_stays() -> None:
    made = cafe()
    show(made, "timeline")
    made.close()
    assert shown(made) is None
    assert isinstance(made.refused("Hal", ShowPicture, picture="timeline"), Conflict)


def test_an_open_vote_has_no_picture_not_even_for_hosts() -> None:
    made = cafe()
    made.go_to("Votes")
    ballot = next(iter(made.state.ballots))
    made.do("Ann", PlaceDots, ballot=ballot, dots={made.state.ballots[ballot].options[0].id: 1})
    assert made.refused("Hal", ShowPicture, picture="votes", of=ballot).code == "blind"
    assert made.refused("Hal", ShowPicture, picture="votes").code == "not-begun"
    with pytest.raises(Conflict, match="blind"):
        seen_by(made.state, made.state.people["hal"], "votes", ballot)


def test_a_vote_that_is_opened_again_takes_its_picture_along() -> None:
    made = cafe()
    step = made.go_to("Votes")
    made.next()
    show(made, "votes")
    ballot = next(iter(made.state.ballots))
    assert shown(made) == ("votes", ballot)
    made.reopen(step)
    assert shown(made) is None


def test_answers_that_hosts_group_are_not_for_the_screen() -> None:
    made = cafe()
    step = made.go_to("Questions")
    made.do("Ann", AnswerQuestion, step=step, question=0, text="Ask for a garden")
    assert made.refused("Hal", ShowPicture, picture="themes", of=f"{step}.0").code == "hosts-alone"
    assert seen_by(made.state, made.state.people["hal"], "themes", f"{step}.0") == f"{step}.0"


def test_a_wall_that_nobody_has_seen_is_not_shown() -> None:
    made = cafe()
    wall = next(step.id for step in made.state.steps.values() if step.activity == "themes")
    assert made.refused("Hal", ShowPicture, picture="themes", of=wall).code == "not-begun"
    assert made.refused("Hal", ShowPicture, picture="map").code == "not-begun"


@pytest.mark.parametrize("of", ["nowhere", "s1", "s2.0", "s4.7", "s4.x", "s4."])
def test_a_board_that_is_not_there_is_named_as_such(of: str) -> None:
    made = cafe()
    assert isinstance(made.refused("Hal", ShowPicture, picture="themes", of=of), NotFound)


def test_a_picture_of_the_whole_cafe_is_of_nothing_else() -> None:
    made = cafe()
    assert isinstance(made.refused("Hal", ShowPicture, picture="mixing", of="s1"), NotFound)
    assert isinstance(made.refused("Hal", ShowPicture, picture="votes", of="s1"), NotFound)


@pytest.mark.parametrize("who", ["Ann", "Fay", "Sol"])
def test_everyone_sees_the_picture_that_is_shown_and_no_other(who: str) -> None:
    made = cafe()
    wall = made.go_to("Themes")
    me = made.state.people[who.lower()]
    with pytest.raises(NotAllowed):
        seen_by(made.state, me, "themes", None)
    show(made, "themes")
    assert seen_by(made.state, me, "themes", None) == wall
    assert seen_by(made.state, me, "themes", wall) == wall
    for picture, of in (("map", wall), ("themes", "s4.0"), ("mixing", None)):
        with pytest.raises(Refused):
            seen_by(made.state, me, picture, of)


def test_a_host_looks_at_any_picture_beforehand() -> None:
    made = cafe()
    wall = made.go_to("Themes")
    made.do("Hal", StartTheme, step=wall, notes=list(made.state.notes))
    hal = made.state.people["hal"]
    assert [seen_by(made.state, hal, name, None) for name in ("themes", "map", "mixing", "timeline")] == [
        wall,
        wall,
        "",
        "",
    ]
    assert shown(made) is None
