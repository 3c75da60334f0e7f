"""A report that somebody altered, or that the café has left behind, is found out line by line."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.harvest.day import Day, entries, entry_of, harvest
from tests.rules.test_live_equals_late import a_day
from workshop.activities.notes.messages import DeleteNote, NoteAdded
from workshop.activities.themes.messages import MergeThemes, NameTheme
from workshop.evidence import Break, check
from workshop.evidence.quotes import quotes
from workshop.harvest import Harvest
from workshop.ledger.records import Entry

Tree = dict[str, Any]
Damage = Callable[[Tree], object]


@pytest.fixture(scope="module")
def day() -> Day:
    made = Day()
    made.whole()
    return made


def altered(day: Day, damage: Damage) -> Harvest:
    tree = json.loads(msgspec.json.encode(harvest(day.cafe)))
    damage(tree)
    return msgspec.convert(tree, Harvest)


def found(day: Day, damage: Damage) -> tuple[Break, ...]:
    return check(altered(day, damage), entries(day.cafe))


def test_a_report_that_nobody_touched_holds(day: Day) -> None:
    assert check(harvest(day.cafe), entries(day.cafe)) == ()


@pytest.mark.parametrize("seed", range(8))
def test_the_report_of_any_day_holds(seed: int) -> None:
    cafe = a_day(seed)
    assert check(harvest(cafe), entries(cafe)) == ()


def a_note(tree: Tree) -> Tree:
    note: Tree = tree["rounds"][0]["notes"][0]
    return note


def written_by_nobody(tree: Tree) -> None:
    line = a_note(tree) | {"anchor": "note-x", "id": "x", "text": "All is well here."}
    tree["rounds"][0]["notes"].append(line)


DAMAGE: list[tuple[str, str, str, Damage]] = [
    ("quote", "note-", "It says “Forms are fine.”", lambda t: a_note(t).update(text="Forms are fine.")),
    (
        "quote",
        "note-",
        "“Forms eat the evenings.”",
        lambda t: a_note(t).update(text="Forms eat the  evenings."),
    ),
    (
        "quote",
        "priority-",
        "“It costs nothing.”",
        lambda t: t["priorities"][0].update(why="It costs little."),
    ),
    ("quote", "answer-", "in the ledger", lambda t: t["questions"][0]["answers"][0].update(text="x")),
    ("unwritten", "note-x", "No entry of the ledger stands behind", written_by_nobody),
    (
        "entry",
        "note-",
        "It rests on entry 9,999, and the ledger ends",
        lambda t: a_note(t).update(entries=[9999]),
    ),
    ("entries", "note-", "Other entries or lines stand behind it", lambda t: a_note(t).update(entries=[1])),
    (
        "evidence",
        "theme-",
        "It points to note-nowhere",
        lambda t: t["themes"][0]["evidence"].append("note-nowhere"),
    ),
    ("name", "theme-", "“name” is “Better”", lambda t: t["themes"][0].update(name="Better")),
    (
        "theme",
        "theme-",
        "“notes” has 2 of them, and the ledger gives 3",
        lambda t: t["themes"][0]["notes"].pop(),
    ),
    (
        "vote",
        "option-",
        "“dots” is 7, and the ledger gives 2",
        lambda t: t["votes"][0]["options"][0].update(dots=7),
    ),
    ("vote", "vote-", "“voted” is 90", lambda t: t["votes"][0].update(voted=90)),
    ("count", "who-was-there", "“people” is 500", lambda t: t["attendance"].update(people=500)),
    ("sentence", "short-1", "A total of 500", lambda t: t["in_short"][0].update(text="A total of 500.")),
    ("left-out", "note-", "“Families wait for a year.”", lambda t: t["rounds"][0]["notes"].pop(1)),
    ("twice", "note-", "a second time", lambda t: t["rounds"][0]["notes"].append(a_note(t))),
    ("different", "", "title is 'Another day'", lambda t: t.update(title="Another day")),
    ("newer", "", "It knows 9,999 entries", lambda t: t.update(through=9999)),
]


@pytest.mark.parametrize(("kind", "anchor", "what", "damage"), DAMAGE, ids=range(len(DAMAGE)))
def test_every_kind_of_damage_is_found_where_it_is(
    day: Day, kind: str, anchor: str, what: str, damage: Damage
) -> None:
    breaks = found(day, damage)
    (mine,) = [one for one in breaks if one.kind == kind]
    assert mine.anchor.startswith(anchor)
    assert what in mine.what
    assert mine.where
    assert mine.advice.endswith(".")


def redacted(noted: Entry) -> Iterator[Entry]:
    body = json.loads(noted.body) | {"text": "(taken back)"}
    yield Entry(**{f: getattr(noted, f) for f in noted.__slots__} | {"body": json.dumps(body)})


def test_a_note_that_was_redacted_after_the_report_is_found_wherever_it_is_quoted(day: Day) -> None:
    noted = entry_of(day.cafe, NoteAdded, text="Thursdays without forms.")
    now = [*entries(day.cafe)]
    (now[noted.n - 1],) = redacted(now[noted.n - 1])
    breaks = check(harvest(day.cafe), now)
    assert {one.kind for one in breaks} >= {"quote"}
    quoted = {one.anchor.partition("-")[0] for one in breaks if one.kind == "quote"}
    assert quoted == {"note", "priority", "experiment"}
    assert "or the words behind it were redacted since" in breaks[0].what


class Later:
    """A report made on the way, and the café that goes on after it."""

    def __init__(self) -> None:
        self.day = Day()
        self.day.stories()
        self.day.ideas()
        self.day.grouping()
        self.report = harvest(self.day.cafe)

    def breaks(self) -> tuple[Break, ...]:
        return check(self.report, entries(self.day.cafe))


def test_a_note_that_was_deleted_after_the_report_is_found() -> None:
    later = Later()
    later.day.cafe.do("Hal", DeleteNote, note=later.day.ids["queue"])
    (gone,) = [one for one in later.breaks() if one.kind == "gone" and one.anchor.startswith("note-")]
    assert "The note was deleted after the report was made." in gone.what


def test_a_theme_that_was_merged_after_the_report_is_found() -> None:
    later = Later()
    later.day.cafe.do("Ann", MergeThemes, theme=later.day.ids["near"], into=later.day.ids["time"])
    told = [one.what for one in later.breaks() if one.kind == "gone"]
    assert "The theme was merged into another after the report was made: “Time”." in told


def test_a_theme_that_was_renamed_after_the_report_is_found() -> None:
    later = Later()
    later.day.cafe.do("Bob", NameTheme, theme=later.day.ids["waiting"], name="Queues", statement="")
    (renamed,) = [one for one in later.breaks() if one.kind == "name" and one.anchor.startswith("theme-")]
    assert renamed.what.startswith("“name” is “Waiting”, and the ledger gives “Queues”. It was so when")


def test_a_cafe_that_has_gone_on_is_said_last() -> None:
    later = Later()
    later.day.voting()
    newer = later.breaks()[-1]
    assert newer.kind == "newer"
    assert "came after the report." in newer.what


NOTE = st.text(st.sampled_from("ab [].\n🍎"), max_size=12)
ADDED = st.text(st.sampled_from("xy .🍎"), max_size=4)


@given(words=NOTE, added=ADDED, at=st.integers(0, 12), space=st.sampled_from(["", "before", "behind"]))
def test_what_an_editor_adds_in_brackets_is_no_change(words: str, added: str, at: int, space: str) -> None:
    mark = {"": "[{}]", "before": " [{}]", "behind": "[{}] "}[space].format(added)
    assert quotes(words[:at] + mark + words[at:], words)


@given(words=NOTE, quote=NOTE)
def test_without_brackets_a_quote_is_the_words_to_the_letter(words: str, quote: str) -> None:
    if "[" not in quote:
        assert quotes(quote, words) == (quote == words)


@pytest.mark.parametrize(
    "quote",
    [
        "Forms eat evenings.",
        "Forms eat [all] evenings.",
        "[Forms eat the evenings.]",
        "Forms eat the evenings. [",
        "",
    ],
)
def test_what_is_left_out_or_replaced_is_a_change(quote: str) -> None:
    assert not quotes(quote, "Forms eat the evenings.")


def test_an_addition_in_an_exported_quote_is_allowed(day: Day) -> None:
    assert found(day, lambda t: a_note(t).update(text="Forms eat the evenings [of social workers].")) == ()
