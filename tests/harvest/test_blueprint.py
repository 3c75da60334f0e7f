"""The draft blueprint: computed from notes, themes and dots, claiming no more than they say."""

from __future__ import annotations

from tests.harvest.day import Day, harvest
from tests.rules.cast import Cafe, story
from workshop.activities.dot_voting.messages import DotVoting, PlaceDots
from workshop.activities.priorities.messages import PickPriority, Priorities
from workshop.activities.themes.messages import StartTheme, Themes
from workshop.harvest import Harvest
from workshop.harvest.model import Experiment

ALL_MISSING = ("a barrier it works on", "a person", "a measure", "a prediction", "a review date")


class Ideas:
    """Tables 1 and 2 write notes and choose ideas; then themes and a vote on them."""

    def __init__(self, over: str = "themes") -> None:
        kinds = ["hindered", "helped", "solution"]
        vote = DotVoting(title="Dots", minutes=5, over=over, dots=4, cap=4)  # type: ignore[arg-type]
        self.cafe = Cafe.at_two_tables(
            story(note_kinds=kinds),
            Priorities(title="Ideas", minutes=5),
            Themes(title="Themes", minutes=5, names="any_time"),
            vote,
        )
        self.notes: dict[str, str] = {}

    def note(self, who: str, text: str, kind: str = "solution") -> None:
        self.notes[text] = self.cafe.note(who, text, kind=kind)

    def choose(self, *texts: str) -> None:
        self.cafe.go_to("Ideas")
        for text in texts:
            table = self.cafe.state.notes[self.notes[text]].table
            self.cafe.do("Fay" if table == 1 else "Flo", PickPriority, note=self.notes[text])

    def theme(self, name: str, *texts: str) -> None:
        step = self.cafe.go_to("Themes")
        self.cafe.do("Ann", StartTheme, step=step, notes=[self.notes[t] for t in texts], name=name)

    def vote(self, **dots: int) -> Harvest:
        """Ann places dots by the options' words; the café closes."""
        ballot = self.cafe.state.ballots[self.cafe.go_to("Dots")]
        ids = {option.label: option.id for option in ballot.options}
        self.cafe.do("Ann", PlaceDots, ballot=ballot.id, dots={ids[label]: n for label, n in dots.items()})
        self.cafe.close()
        return harvest(self.cafe)


def places(left: Harvest) -> list[tuple[str, int, int]]:
    return [(ex.idea, ex.place, ex.level) for ex in left.blueprint.experiments]


def first(left: Harvest) -> Experiment:
    return left.blueprint.experiments[0]


def test_what_gets_in_the_way_and_what_helps_are_told_apart_by_their_notes(left: Harvest) -> None:
    blueprint = left.blueprint
    assert [(f.name, f.hindering, f.helping, f.place) for f in blueprint.in_the_way] == [
        ("Time", 2, 0, 1),
        ("Waiting", 1, 0, 2),
    ]
    assert [(f.name, f.hindering, f.helping) for f in blueprint.helps] == [("Close by", 0, 1)]


def test_an_idea_in_a_theme_that_hinders_works_on_that_barrier(day: Day, left: Harvest) -> None:
    experiment = first(left)
    assert (experiment.idea, experiment.why) == ("Thursdays without forms.", "It costs nothing.")
    assert (experiment.theme_name, experiment.barrier) == ("Time", "Time")
    assert experiment.missing == ALL_MISSING[1:]
    assert experiment.evidence == (
        f"note-{day.ids['thursdays']}",
        f"priority-1-{day.ids['thursdays']}",
        f"theme-{day.ids['time']}",
        left.votes[0].anchor,
    )


def test_what_nobody_has_said_stays_empty(left: Harvest) -> None:
    for ex in left.blueprint.experiments:
        assert (ex.domain, ex.owner, ex.measures, ex.prediction, ex.review_on) == ("", "", "", "", None)


def test_an_idea_in_no_theme_stands_on_its_own_and_names_no_barrier(left: Harvest) -> None:
    alone = left.blueprint.experiments[-1]
    assert (alone.idea, alone.theme, alone.barrier, alone.dots) == (
        "Tea with the neighbours.",
        None,
        "",
        None,
    )
    assert alone.missing == ALL_MISSING


