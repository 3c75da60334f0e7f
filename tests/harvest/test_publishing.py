"""What everyone but the hosts reads: nobody's words without their yes, and no small groups."""

from __future__ import annotations

import pytest

from tests.harvest.day import Day, entries, harvest, listing
from tests.harvest.shown import shown
from tests.rules.cast import Cafe, story
from workshop.activities.dot_voting.messages import CloseBallot, DotVoting, PlaceDots
from workshop.activities.people.messages import SetQuoting
from workshop.activities.priorities.messages import PickPriority, Priorities
from workshop.activities.themes.messages import StartTheme, Themes
from workshop.harvest import TABLE, Harvest, draft, published
from workshop.harvest.fold import fold
from workshop.harvest.publishing import WITHHELD
from workshop.harvest.publishing.view import published as view
from workshop.ledger.ledger import Ledger
from workshop.ledger.records import Record

SAID_BY_ANN = (
    "Forms eat the evenings.",
    "Thursdays without forms.",
    "Ask the families.",
    "Good to be heard.",
)
SAID_BY_DAN = ("More screen than people.", "Who pays for it?")


def read(cafe: Cafe) -> Harvest:
    """As everyone reads it."""
    return view(fold("w1", entries(cafe)))


def every_word(left: Harvest) -> str:
    """What stands in all documents together."""
    return "\n".join(shown(document.write(left)) for document in TABLE if document.format != "pdf")


@pytest.fixture
def quiet(day: Day) -> Day:
    """Ann and Dan do not want to be quoted; they say so after the close."""
    day.cafe.do("Ann", SetQuoting, on=False)
    day.cafe.do("Dan", SetQuoting, on=False)
    return day


def test_where_all_have_agreed_nothing_is_left_out(day: Day) -> None:
    left, everyones = harvest(day.cafe), read(day.cafe)
    assert (left.published, everyones.published) == (False, True)
    assert everyones.rounds == left.rounds
    assert everyones.in_short[0] == left.in_short[0]
    assert WITHHELD not in every_word(everyones)


def test_nobodys_words_stand_in_any_document_without_their_yes(quiet: Day) -> None:
    said, full = every_word(read(quiet.cafe)), every_word(harvest(quiet.cafe))
    for words in (*SAID_BY_ANN, *SAID_BY_DAN):
        assert words in full
        assert words not in said
    assert "Families wait for a year." in said


def test_an_anonymous_note_follows_the_choice_of_whoever_wrote_it(day: Day) -> None:
    assert "More screen than people." in every_word(read(day.cafe))
    day.cafe.do("Dan", SetQuoting, on=False)
    assert "More screen than people." not in every_word(read(day.cafe))


def test_counts_lines_and_links_are_the_same_in_both(quiet: Day) -> None:
    left, everyones = harvest(quiet.cafe), read(quiet.cafe)
    for mine, theirs in zip(left.rounds, everyones.rounds, strict=True):
        assert [(n.anchor, n.entries, n.evidence, n.kind, n.table) for n in mine.notes] == [
            (n.anchor, n.entries, n.evidence, n.kind, n.table) for n in theirs.notes
        ]
        assert mine.kinds == theirs.kinds
    assert [t.notes for t in left.themes] == [t.notes for t in everyones.themes]
    assert left.attendance == everyones.attendance
    assert left.pictures.timeline == everyones.pictures.timeline


def test_the_report_says_how_much_is_left_out(quiet: Day) -> None:
    last = read(quiet.cafe).in_short[-1].text
    assert last.startswith(
        "Words of people who have not said that they may be quoted are left out: those of 3 of 7"
    )
    assert "2 of 3 answers" in last


def test_names_and_statements_that_a_group_gave_stay(quiet: Day) -> None:
    themes = {theme.name: theme.statement for theme in read(quiet.cafe).themes}
    assert themes["Time"] == "Forms take the time."


def test_an_experiment_is_drafted_without_the_words_of_its_idea(quiet: Day) -> None:
    ideas = {idea.table: (idea.idea, idea.why) for idea in read(quiet.cafe).blueprint.experiments}
    # Fay wrote down why, and she agreed.
    assert ideas == {1: (WITHHELD, "It costs nothing."), 2: ("Tea with the neighbours.", "")}
    quiet.cafe.do("Fay", SetQuoting, on=False)
    ideas = {idea.table: (idea.idea, idea.why) for idea in read(quiet.cafe).blueprint.experiments}
    assert ideas[1] == (WITHHELD, WITHHELD)


