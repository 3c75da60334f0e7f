"""The blueprint that people wrote: in the harvest, its versions and documents, and whose words may show."""

from __future__ import annotations

import json
from typing import Any

import msgspec
import pytest

from tests.harvest.day import entries, harvest
from tests.harvest.paper import Paper
from tests.harvest.papers import Papers, squeezed
from tests.harvest.test_blueprint import Ideas
from tests.rules.cast import Cafe
from workshop.activities.blueprint.messages import (
    AddExperiment,
    IssueBlueprint,
    RemoveExperiment,
    StartExperiment,
    WriteContext,
    WriteExperiment,
)
from workshop.activities.people.messages import SetQuoting
from workshop.activities.themes.messages import MergeThemes
from workshop.core.lenses import FEATURES
from workshop.evidence import check
from workshop.harvest import DOCUMENTS, Harvest
from workshop.harvest.fold import fold
from workshop.harvest.lint import Finding, Mend, checks
from workshop.harvest.publishing import WITHHELD
from workshop.harvest.publishing.view import published
from workshop.harvest.writers.pdf import pdf
from workshop.harvest.writers.word import word

WORDS = "Thursdays without forms for every team"
READY = {
    "barrier": "Forms eat the evenings",
    "owner": "The duty team",
    "first_step": "One team, one Thursday",
    "measures": "Hours with families each week",
    "prediction": "Two hours more",
    "review_on": "2027-03-31",
    "designed_by": "Social workers and parents",
    "domain": "process",
}


class Together(Ideas):
    """Two tables chose ideas; then hosts write the blueprint with what everyone says."""

    def __init__(self, silent: tuple[str, ...] = ()) -> None:
        super().__init__()
        for who in silent:
            self.cafe.do(who, SetQuoting, on=False)
        self.note("Ann", WORDS)
        self.note("Cleo", "Tea with the neighbours")
        self.choose(WORDS, "Tea with the neighbours")
        self.theme("Time", WORDS)

    @property
    def theme_id(self) -> str:
        return next(iter(self.cafe.state.themes))

    def add(self, idea: str, **fields: Any) -> str:
        given = {"kind": "experiment", "idea": idea, **fields}
        return str(self.cafe.do("Hal", AddExperiment, **given)[0].experiment)  # type: ignore[attr-defined]

    def write(self, experiment: str, **fields: Any) -> None:
        for field, value in fields.items():
            was = self.cafe.state.blueprint.experiments[experiment].version(field)
            self.cafe.do("Hal", WriteExperiment, experiment=experiment, field=field, value=value, was=was)

    def issue(self, words: str = "") -> None:
        self.cafe.do("Hal", IssueBlueprint, words=words, was=len(self.cafe.state.blueprint.issued))


def everyones(cafe: Cafe) -> Harvest:
    return published(fold("w1", entries(cafe)))


def test_what_people_wrote_comes_first_and_drafts_are_of_what_nobody_took_up() -> None:
    made = Together()
    alone = made.add("Ring back within a day")
    taken = made.add("Thursdays for visits", note=made.notes[WORDS])
    made.write(taken, **READY)
    made.cafe.do("Hal", StartExperiment, experiment=taken, on=True)
    first, second, third = harvest(made.cafe).blueprint.experiments
    assert [(e.idea, e.written, e.place) for e in (first, second, third)] == [
        ("Ring back within a day", True, 1),
        ("Thursdays for visits", True, 2),
        ("Tea with the neighbours", False, 1),
    ]
    assert (first.anchor, first.note, first.table, first.theme) == (f"experiment-{alone}", None, None, None)
    assert (second.status, second.missing, second.owner) == ("trying", (), "The duty team")
    assert (second.table, second.theme_name) == (1, "Time")
    assert second.evidence == (
        f"note-{made.notes[WORDS]}",
        f"priority-1-{made.notes[WORDS]}",
        f"theme-{made.theme_id}",
    )
    assert len(second.entries) == 2 + len(READY)


def test_one_that_was_taken_out_leaves_its_idea_to_be_drafted_again() -> None:
    made = Together()
    taken = made.add("Mine", note=made.notes[WORDS])
    made.cafe.do("Hal", RemoveExperiment, experiment=taken)
    drafted = harvest(made.cafe).blueprint.experiments
    assert [(e.idea, e.written) for e in drafted] == [
        (WORDS, False),
        ("Tea with the neighbours", False),
    ]