def test_an_idea_in_a_theme_that_helps_is_not_said_to_work_on_a_barrier() -> None:
    ideas = Ideas()
    ideas.note("Ann", "They rang back.", "helped")
    ideas.note("Ann", "Ring back more.")
    ideas.choose("Ring back more.")
    ideas.theme("Close by", "They rang back.", "Ring back more.")
    experiment = first(ideas.vote())
    assert (experiment.theme_name, experiment.barrier, experiment.missing) == ("Close by", "", ALL_MISSING)


def test_experiments_are_in_order_of_their_theme_s_dots_and_then_of_its_tables() -> None:
    ideas = Ideas()
    for who, text in (("Ann", "A"), ("Ann", "B"), ("Cleo", "C"), ("Dan", "D"), ("Bob", "E")):
        ideas.note(who, text)
    ideas.choose("A", "B", "C", "D")
    ideas.theme("One table", "A")
    ideas.theme("Two tables", "C", "E")
    ideas.theme("Most dots", "B")
    left = ideas.vote(**{"One table": 1, "Two tables": 1, "Most dots": 2})
    assert places(left) == [("B", 1, 1), ("C", 2, 1), ("A", 3, 1), ("D", 4, 1)]


def test_ideas_with_the_same_dots_and_tables_are_level_and_no_order_is_claimed() -> None:
    ideas = Ideas()
    for who, text in (("Ann", "A"), ("Cleo", "B"), ("Ann", "C")):
        ideas.note(who, text)
    ideas.choose("C", "B", "A")
    ideas.theme("First", "A")
    ideas.theme("Second", "B")
    left = ideas.vote(First=2, Second=2)
    assert {(idea, place, level) for idea, place, level in places(left)} == {
        ("A", 1, 2),
        ("B", 1, 2),
        ("C", 3, 1),
    }


def test_where_ideas_themselves_were_voted_on_their_own_dots_place_them() -> None:
    ideas = Ideas(over="priorities")
    for who, text in (("Ann", "A"), ("Cleo", "B"), ("Ann", "C")):
        ideas.note(who, text)
    ideas.choose("A", "B", "C")
    ideas.theme("Both of table one", "A", "C")
    left = ideas.vote(B=1, C=3)
    assert [(e.idea, e.own_dots, e.dots) for e in left.blueprint.experiments] == [
        ("C", 3, None),
        ("A", 0, None),
        ("B", 1, None),
    ]
    assert places(left) == [("C", 1, 1), ("A", 2, 1), ("B", 3, 1)]


def test_an_idea_in_two_themes_is_drafted_once_and_names_both() -> None:
    ideas = Ideas()
    ideas.note("Ann", "A")
    ideas.note("Cleo", "B")
    ideas.choose("A")
    ideas.theme("Small", "A")
    ideas.theme("Large", "A", "B")
    (experiment,) = ideas.vote(Small=1, Large=1).blueprint.experiments
    assert (experiment.theme_name, experiment.also_in) == ("Large", ("Small",))


def test_dots_of_an_open_ballot_place_nothing() -> None:
    ideas = Ideas()
    ideas.note("Ann", "A")
    ideas.choose("A")
    ideas.theme("Theme", "A")
    ballot = ideas.cafe.state.ballots[ideas.cafe.go_to("Dots")]
    ideas.cafe.do("Ann", PlaceDots, ballot=ballot.id, dots={ballot.options[0].id: 1})
    assert first(harvest(ideas.cafe)).dots is None


def test_a_blueprint_without_themes_votes_and_ideas_says_so_and_what_to_do() -> None:
    cafe = Cafe.at_two_tables(story())
    cafe.note("Ann", "A note, and nothing came of it.")
    cafe.close()
    blueprint = harvest(cafe).blueprint
    assert (blueprint.in_the_way, blueprint.helps, blueprint.experiments) == ((), (), ())
    said = " ".join(notice.text for notice in blueprint.notices)
    assert "Nobody grouped notes into themes" in said
    assert "No table chose ideas" in said


def test_a_blueprint_without_dots_says_what_its_order_rests_on() -> None:
    ideas = Ideas()
    ideas.note("Ann", "A")
    ideas.choose("A")
    ideas.cafe.close()
    notices = [notice.text for notice in harvest(ideas.cafe).blueprint.notices]
    assert any("No dots were counted" in text for text in notices)
