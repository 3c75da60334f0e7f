"""What people decide is kept apart from their dots; and what is missing has a place."""

from __future__ import annotations

from typing import Any

import pytest

from tests.rules.cast import Cafe, story
from workshop.activities.decisions.messages import RecordDecision, SayMissing, TakeMissingBack
from workshop.activities.dot_voting.messages import CloseBallot, DotVoting, PlaceDots
from workshop.activities.notes.messages import DeleteNote
from workshop.activities.priorities.messages import PickPriority, Priorities
from workshop.activities.themes.messages import StartTheme, Themes
from workshop.errors import Conflict, Invalid, NotAllowed, NotFound


def voted(*, close: bool = True, **settings: Any) -> tuple[Cafe, str, list[str]]:
    """A vote on two ideas of table 1, closed."""
    vote = DotVoting(title="Dots", minutes=5, over="notes", **settings)
    cafe = Cafe.at_two_tables(story(), vote, story("Next"))
    notes = [cafe.note("Ann", "One"), cafe.note("Bob", "Two")]
    step = cafe.go_to("Dots")
    ballot = f"{step}/1" if settings.get("where") == "table" else step
    cafe.do("Bob", PlaceDots, ballot=ballot, dots={notes[0]: 1})
    if close:
        cafe.do("Hal", CloseBallot, ballot=ballot)
    return cafe, ballot, notes


def decide(cafe: Cafe, ballot: str, who: str = "Hal", **fields: Any) -> Any:
    step = cafe.state.ballots[ballot].step
    fields = {"step": step, "ballot": ballot, "why": "We can start tomorrow", "decided_by": "hall", **fields}
    return cafe.do(who, RecordDecision, **fields)


def test_everyone_sees_what_was_decided_by_whom_why_and_what_was_set_aside() -> None:
    cafe, ballot, (one, two) = voted()
    decide(cafe, ballot, chosen=[two], set_aside=[one])
    shown = cafe.docs("hall")[f"decision/{ballot}"]
    assert [option["label"] for option in shown["chosen"]] == ["Two"]
    assert [option["label"] for option in shown["set_aside"]] == ["One"]
    assert (shown["why"], shown["decided_by"], shown["versions"]) == ("We can start tomorrow", "hall", 1)


def test_a_decision_may_go_against_the_dots_and_changes_no_result() -> None:
    cafe, ballot, (one, two) = voted()
    decide(cafe, ballot, chosen=[two], set_aside=[one])
    assert cafe.docs("hall")[f"ballot/{ballot}"]["result"] == {one: 1, two: 0}


def test_a_decision_can_be_written_anew_until_the_café_closes_and_counts_its_versions() -> None:
    cafe, ballot, (one, two) = voted()
    decide(cafe, ballot, chosen=[two])
    decide(cafe, ballot, chosen=[one], why="We looked again")
    assert decide(cafe, ballot, chosen=[one], why="We looked again") == []
    assert cafe.docs("hall")[f"decision/{ballot}"]["versions"] == 2
    cafe.next()
    decide(cafe, ballot, chosen=[one, two])
    cafe.close()
    fields = {"step": ballot, "ballot": ballot, "chosen": [one], "why": "Late"}
    assert cafe.refused("Hal", RecordDecision, **fields).code == "ended"


def test_nothing_is_decided_while_the_vote_is_on() -> None:
    cafe, ballot, (one, _) = voted(close=False)
    for named in (ballot, None):
        fields = {"step": ballot, "ballot": named, "chosen": [one], "why": "Quick"}
        assert cafe.refused("Hal", RecordDecision, **fields).code == "vote-on"


@pytest.mark.parametrize(
    "wrong",
    [
        {"chosen": []},
        {"why": "  "},
        {"chosen": ["nothing"]},
        {"decided_by": "someone", "decider": ""},
        {"set_aside": "the same"},
    ],
)
def test_a_decision_has_options_and_a_reason_and_nothing_is_in_two_places(wrong: dict[str, Any]) -> None:
    cafe, ballot, (one, _) = voted()
    if "set_aside" in wrong:
        wrong = {"set_aside": [one]}
    fields = {"step": ballot, "ballot": ballot, "chosen": [one], "why": "So"} | wrong
    assert isinstance(cafe.refused("Hal", RecordDecision, **fields), Invalid | NotFound)


@pytest.mark.parametrize("who", ["Ann", "Fay", "Sol"])
def test_in_the_hall_hosts_write_it_down(who: str) -> None:
    cafe, ballot, (one, _) = voted()
    fields = {"step": ballot, "ballot": ballot, "chosen": [one], "why": "So"}
    assert isinstance(cafe.refused(who, RecordDecision, **fields), NotAllowed)


