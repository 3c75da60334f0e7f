"""What hosts wrote in the report: in its place in every format, with what it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import pytest

from tests.harvest.day import Day, entries, entry_of, harvest, keep
from tests.harvest.shown import shown
from workshop.activities.notes.messages import DeleteNote, NoteAdded
from workshop.activities.quotes.messages import CheckQuote
from workshop.activities.report.messages import AddStatement, RemoveStatement, WritePassage, WriteStatement
from workshop.activities.rooms import read_event
from workshop.activities.themes.messages import MergeThemes
from workshop.core.checked import LEFT_OUT, mark_of
from workshop.core.quotes import words_at
from workshop.evidence import check
from workshop.harvest import DOCUMENTS, TABLE, Harvest, harvest_of
from workshop.harvest.build import build
from workshop.harvest.fold import fold
from workshop.harvest.links import links
from workshop.harvest.lint import checks
from workshop.harvest.phrases import contents
from workshop.harvest.publishing import WITHHELD
from workshop.harvest.publishing.view import published

PLACES = (
    *("context", "thanks", "process", "method", "round.s1", "plenary.s7"),
    *("question.s8.1", "reflections", "next"),
)
HEADINGS = ("The context", "Conclusions", "Key themes", "What stands out")
QUOTE = "Forms eat the evenings."


@dataclass
class Report:
    """A day, and what its hosts wrote."""

    day: Day

    def write(self, part: str, text: str, was: int = 0) -> None:
        self.day.cafe.do("Hal", WritePassage, part=part, text=text, was=was)

    def state_it(self, kind: str, heading: str, **fields: Any) -> str:
        added = self.day.cafe.do("Hal", AddStatement, kind=kind, heading=heading, **fields)[0]
        return str(added.statement)  # type: ignore[attr-defined]

    def quoting(self, kind: str = "conclusion", heading: str = "Time", note: str = "forms") -> str:
        quote = {"source": f"note-{self.day.ids[note]}", "words": QUOTE if note == "forms" else "More screen"}
        ids = self.day.ids
        return self.state_it(
            kind, heading, text="Give it back.", themes=[ids["time"]], notes=[ids["queue"]], quote=quote
        )


@pytest.fixture
def report(day: Day) -> Report:
    return Report(day)


@pytest.fixture
def silent() -> Report:
    """Ann, who wrote of forms, does not want to be quoted."""
    day = Day(silent=("Ann",))
    day.whole()
    return Report(day)


def codes(left: Harvest) -> list[str]:
    return [finding.code for finding in checks(left)]


def test_passages_stand_in_the_order_of_the_report_and_empty_ones_nowhere(report: Report) -> None:
    for part in ("next", "question.s8.2", "inconsistencies.s1", "question.s8.1", "round.s1", "context"):
        report.write(part, f"Words of {part}.")
    report.write("thanks", "Not for long.")
    report.write("thanks", "", 1)
    left = harvest(report.day.cafe)
    parts = ["context", "next", "round.s1", "inconsistencies.s1", "question.s8.1", "question.s8.2"]
    assert [passage.part for passage in left.passages] == parts
    assert "Not for long" not in str(left)


def test_who_only_writes_the_report_has_not_taken_part() -> None:
    day = Day()
    day.stories()
    day.cafe.join("Hana")
    day.cafe.close()
    before = harvest(day.cafe).attendance
    day.cafe.do("Hana", WritePassage, part="context", text="I was told.", was=0)
    assert harvest(day.cafe).attendance == before


def test_a_statement_rests_on_themes_notes_and_the_votes_on_them_and_they_lead_back(report: Report) -> None:
    report.quoting()
    left = harvest(report.day.cafe)
    (one,) = left.statements
    ids = report.day.ids
    behind = [f"theme-{ids['time']}", f"note-{ids['queue']}", f"note-{ids['forms']}", "vote-s6"]
    assert one.evidence == tuple(behind)
    assert all(report_entry in range(1, left.through + 1) for report_entry in one.entries)
    used = links(left).used_in
    assert all(one.anchor in [link.anchor for link in used[anchor]] for anchor in behind)


def test_a_theme_that_was_merged_is_cited_as_the_one_it_went_into() -> None:
    made = Day()
    for part in (made.stories, made.ideas, made.grouping):
        part()
    one = Report(made).state_it("conclusion", "Near", themes=[made.ids["near"]])
    made.cafe.do("Ann", MergeThemes, theme=made.ids["near"], into=made.ids["time"])
    made.cafe.do("Hal", WriteStatement, statement=one, heading="Near", notes=[made.ids["queue"]], was=1)
    made.cafe.do("Hal", WriteStatement, statement=one, heading="Near", themes=[made.ids["time"]], was=2)
    assert harvest(made.cafe).statements[0].themes == (made.ids["time"],)


@pytest.mark.parametrize(
    "document", [each for each in TABLE if each.name.startswith("report.")], ids=lambda each: each.name
)
def test_every_format_has_what_was_written(report: Report, document: Any) -> None:
    places = (
        "context",
        "thanks",
        "process",
        "method",
        "round.s1",
        "plenary.s7",
        "question.s8.1",
        "reflections",
    )
    for part in (*places, "next"):
        report.write(part, f"Words of {part}.")
    for kind in ("key-theme", "conclusion", "recommendation"):
        report.quoting(kind, f"A {kind} of ours")
    left = harvest(report.day.cafe)
    said = shown(document.write(left))
    for part in PLACES:
        assert f"Words of {part}." in said, part
    for kind in ("key-theme", "conclusion", "recommendation"):
        assert f"A {kind} of ours" in said


def test_without_a_word_of_theirs_the_report_has_no_headings_for_them(left: Harvest) -> None:
    assert not {"process", "conclusions"} & {section.id for section in contents(left)}
    page = DOCUMENTS["report.html"](left).decode()
    assert not [
        words for words in ("The context", "Conclusions", "Key themes", "What stands out") if words in page
    ]


def test_how_many_areas_is_counted_and_never_typed(report: Report) -> None:
    report.quoting()
    report.state_it("conclusion", "Trust", notes=[report.day.ids["queue"]])
    assert (
        "The conclusions ask for change in 2 broad areas."
        in DOCUMENTS["report.md"](harvest(report.day.cafe)).decode()
    )


def test_words_of_somebody_who_did_not_agree_are_left_out_of_what_everyone_reads(silent: Report) -> None:
    silent.quoting()
    folded = fold("w1", entries(silent.day.cafe))
    assert build(folded).statements[0].quote == QUOTE
    everyones = published(folded)
    assert everyones.statements[0].quote == WITHHELD
    for document in TABLE:
        if document.format != "pdf":
            assert QUOTE not in shown(document.write(everyones)), document.name


def test_a_quote_shows_no_more_of_its_source_than_others_read_there() -> None:
    day = Day()
    said = day.cafe.note("Ann", "Mrs Patel stayed, and that helped.")
    day.cafe.close()
    quote = {"source": f"note-{said}", "words": "Mrs Patel stayed"}
    one = Report(day).state_it("conclusion", "Near", notes=[said], quote=quote)
    assert _everyones(day).statements[0].quote == "[name] stayed"
    _look(day, f"quoted/{one}", "fine", at=0, to=9)
    assert _everyones(day).statements[0].quote == LEFT_OUT
    _look(day, f"note/{said}", "fine", at=0, to=9)
    assert _everyones(day).statements[0].quote == "Mrs Patel stayed"
    _look(day, f"note/{said}", "out")
    assert _everyones(day).statements[0].quote == LEFT_OUT


def _everyones(day: Day) -> Harvest:
    return published(fold("w1", entries(day.cafe)))


def _look(day: Day, of: str, verdict: str, **fields: Any) -> None:
    was = mark_of(words_at(day.cafe.state, of) or "")
    day.cafe.do("Hal", CheckQuote, of=of, was=was, verdict=verdict, **fields)


def test_a_note_that_is_redacted_is_redacted_where_it_is_quoted(report: Report, tmp_path: Path) -> None:
    report.quoting()
    one = report.quoting("recommendation")
    report.day.cafe.do("Hal", WriteStatement, statement=one, heading="Time to visit", was=1)
    ledger = keep(report.day.cafe, tmp_path)
    entry = entry_of(report.day.cafe, NoteAdded, note=report.day.ids["forms"])
    blank = msgspec.structs.replace(read_event(entry.body), text="(taken back)")
    ledger.redact("w1", entry.n, msgspec.json.encode(blank).decode())
    assert not [each.n for each in ledger.read("w1") if QUOTE in each.body]
    left = harvest_of("w1", ledger.read("w1"))
    assert [statement.quote for statement in left.statements] == ["", ""]
    assert "statement-quote-gone" in codes(left)


def test_the_checks_find_what_is_wrong_with_statements(report: Report) -> None:
    report.state_it("conclusion", "On nothing")
    report.quoting("conclusion", "Time")
    report.quoting("conclusion", "TIME.")
    found = codes(harvest(report.day.cafe))
    wrong = {"statement-without-evidence", "heading-twice", "statement-quote-twice", "not-yet-written"}
    assert wrong <= set(found)
    assert next(f for f in checks(harvest(report.day.cafe)) if f.code == "not-yet-written").text.startswith(
        "Nobody has written the context, the moment, what happens next or the key themes yet."
    )


def test_a_quote_goes_with_its_note_and_the_report_made_before_is_found_out() -> None:
    made = Day()
    for part in (made.stories, made.ideas, made.grouping):
        part()
    made.cafe.go_to("What matters most")
    report = Report(made)
    report.quoting()
    given = harvest(made.cafe)
    assert check(given, entries(made.cafe)) == ()
    made.cafe.do("Fay", DeleteNote, note=made.ids["forms"])
    report.write("context", "Later.")
    broken = {(b.kind, b.anchor.partition("-")[0]) for b in check(given, entries(made.cafe))}
    assert ("quote", "statement") in broken
    (one,) = harvest(made.cafe).statements
    assert (one.quote, f"note-{made.ids['forms']}" in one.evidence) == ("", False)


def test_an_altered_statement_a_changed_one_and_one_that_was_taken_out_are_found(report: Report) -> None:
    one, other = report.quoting(), report.quoting("recommendation")
    report.write("next", "We meet in May.")
    given = harvest(report.day.cafe)
    tree = msgspec.json.decode(msgspec.json.encode(given))
    tree["statements"][0] |= {"quote": "Forms are fine.", "themes": []}
    report.write("next", "We meet in June.", 1)
    report.day.cafe.do("Hal", RemoveStatement, statement=other)
    found = check(msgspec.convert(tree, Harvest), entries(report.day.cafe))
    kinds = {(b.kind, b.anchor) for b in found}
    assert {("quote", f"statement-{one}"), ("theme", f"statement-{one}")} <= kinds
    assert {("written", "passage-next"), ("gone", f"statement-{other}")} <= kinds
