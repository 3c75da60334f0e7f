"""Writing a blueprint together: who may, field by field, and the versions that are issued."""

from __future__ import annotations

from typing import Any

import pytest

from tests.rules.cast import Cafe, story
from workshop.activities.blueprint.messages import (
    AddExperiment,
    Blueprint,
    BlueprintIssued,
    ExperimentAdded,
    ExperimentMoved,
    IssueBlueprint,
    MoveExperiment,
    RemoveExperiment,
    StartExperiment,
    WriteContext,
    WriteExperiment,
)
from workshop.activities.notes.messages import DeleteNote
from workshop.activities.plenary.messages import Plenary
from workshop.activities.priorities.messages import PickPriority, Priorities
from workshop.activities.themes.messages import NameTheme, StartTheme, Themes
from workshop.core.lenses import CHARACTERISTICS, FEATURES
from workshop.errors import Conflict, Invalid, NotAllowed, NotFound, TooMany

READY = {
    "barrier": "Too many forms",
    "owner": "The duty team",
    "measures": "Hours with families each week",
    "prediction": "Two hours more",
    "review_on": "2027-03-31",
}


def writing(**settings: Any) -> Cafe:
    """Table 1 has chosen an idea; the step for the blueprint is on."""
    cafe = Cafe.at_two_tables(
        story(),
        Priorities(title="Top ideas", minutes=5),
        Themes(title="Themes", minutes=5, names="any_time"),
        Plenary(title="Plenary", minutes=5),
        Blueprint(title="Our blueprint", minutes=30, **settings),
        story("Afterwards"),
    )
    cafe.ids = {"note": cafe.note("Ann", "Thursdays without forms")}  # type: ignore[attr-defined]
    cafe.go_to("Top ideas")
    cafe.do("Fay", PickPriority, note=cafe.ids["note"])  # type: ignore[attr-defined]
    step = cafe.go_to("Themes")
    (started,) = cafe.do("Ann", StartTheme, step=step, notes=[cafe.ids["note"]], name="Time")  # type: ignore[attr-defined]
    cafe.ids["theme"] = started.theme  # type: ignore[attr-defined]
    cafe.go_to("Our blueprint")
    return cafe


def add(cafe: Cafe, idea: str = "Try it", who: str = "Ann", **fields: Any) -> str:
    (added,) = cafe.do(who, AddExperiment, **{"kind": "experiment", "idea": idea, **fields})
    assert isinstance(added, ExperimentAdded)
    return added.experiment


def doc(cafe: Cafe, experiment: str) -> Any:
    return cafe.docs("hall")[f"experiment/{experiment}"]


def write(cafe: Cafe, experiment: str, field: str, value: Any, who: str = "Ann", **fields: Any) -> list[Any]:
    was = cafe.state.blueprint.experiments[experiment].version(field)
    return cafe.do(
        who,
        WriteExperiment,
        **{"experiment": experiment, "field": field, "value": value, "was": was, **fields},
    )


def made_ready(cafe: Cafe, experiment: str) -> str:
    for field, value in READY.items():
        write(cafe, experiment, field, value)
    return experiment


def test_everyone_sees_an_experiment_as_it_is_written_and_not_by_whom() -> None:
    cafe = writing()
    experiment = add(cafe, "  Ring   back within a day ", theme=cafe.ids["theme"])  # type: ignore[attr-defined]
    write(cafe, experiment, "owner", "The duty team", who="Cleo")
    shown = doc(cafe, experiment)
    assert shown["fields"] == {
        "idea": {"value": "Ring back within a day", "version": 1},
        "themes": {"value": [cafe.ids["theme"]], "version": 1},  # type: ignore[attr-defined]
        "owner": {"value": "The duty team", "version": 1},
    }
    assert (shown["kind"], shown["status"], shown["removed"]) == ("experiment", "idea", False)
    assert "ann" not in str(shown)
    assert "cleo" not in str(shown)


def test_two_people_write_in_different_fields_and_nothing_is_lost() -> None:
    cafe = writing()
    experiment = add(cafe)
    seen = {"experiment": experiment, "was": 0}
    cafe.do("Ann", WriteExperiment, field="owner", value="Ann’s team", **seen)
    cafe.do("Cleo", WriteExperiment, field="prediction", value="More time", **seen)
    assert {"owner", "prediction"} <= doc(cafe, experiment)["fields"].keys()