def test_a_theme_that_was_merged_leads_to_the_one_that_holds_its_notes() -> None:
    made = Together()
    made.theme("Neighbours", "Tea with the neighbours")
    other = next(t.id for t in made.cafe.state.themes.values() if t.name == "Neighbours")
    made.add("Mine", theme=made.theme_id)
    made.cafe.do("Ann", MergeThemes, theme=made.theme_id, into=other)
    assert harvest(made.cafe).blueprint.experiments[0].theme_name == "Neighbours"


def test_the_lens_shows_what_is_touched_once_there_is_something_to_touch_it() -> None:
    made = Together()
    assert harvest(made.cafe).blueprint.coverage == ()
    one = made.add("Mine")
    made.write(one, lens=[FEATURES[3]])
    covered = harvest(made.cafe).blueprint.coverage
    assert [each.entry for each in covered] == list(FEATURES)
    assert [each.entry for each in covered if each.experiments == (f"experiment-{one}",)] == [FEATURES[3]]


def test_a_version_stays_as_it_was_issued() -> None:
    made = Together()
    one = made.add("First words", theme=made.theme_id)
    made.cafe.do("Hal", WriteContext, text="A duty by law", was=0)
    made.issue("For the steering group")
    made.write(one, idea="Other words")
    made.add("One more")
    made.cafe.do("Hal", WriteContext, text="", was=1)
    made.issue()
    first, second = harvest(made.cafe).blueprint.issued
    assert (first.no, first.words, first.context) == (1, "For the steering group", "A duty by law")
    assert [(e.idea, e.themes) for e in first.experiments] == [("First words", ("Time",))]
    assert [e.idea for e in second.experiments] == ["Other words", "One more"]
    assert second.context == ""
    assert first.entries != second.entries
    assert first.untouched == FEATURES


def test_words_of_others_are_not_quoted_through_an_experiment() -> None:
    made = Together(silent=("Ann",))
    one = made.add(f"We try this: {WORDS.upper()}!", note=made.notes[WORDS])
    made.add("Tea with the neighbours")
    made.write(one, barrier="A barrier in our own words")
    made.issue(WORDS)
    made.write(one, idea="In our own words")
    assert WORDS not in str(everyones(made.cafe))
    first, *_ = everyones(made.cafe).blueprint.issued
    assert (first.words, first.experiments[0].idea) == (WITHHELD, WITHHELD)
    assert first.experiments[0].barrier == "A barrier in our own words"
    assert [e.idea for e in everyones(made.cafe).blueprint.experiments] == [
        "In our own words",
        "Tea with the neighbours",
        "Tea with the neighbours",
    ]
    assert WORDS.upper() in str(harvest(made.cafe))


def test_a_word_that_is_anybodys_is_no_quote() -> None:
    made = Together(silent=("Bob",))
    made.note("Bob", "Time")
    made.add("More time for families")
    assert everyones(made.cafe).blueprint.experiments[0].idea == "More time for families"


@pytest.fixture
def filled() -> Harvest:
    made = Together()
    one = made.add("Ring back within a day", note=made.notes[WORDS])
    made.write(one, **READY, lens=[FEATURES[3]])
    change = made.add("One form less", kind="small-change")
    made.write(change, own_power="yes", possible_now="no")
    made.cafe.do("Hal", WriteContext, text="Visits within ten days are a duty", was=0)
    made.issue("For the steering group")
    made.cafe.close()
    return harvest(made.cafe)


@pytest.mark.parametrize("name", ["blueprint.html", "blueprint.md"])
def test_the_document_tells_all_of_it(filled: Harvest, name: str) -> None:
    said = DOCUMENTS[name](filled).decode()
    for words in (
        *("Ring back within a day", "One form less", "Visits within ten days are a duty"),
        *("Forms eat the evenings", "The duty team", "One team, one Thursday", "31 March 2027"),
        *("Social workers and parents", "Ready to start", "process", "Within our own power"),
        *("Ideas that nobody has taken up yet", "Tea with the neighbours", "Small changes"),
        *(FEATURES[3], "For the steering group", "Version 1"),
    ):
        assert words in said
    assert "Nothing here is decided" not in said