def dots_on(over: str, *voters: str) -> Cafe:
    """A vote on Ann's note or on what was made of it: a theme without a name, or an idea with a reason."""
    cafe = Cafe.at_two_tables(
        story(),
        Priorities(title="Ideas", minutes=5),
        Themes(title="Wall", minutes=5),
        DotVoting(title="Dots", minutes=5, over=over, take=1),
    )
    note = cafe.note("Ann", "Words of Ann alone")
    cafe.go_to("Ideas")
    cafe.do("Fay", PickPriority, note=note, why="A reason of Fay")
    cafe.do("Bob", StartTheme, step=cafe.go_to("Wall"), notes=[note])
    ballot = cafe.go_to("Dots")
    choice = cafe.state.ballots[ballot].options[0].id
    for who in voters:
        cafe.do(who, PlaceDots, ballot=ballot, dots={choice: 1})
    cafe.do("Hal", CloseBallot, ballot=ballot)
    return cafe


@pytest.mark.parametrize("over", ["themes", "notes", "priorities"])
def test_a_choice_made_of_somebodys_words_is_not_called_by_them(over: str) -> None:
    cafe = dots_on(over, "Ann", "Bob", "Cleo", "Dan", "Eve")
    cafe.do("Ann", SetQuoting, on=False)
    cafe.do("Fay", SetQuoting, on=False)
    cafe.close()
    said = every_word(read(cafe))
    assert "Words of Ann" in every_word(harvest(cafe))
    assert "Words of Ann" not in said
    assert "A reason of Fay" not in said
    assert read(cafe).votes[0].options[0].label == WITHHELD
    assert read(cafe).votes[0].options[0].dots == 5


def test_what_fewer_than_five_people_chose_is_not_told() -> None:
    for voters in (("Ann", "Bob", "Cleo", "Dan"), ("Ann",)):
        cafe = dots_on("notes", *voters)
        cafe.close()
        assert harvest(cafe).votes[0].voted == len(voters)
        vote = read(cafe).votes[0]
        assert (vote.voted, vote.dots, vote.options) == (None, None, ())
        assert list(vote.evidence) == sorted(vote.evidence)
        assert vote.verdict == "Fewer than 5 people voted, so what they chose is not shown."
        assert "people placed" not in every_word(read(cafe))
        assert "has the most" not in every_word(read(cafe))
    cafe = dots_on("notes", "Ann", "Bob", "Cleo", "Dan", "Eve")
    cafe.close()
    assert read(cafe).votes[0].voted == 5


def test_two_numbers_do_not_show_the_one_person_between_them() -> None:
    """Six people stand behind one theme, five of them behind another: the sixth would be known."""
    cafe = Cafe.at_two_tables(story(), Themes(title="Wall", minutes=5))
    notes = [cafe.note(who, f"Of {who}") for who in ("Ann", "Bob", "Cleo", "Dan", "Eve", "Gil")]
    wall = cafe.go_to("Wall")
    cafe.do("Ann", StartTheme, step=wall, notes=notes[:5])
    cafe.do("Ann", StartTheme, step=wall, notes=notes)
    cafe.close()
    assert sorted(theme.people or 0 for theme in harvest(cafe).themes) == [5, 6]
    assert [(theme.people, theme.groups) for theme in read(cafe).themes] == [(None, None)] * 2


def test_who_takes_back_their_yes_is_gone_from_the_next_reading(day: Day, ledger: Ledger) -> None:
    assert "Forms eat the evenings." in every_word(published(ledger, "w1"))
    known = len(entries(day.cafe))
    day.cafe.do("Ann", SetQuoting, on=False)
    more = entries(day.cafe)[known:]
    ledger.append(Record(workshop_id="w1", listing=listing(day.cafe), entries=more, names={}))
    assert "Forms eat the evenings." not in every_word(published(ledger, "w1"))
    assert "Forms eat the evenings." in every_word(draft(ledger, "w1"))