def test_whoever_writes_over_words_they_have_not_seen_is_told() -> None:
    cafe = writing()
    experiment = add(cafe)
    write(cafe, experiment, "owner", "The duty team")
    late = {"experiment": experiment, "field": "owner", "was": 0}
    assert cafe.refused("Cleo", WriteExperiment, value="Somebody else", **late).code == "overtaken"
    # The same words once more are harmless.
    assert cafe.do("Cleo", WriteExperiment, value="The duty team", **late) == []


def test_an_idea_of_a_table_is_taken_up_once() -> None:
    cafe = writing()
    note = cafe.ids["note"]  # type: ignore[attr-defined]
    first = add(cafe, "Thursdays without forms", note=note)
    again = {"kind": "experiment", "idea": "Mine", "note": note}
    assert cafe.refused("Cleo", AddExperiment, **again).code == "taken"
    cafe.do("Ann", RemoveExperiment, experiment=first)
    second = add(cafe, "Mine", who="Cleo", note=note)
    assert doc(cafe, second)["note"] == note
    assert cafe.refused("Ann", RemoveExperiment, experiment=first, on=False).code == "taken"


def test_only_an_idea_that_a_table_chose_and_that_was_heard_is_taken_up() -> None:
    cafe = Cafe.at_two_tables(
        story(), Priorities(title="Top", minutes=5), Blueprint(title="Our blueprint", minutes=30)
    )
    note, other = cafe.note("Ann", "Mine"), cafe.note("Ann", "Not chosen")
    cafe.go_to("Top")
    cafe.do("Fay", PickPriority, note=note)
    cafe.go_to("Our blueprint")
    fields = {"kind": "experiment", "idea": "x"}
    for who, of in (("Cleo", note), ("Ann", other), ("Hal", "nothing")):
        assert isinstance(cafe.refused(who, AddExperiment, note=of, **fields), NotFound)
    assert cafe.do("Bob", AddExperiment, note=note, **fields)


def test_what_repeats_the_note_it_takes_up_says_so_in_the_ledger() -> None:
    cafe = writing()
    note = cafe.ids["note"]  # type: ignore[attr-defined]
    (added,) = cafe.do("Ann", AddExperiment, kind="experiment", idea="thursdays  WITHOUT forms", note=note)
    assert added.repeats == note  # type: ignore[attr-defined]
    (own,) = write(cafe, added.experiment, "idea", "A day for visits alone")  # type: ignore[attr-defined]
    assert own.repeats is None


def test_an_experiment_starts_when_it_has_all_it_needs() -> None:
    cafe = writing()
    experiment = add(cafe)
    assert doc(cafe, experiment)["missing"] == [*READY]
    refusal = cafe.refused("Ann", StartExperiment, experiment=experiment, on=True)
    assert refusal.code == "not-ready"
    assert refusal.message.endswith(
        "a barrier it works on, a person, a measure, a prediction and a review date."
    )
    made_ready(cafe, experiment)
    assert doc(cafe, experiment)["status"] == "ready"
    cafe.do("Ann", StartExperiment, experiment=experiment, on=True)
    assert doc(cafe, experiment)["status"] == "trying"
    assert cafe.do("Bob", StartExperiment, experiment=experiment, on=True) == []


def test_what_is_being_tried_keeps_what_it_needs_until_it_is_stopped() -> None:
    cafe = writing()
    experiment = made_ready(cafe, add(cafe))
    cafe.do("Ann", StartExperiment, experiment=experiment, on=True)
    emptied = {"experiment": experiment, "field": "owner", "value": " ", "was": 1}
    assert cafe.refused("Bob", WriteExperiment, **emptied).code == "not-ready"
    write(cafe, experiment, "owner", "The night team")
    cafe.do("Ann", StartExperiment, experiment=experiment, on=False)
    write(cafe, experiment, "owner", "")
    assert doc(cafe, experiment)["missing"] == ["owner"]