def test_the_report_in_word_has_all_of_it(filled: Harvest) -> None:
    paper = Paper.of(word(filled))
    headings = [words for _, words in paper.headings()]
    assert headings[headings.index("Blueprint") :] == [
        *("Blueprint", "Experiments", "Ring back within a day", "Small changes", "One form less"),
        *("Ideas that nobody has taken up yet", "Tea with the neighbours"),
        *("What the experiments touch", "Versions"),
    ]
    said = " ".join(paper.paragraphs())
    for words in (
        "The duty team",
        "31 March 2027",
        "Possible now: No",
        "For the steering group",
        FEATURES[3],
    ):
        assert words in said
    assert {anchor for _, anchor in paper.links()} <= set(paper.bookmarks())


def test_the_data_has_all_of_it_and_verifies(filled: Harvest) -> None:
    assert json.loads(DOCUMENTS["report.json"](filled))["blueprint"]["issued"][0]["no"] == 1


def test_a_report_that_changed_an_experiment_is_found() -> None:
    made = Together()
    made.add("Ring back")
    made.issue()
    left = harvest(made.cafe)
    assert check(left, entries(made.cafe)) == ()
    tree = json.loads(DOCUMENTS["report.json"](left))
    tree["blueprint"]["experiments"][0]["idea"] = "Never ring back"
    tree["blueprint"]["issued"][0]["words"] = "Signed by the director"
    broken = check(msgspec.convert(tree, Harvest), entries(made.cafe))
    assert {(one.anchor.partition("-")[0], one.kind) for one in broken} == {
        ("experiment", "quote"),
        ("issued", "quote"),
    }


def found(left: Harvest) -> dict[str, Finding]:
    return {finding.code: finding for finding in checks(left)}


def test_the_checks_look_at_what_an_experiment_rests_on_and_what_was_left_lying() -> None:
    made = Together()
    assert "idea-not-taken-up" not in found(harvest(made.cafe))
    alone = made.add("Out of the blue")
    taken = made.add("Thursdays for visits", note=made.notes[WORDS])
    made.write(taken, barrier="Forms")
    left = found(harvest(made.cafe))
    assert left["experiment-without-evidence"].anchors == (f"experiment-{alone}",)
    assert "“Tea with the neighbours”" in left["idea-not-taken-up"].text
    assert left["experiment-without-barrier"].anchors == (f"experiment-{alone}",)
    made.write(alone, themes=[made.theme_id], barrier="Forms")
    made.add("Tea", note=made.notes["Tea with the neighbours"])
    left = found(harvest(made.cafe))
    assert not {"experiment-without-evidence", "idea-not-taken-up"} & left.keys()


def test_the_checks_ask_whether_a_small_change_is_small_after_the_close_too() -> None:
    made = Together()
    change = made.add("One form less", kind="small-change")
    made.write(change, own_power="yes", possible_now="yes")
    made.cafe.close()
    left = found(harvest(made.cafe))
    assert "small-change-not-small" not in left
    assert left["small-change-unchecked"].mend == (Mend("Open the blueprint", "blueprint"),)
    made.write(change, no_national_rule="no")
    left = found(harvest(made.cafe))
    assert "small-change-unchecked" not in left
    assert left["small-change-not-small"].weight == "must"


def test_a_report_says_what_became_of_an_experiment_since() -> None:
    made = Together()
    one = made.add("Ring back")
    left = harvest(made.cafe)
    made.cafe.do("Hal", RemoveExperiment, experiment=one)
    made.add("Tea for all", note=made.notes["Tea with the neighbours"])
    said = {found.what for found in check(left, entries(made.cafe)) if found.kind == "gone"}
    assert said == {
        "The experiment was taken out after the report was made.",
        "An experiment has taken up this idea since the report was made.",
    }


def test_the_paper_tells_it_too_and_does_not_call_it_undecided(filled: Harvest) -> None:
    paper = Papers(pdf(filled))
    assert paper.is_for_everyone
    for words in ("Ready to start", "The duty team", "One form less", "Possible now: No", "Version 1"):
        assert squeezed(words) in paper.words
    assert squeezed("Nothing here is decided") not in paper.words
