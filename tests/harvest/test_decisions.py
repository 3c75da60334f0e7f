"""Ties, decisions and what was missing, as documents tell them; and ideas by theme."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from tests.harvest.day import Day, harvest, keep
from tests.rules.test_ballots import over_themes
from tests.rules.test_decisions import decide, voted
from tests.rules.test_ties import Tie, settle
from workshop.activities.decisions.messages import SayMissing, TakeMissingBack
from workshop.activities.dot_voting.messages import PlaceDots
from workshop.activities.notes.messages import DeleteNote
from workshop.activities.themes.messages import MergeThemes, SplitTheme
from workshop.activities.ties.messages import VoteAgain
from workshop.harvest import DOCUMENTS, Harvest, press
from workshop.harvest.vote_phrases import RULE
from workshop.harvest.writers.sheets import sheets
from workshop.ledger.tables import harvest as table


def settled(tie: Tie) -> tuple[str, ...]:
    return harvest(tie.cafe).votes[0].settled


def standing(tie: Tie) -> dict[str, tuple[str, bool]]:
    return {o.label: (o.stands, o.goes_on) for o in harvest(tie.cafe).votes[0].options}


def html(left: Harvest) -> str:
    return DOCUMENTS["report.html"](left).decode()


def rows(left: Harvest, name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(sheets(left)[name].decode("utf-8-sig"))))


def test_a_tie_that_nobody_settled_is_told_as_one() -> None:
    tie = Tie().closed()
    assert settled(tie) == ("“b”, “c” and “d” were level for 2 places.", "Nobody has settled this yet.")
    assert standing(tie)["a"] == ("ahead", True)
    assert standing(tie)["b"] == ("level", False)
    assert standing(tie)["e"] == ("record", False)


def test_a_second_vote_is_told_and_the_lot_with_its_seed_and_reason() -> None:
    tie = Tie().closed().again(("Ann", "b"), ("Bob", "b"))
    tie.cafe.chance = 7
    (drawn,) = settle(tie, how="lot", why="We were tired").options
    name = tie.names[drawn]
    assert settled(tie) == (
        "“b”, “c” and “d” were level for 2 places.",
        "People voted once more on these 3.",
        "The second vote put “b” ahead.",
        "“c” and “d” stayed level for one place.",
        f"A lot was drawn for “{name}”. Why: We were tired (seed 0000000000000007)",
    )
    assert {label for label, (_, goes_on) in standing(tie).items() if goes_on} == {"a", "b", name}


def test_a_second_vote_that_is_still_on_says_nothing() -> None:
    tie = Tie().closed()
    tie.cafe.do("Hal", VoteAgain, ballot=tie.ballot)
    before = harvest(tie.cafe).votes
    tie.vote(f"{tie.ballot}/again", "Ann", "b")
    assert harvest(tie.cafe).votes == before


def test_who_decided_on_a_tie_is_told() -> None:
    tie = Tie().closed()
    settle(tie, options=[tie.ids["b"], tie.ids["d"]], decided_by="the hosts", why="They come first")
    assert settled(tie)[-1] == "“b” and “d” go on. Decided by: the hosts. Why: They come first"


def test_a_second_vote_does_not_weigh_in_the_blueprint() -> None:
    tie = Tie().closed().again(("Ann", "b"), ("Bob", "b"))
    first, second = harvest(tie.cafe).votes
    assert (second.runoff_of, second.dots) == (first.id, 2)
    assert [said.text for said in harvest(tie.cafe).in_short if "placed dots" in said.text] == [
        f"3 people placed dots. {first.verdict}"
    ]


def test_the_report_says_whether_facilitators_could_vote_and_for_whom_they_placed_dots() -> None:
    tie = Tie()
    tie.cafe.do("Fay", PlaceDots, ballot=tie.ballot, dots={tie.ids["a"]: 1}, on_behalf_of="eve")
    tie.closed()
    words = html(harvest(tie.cafe))
    assert "Facilitators and hosts did not vote." in words
    assert "3 people placed 5 dots, and each has a receipt." in words
    assert "For 1 of them a facilitator placed the dots." in words


def test_a_decision_stands_with_who_why_and_what_was_set_aside() -> None:
    cafe, ballot, (one, two) = voted()
    decide(cafe, ballot, chosen=[one])
    decide(cafe, ballot, chosen=[two], set_aside=[one], decided_by="someone", decider="the steering group")
    left = harvest(cafe)
    (line,) = left.decisions
    assert (line.chosen, line.set_aside, line.by, line.versions) == (
        ("Two",),
        ("One",),
        "the steering group",
        2,
    )
    assert len(line.entries) == 2
    assert line.evidence[0] == left.votes[0].anchor
    assert "Decided by the steering group: “Two”." in [said.text for said in left.in_short]
    assert "Decided by the steering group. Why: We can start tomorrow" in html(left)
    assert [(row["what"], row["option"]) for row in rows(left, "decisions.csv")] == [
        ("chosen", "Two"),
        ("set aside", "One"),
    ]


def test_without_a_decision_the_report_says_that_dots_decide_nothing() -> None:
    cafe, _, _ = voted()
    assert "Dots are a guide: they decide nothing." in html(harvest(cafe))


def test_words_that_were_taken_away_are_in_no_decision() -> None:
    cafe, ballot, (one, _) = voted()
    decide(cafe, ballot, chosen=[one])
    cafe.do("Ann", DeleteNote, note=one)
    assert harvest(cafe).decisions[0].chosen == ("A note that was taken away",)


def test_what_was_missing_is_listed_without_names_and_not_once_it_is_taken_back() -> None:
    cafe, ballot, _ = voted()
    lines = [
        cafe.do(who, SayMissing, step=ballot, text=text)[0]
        for who, text in (("Ann", "The school"), ("Bob", "The bus"))
    ]
    cafe.do("Bob", TakeMissingBack, missing=lines[1].missing)  # type: ignore[attr-defined]
    left = harvest(cafe)
    assert [line.text for line in left.missing] == ["The school"]
    assert "The school" in html(left)
    assert [row["text"] for row in rows(left, "missing.csv")] == ["The school"]


def test_merged_themes_stand_side_by_side_with_the_rule() -> None:
    cafe, _, time, trust = over_themes()
    assert RULE not in html(harvest(cafe))
    cafe.do("Hal", MergeThemes, theme=trust, into=time)
    left = harvest(cafe)
    assert {o.label: (o.dots, o.became) for o in left.votes[0].options} == {
        "Time": (2, ""),
        "Trust": (1, "Later put together with “Time”."),
    }
    for name in ("report.html", "report.md"):
        words = DOCUMENTS[name](left).decode()
        assert "are not added up" in words
        assert "Later put together with “Time”." in words


def test_a_split_theme_keeps_its_dots_and_says_so() -> None:
    cafe, _, time, _ = over_themes()
    cafe.do("Hal", SplitTheme, theme=time, notes=[cafe.state.themes[time].notes[0]], name="Forms")
    options = {o.label: (o.dots, o.became) for o in harvest(cafe).votes[0].options}
    assert options["Time"] == (2, "Later split: “Forms” came out of it.")


def test_ideas_stand_under_their_themes_and_the_others_on_their_own(day: Day, left: Harvest) -> None:
    assert [(group.name, group.tables, len(group.ideas)) for group in left.groups] == [
        ("Time", (1,), 1),
        ("", (2,), 1),
    ]
    assert left.groups[0].theme == f"theme-{day.ids['time']}"
    words = html(left)
    assert ">Time</a>: table 1</h3>" in words
    assert "On their own: table 2</h3>" in words


def test_what_an_older_server_pressed_is_pressed_anew(day: Day, tmp_path: Path) -> None:
    ledger = keep(day.cafe, tmp_path)
    pressed = press(ledger, "w1")
    with ledger.transaction() as connection:
        body = '{"format":1,"workshop":"w1"}'
        connection.execute(table.update().values(body=body))
    assert press(ledger, "w1") == pressed