def test_a_small_change_starts_only_with_three_times_yes() -> None:
    cafe = writing()
    change = made_ready(cafe, add(cafe, kind="small-change"))
    write(cafe, change, "own_power", "yes")
    write(cafe, change, "possible_now", "yes")
    write(cafe, change, "no_national_rule", "no")
    assert doc(cafe, change)["missing"] == ["no_national_rule"]
    assert "national rules" in cafe.refused("Ann", StartExperiment, experiment=change, on=True).message
    write(cafe, change, "no_national_rule", "yes")
    assert cafe.do("Ann", StartExperiment, experiment=change, on=True)


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("idea", " ", "empty"),
        ("idea", "x" * 201, "too-long"),
        ("owner", "x" * 81, "too-long"),
        ("measures", "x" * 501, "too-long"),
        ("review_on", "next spring", "no-day"),
        ("review_on", "2027-02-30", "no-day"),
        ("review_on", "20270331", "no-day"),
        ("domain", "weather", "invalid"),
        ("own_power", "yes", "invalid"),
        ("owner", ["a", "list"], "invalid"),
        ("lens", "words", "invalid"),
        ("lens", ["Of another lens"], "invalid"),
        ("themes", ["nothing"], "not-found"),
    ],
)
def test_a_field_holds_what_it_may(field: str, value: Any, code: str) -> None:
    cafe = writing()
    fields = {"experiment": add(cafe), "field": field, "value": value, "was": 1 if field == "idea" else 0}
    assert cafe.refused("Ann", WriteExperiment, **fields).code == code


def test_a_choice_can_be_taken_back() -> None:
    cafe = writing()
    experiment = add(cafe)
    write(cafe, experiment, "domain", "culture")
    write(cafe, experiment, "domain", "")
    assert doc(cafe, experiment)["fields"]["domain"] == {"value": "", "version": 2}
    assert write(cafe, experiment, "barrier", "") == []


def test_taken_out_and_put_back() -> None:
    cafe = writing()
    experiment = add(cafe)
    cafe.do("Bob", RemoveExperiment, experiment=experiment)
    assert doc(cafe, experiment)["removed"]
    fields = {"experiment": experiment, "field": "owner", "value": "x", "was": 0}
    assert cafe.refused("Ann", WriteExperiment, **fields).code == "removed"
    cafe.do("Bob", RemoveExperiment, experiment=experiment, on=False)
    assert cafe.do("Ann", WriteExperiment, **fields)


def test_experiments_are_put_in_order() -> None:
    cafe = writing()
    one, two, three = (add(cafe, idea) for idea in ("One", "Two", "Three"))

    def order() -> list[str]:
        return [each.says("idea") for each in cafe.state.blueprint.standing()]

    assert order() == ["One", "Two", "Three"]
    cafe.do("Ann", MoveExperiment, experiment=three, before=one)
    assert order() == ["Three", "One", "Two"]
    cafe.do("Ann", MoveExperiment, experiment=three)
    assert order() == ["One", "Two", "Three"]
    assert cafe.do("Ann", MoveExperiment, experiment=one, before=two) == []
    assert cafe.do("Ann", MoveExperiment, experiment=one, before=one) == []
    cafe.do("Ann", RemoveExperiment, experiment=two)
    assert isinstance(cafe.refused("Ann", MoveExperiment, experiment=one, before=two), NotFound)


def test_they_can_be_moved_for_ever() -> None:
    cafe = writing()
    one, two, three = (add(cafe, idea) for idea in ("One", "Two", "Three"))
    moved = [cafe.do("Ann", MoveExperiment, experiment=(one, two)[n % 2], before=three) for n in range(70)]
    assert all(moved)
    assert any(len(each) == 3 for each in moved)
    assert all(isinstance(event, ExperimentMoved) for each in moved for event in each)


def test_outside_its_step_hosts_alone_write_after_the_close_as_well() -> None:
    cafe = writing()
    experiment = add(cafe)
    cafe.go_to("Afterwards")
    fields = {"experiment": experiment, "field": "owner", "was": 0}
    refusal = cafe.refused("Ann", WriteExperiment, value="x", **fields)
    assert (type(refusal), refusal.code) == (Conflict, "not-on")
    assert not cafe.docs("hall")["blueprint"]["open"]
    cafe.do("Hal", WriteExperiment, value="The team", **fields)
    cafe.close()
    assert cafe.refused("Ann", AddExperiment, kind="experiment", idea="x").code == "ended"
    add(cafe, "After the close", who="Hal")
    write(cafe, experiment, "owner", "The whole team", who="Hal")
    cafe.do("Hal", IssueBlueprint, was=0)


def test_in_the_lobby_nobody_writes_and_a_screen_never() -> None:
    cafe = Cafe(story(), Blueprint(title="Our blueprint", minutes=30))
    cafe.join("Hal", "Ann", "Sol")
    for who in ("Hal", "Ann"):
        assert cafe.refused(who, AddExperiment, kind="experiment", idea="x").code == "not-on"
    assert isinstance(cafe.refused("Sol", AddExperiment, kind="experiment", idea="x"), NotAllowed)