def test_at_a_table_its_facilitator_writes_it_down_for_the_table_and_the_hosts() -> None:
    cafe, ballot, (one, _) = voted(where="table")
    decide(cafe, ballot, "Fay", chosen=[one], decided_by="table")
    assert isinstance(
        cafe.refused("Flo", RecordDecision, step="s2", ballot=ballot, chosen=[one], why="So"), NotAllowed
    )
    assert f"decision/{ballot}" in cafe.docs("table/1")
    assert f"decision/{ballot}" in cafe.docs("desk")
    assert f"decision/{ballot}" not in {**cafe.docs("hall"), **cafe.docs("table/2")}


def test_a_decision_names_a_role_in_words() -> None:
    cafe, ballot, (one, _) = voted()
    decide(cafe, ballot, chosen=[one], decided_by="someone", decider="the steering group")
    assert cafe.docs("hall")[f"decision/{ballot}"]["decider"] == "the steering group"


def test_without_a_vote_hosts_decide_on_themes_and_on_what_tables_bring() -> None:
    steps = Themes(title="Themes", minutes=5, names="any_time"), Priorities(title="Top", minutes=5)
    cafe = Cafe.at_two_tables(story(), *steps)
    note = cafe.note("Ann", "Ours")
    cafe.do("Fay", StartTheme, step=cafe.go_to("Themes"), notes=[note], name="Time")
    (theme,) = cafe.state.themes
    step = cafe.go_to("Top")
    cafe.do("Fay", PickPriority, note=note)
    cafe.do("Hal", RecordDecision, step=step, chosen=[theme, note], why="Both")
    shown = cafe.docs("hall")[f"decision/{step}"]
    assert [option["label"] for option in shown["chosen"]] == ["Time", "Ours"]


def test_words_that_were_taken_away_are_gone_from_the_vote_and_the_decision() -> None:
    cafe, ballot, (one, _) = voted()
    decide(cafe, ballot, chosen=[one])
    cafe.do("Ann", DeleteNote, note=one)
    assert "One" not in str(cafe.docs("hall"))


def test_reopening_the_step_before_sets_the_decision_aside_with_its_vote() -> None:
    cafe, ballot, (one, _) = voted()
    decide(cafe, ballot, chosen=[one])
    cafe.reopen("s1")
    assert f"decision/{ballot}" not in cafe.docs("hall")


def test_what_is_missing_is_shown_to_the_hosts_without_a_name_and_to_its_author() -> None:
    cafe, ballot, _ = voted()
    cafe.do("Ann", SayMissing, step=ballot, text="The school")
    (line,) = [doc for key, doc in cafe.docs("desk").items() if key.startswith("missing/")]
    assert line["text"] == "The school"
    assert "ann" not in str(line)
    assert any(key.startswith("missing/") for key in cafe.docs("person/ann"))
    for stream in ("hall", "table/1", "person/bob"):
        assert "The school" not in str(cafe.docs(stream))


def test_at_a_table_it_is_shown_to_the_table_as_well() -> None:
    cafe, ballot, _ = voted(where="table")
    cafe.do("Ann", SayMissing, step=cafe.state.ballots[ballot].step, text="The school")
    assert "The school" in str(cafe.docs("table/1"))
    assert "The school" not in str(cafe.docs("table/2"))


def test_it_is_asked_after_the_close() -> None:
    cafe, ballot, _ = voted(close=False)
    assert isinstance(cafe.refused("Ann", SayMissing, step=ballot, text="Early"), Conflict)


def test_a_line_can_be_taken_back_and_put_back_by_its_author_and_by_hosts() -> None:
    cafe, ballot, _ = voted()
    line = cafe.do("Ann", SayMissing, step=ballot, text="The school")[0].missing  # type: ignore[attr-defined]
    cafe.do("Ann", TakeMissingBack, missing=line)
    assert f"missing/{line}" not in {**cafe.docs("desk"), **cafe.docs("person/ann")}
    assert cafe.do("Ann", TakeMissingBack, missing=line) == []
    cafe.do("Ann", TakeMissingBack, missing=line, on=False)
    assert isinstance(cafe.refused("Bob", TakeMissingBack, missing=line), NotFound)
    cafe.do("Hal", TakeMissingBack, missing=line)
    assert isinstance(cafe.refused("Ann", TakeMissingBack, missing=line, on=False), NotAllowed)


def test_one_person_names_a_few_things_and_no_more() -> None:
    cafe, ballot, _ = voted()
    for no in range(5):
        cafe.do("Ann", SayMissing, step=ballot, text=f"Thing {no}")
    assert cafe.refused("Ann", SayMissing, step=ballot, text="One more").code == "enough"