def test_where_facilitators_write_the_others_read() -> None:
    cafe = writing(who="facilitators")
    assert isinstance(cafe.refused("Ann", AddExperiment, kind="experiment", idea="x"), NotAllowed)
    assert add(cafe, who="Fay")
    assert add(cafe, who="Hal")
    assert cafe.docs("hall")["blueprint"]["writers"] == "facilitators"


@pytest.mark.parametrize(
    ("settings", "entries"),
    [
        ({}, FEATURES),
        ({"lens": "characteristics"}, CHARACTERISTICS),
        ({"lens": "own", "entries": ["Warmth", "Time"]}, ("Warmth", "Time")),
    ],
)
def test_the_lens_shows_what_no_experiment_touches(settings: Any, entries: tuple[str, ...]) -> None:
    cafe = writing(**settings)
    experiment = add(cafe)
    write(cafe, experiment, "lens", [entries[1], entries[0], entries[1]])
    covered = {each["entry"]: each["experiments"] for each in cafe.docs("hall")["blueprint"]["coverage"]}
    assert tuple(covered) == entries
    assert covered[entries[0]] == covered[entries[1]] == [experiment]
    assert all(covered[entry] == [] for entry in entries[2:])
    cafe.do("Ann", RemoveExperiment, experiment=experiment)
    assert not any(each["experiments"] for each in cafe.docs("hall")["blueprint"]["coverage"])


def test_the_themes_to_work_on_are_told_while_it_is_open() -> None:
    cafe = writing()
    theme = cafe.ids["theme"]  # type: ignore[attr-defined]
    told = lambda: cafe.docs("hall")["blueprint"]["themes"]  # noqa: E731
    assert told() == [{"id": theme, "name": "Time"}]
    cafe.do("Hal", NameTheme, theme=theme, name="Time with families")
    assert told() == [{"id": theme, "name": "Time with families"}]
    cafe.go_to("Afterwards")
    assert told() == []


def test_hosts_issue_versions_when_something_has_changed() -> None:
    cafe = writing()
    assert cafe.refused("Hal", IssueBlueprint, was=0).code == "empty"
    experiment = add(cafe)
    assert isinstance(cafe.refused("Ann", IssueBlueprint, was=0), NotAllowed)
    assert cafe.docs("hall")["blueprint"]["touched"]
    told = cafe.do("Hal", IssueBlueprint, words="For the steering group", was=0)
    assert told == [BlueprintIssued(no=1, words="For the steering group")]
    assert not cafe.docs("hall")["blueprint"]["touched"]
    assert cafe.refused("Hal", IssueBlueprint, was=1).code == "nothing-new"
    write(cafe, experiment, "owner", "The team")
    assert (
        cafe.refused("Hana" if "hana" in cafe.state.people else "Hal", IssueBlueprint, was=0).code
        == "overtaken"
    )
    cafe.do("Hal", IssueBlueprint, was=1)
    assert [each["no"] for each in cafe.docs("hall")["blueprint"]["issued"]] == [1, 2]


def test_the_context_is_written_in_versions_too() -> None:
    cafe = writing()
    cafe.do("Ann", WriteContext, text="Visits within ten days are a duty by law.", was=0)
    assert cafe.refused("Bob", WriteContext, text="Something else", was=0).code == "overtaken"
    assert cafe.do("Bob", WriteContext, text="Visits within ten days are a duty by law.", was=0) == []
    cafe.do("Bob", WriteContext, text="", was=1)
    assert (cafe.docs("hall")["blueprint"]["context"], cafe.docs("hall")["blueprint"]["version"]) == ("", 2)
    assert isinstance(cafe.refused("Bob", WriteContext, text="x" * 2001, was=2), Invalid)


def test_a_blueprint_holds_sixty_experiments() -> None:
    cafe = writing()
    made = [add(cafe, f"Idea {no}") for no in range(60)]
    assert isinstance(cafe.refused("Ann", AddExperiment, kind="experiment", idea="x"), TooMany)
    cafe.do("Ann", RemoveExperiment, experiment=made[0])
    assert add(cafe, "One more")


def test_an_experiment_stays_when_the_note_it_took_up_is_taken_away() -> None:
    cafe = writing()
    note = cafe.ids["note"]  # type: ignore[attr-defined]
    experiment = add(cafe, "A day for visits", note=note)
    cafe.do("Hal", DeleteNote, note=note)
    assert doc(cafe, experiment)["note"] == note
