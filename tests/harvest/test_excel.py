"""The harvest in Excel: real tables, charts that everybody can read, and words that stay words."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import msgspec
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.harvest.day import Day, harvest
from tests.harvest.opened import CHART, Page, opened
from tests.rules.cast import Cafe, story
from workshop.activities.dot_voting.messages import DotVoting, PlaceDots
from workshop.activities.themes.messages import Themes
from workshop.harvest import DOCUMENTS, Harvest
from workshop.harvest.writers.columns import SHEETS

FORMULAS = ('=HYPERLINK("http://evil.example","press")', "+1", "-2+3", "@SUM(A1)", "{=1+1}", "=1+1", "＝1+1")
LINKS = ("http://evil.example", "mailto:a@b.example", "internal:Sheet1!A1", "external:c:\\a.xlsx")
NUMBERS = ("007", "1e5", "1/2", "TRUE", "12:30", "#N/A")
MARKUP = ("<r>", "<r></r>", "<r>R&D</r>", "<r><t>mine</t></r>", "<script>x</script>", "&amp;", "]]>")
ESCAPED = ("_x0041_", "_x005F_", "_xD83D_")
SCRIPTS = ("مرحبا بالعالم 123", "שלום", "👩‍👧‍👦 family", "two\nlines", "a\tb", "Ŵyneb", "'quoted")


def book(left: Harvest) -> dict[str, Page]:
    return opened(DOCUMENTS["report.xlsx"](left))


def one_note(text: str) -> Harvest:
    """A harvest with one note of these words, whatever rules say of them."""
    cafe = Cafe.at_two_tables(story())
    cafe.note("Ann", "Any words.")
    left = harvest(cafe)
    [round_] = left.rounds
    note = msgspec.structs.replace(round_.notes[0], text=text)
    return msgspec.structs.replace(left, rounds=(msgspec.structs.replace(round_, notes=(note,)),))


def note_of(left: Harvest) -> object:
    [row] = book(left)["Notes"].rows()
    return row.get("Note")


def test_about_comes_first_then_charts_then_every_sheet(left: Harvest) -> None:
    assert list(book(left)) == ["About", "Charts", *(sheet.title for sheet in SHEETS)]


def test_every_sheet_is_a_table_with_filters_and_headings_that_stay(left: Harvest) -> None:
    pages = book(left)
    for sheet in SHEETS:
        [table] = pages[sheet.title].tables
        assert table.filters
        assert table.described == sheet.holds
        assert sorted(table.headings) == sorted(column.heading for column in sheet.columns)
        read_first = [column.heading for column in sheet.columns if not column.trail]
        assert table.headings[: len(read_first)] == read_first
        assert pages[sheet.title].frozen == 1


def test_no_two_tables_of_the_file_have_one_name(left: Harvest) -> None:
    names = [table.name.lower() for page in book(left).values() for table in page.tables]
    assert len(names) == len(set(names))


def test_it_holds_what_the_csv_holds(left: Harvest) -> None:
    pages = book(left)
    for sheet in SHEETS:
        heads = {column.name: column.heading for column in sheet.columns}
        rows = [{heads[k]: v for k, v in row.items() if v != ""} for row in sheet.rows(left)]
        assert pages[sheet.title].rows() == rows, sheet.name


def test_about_says_what_it_is_and_how_much_there_is(left: Harvest) -> None:
    about = book(left)["About"]
    said = set(about.cells.values())
    assert {left.title, left.purpose, left.code, "How it counts"} <= said
    assert not any("live draft" in str(words) for words in said)
    sizes = {row["Sheet"]: row.get("Size") for row in about.rows()}
    assert (sizes["Notes"], sizes["Feedback"], sizes["Decisions"]) == ("7 rows", "1 row", "0 rows")
    assert all(str(words).strip() for words in said)


def test_a_draft_and_a_practice_say_so() -> None:
    left = msgspec.structs.replace(harvest(Cafe.at_two_tables(story())), practice=True)
    said = " ".join(map(str, book(left)["About"].cells.values()))
    assert "This is a live draft." in said
    assert "This was a practice." in said


@pytest.mark.parametrize("text", [*FORMULAS, *LINKS, *NUMBERS, *MARKUP, *ESCAPED, *SCRIPTS])
def test_words_stay_words_letter_by_letter(text: str) -> None:
    left = one_note(text)
    assert note_of(left) == text
    for page in book(left).values():
        assert page.formulas == []
        assert page.outside == []


@example("<r>\x01</r>")
@example("a\x00b\x0c\ud800\ufffe")
@given(st.text(min_size=1, max_size=300))
def test_any_words_at_all_give_a_file_that_opens(text: str) -> None:
    lost = {*map(chr, range(32)), *map(chr, range(0xD800, 0xE000)), "\ufffe", "\uffff"} - set("\t\n\r")
    assert note_of(one_note(text)) == "".join("\ufffd" if c in lost else c for c in text)


@given(st.text(min_size=1, max_size=80), st.text(min_size=1, max_size=80))
def test_any_title_and_any_name_give_a_file_that_opens(title: str, name: str) -> None:
    day = Day()
    day.whole()
    left = harvest(day.cafe)
    theme = msgspec.structs.replace(left.themes[0], name=name)
    vote = msgspec.structs.replace(left.votes[0], title=title)
    spoilt = msgspec.structs.replace(left, title=title, themes=(theme, *left.themes[1:]), votes=(vote,))
    pages = book(spoilt)
    assert len(pages["Charts"].charts) == 4
    assert all(page.formulas == [] for page in pages.values())


@pytest.mark.parametrize("letter", ["x", "é", "👍", "漢"])
def test_what_is_too_long_for_a_cell_is_cut_and_says_where_the_whole_is(letter: str) -> None:
    kept = str(note_of(one_note(letter * 40_000)))
    assert len(kept.encode("utf-16-le")) // 2 <= 32_767
    assert kept.startswith(letter * 15_000)
    assert kept.endswith("The whole is in the CSV sheet of the same name, and in the JSON.]")


@pytest.mark.parametrize("letter", ["x", "é"])
def test_what_just_fits_is_whole(letter: str) -> None:
    assert note_of(one_note(letter * 32_767)) == letter * 32_767


def test_every_chart_has_its_numbers_beside_it_and_in_words(left: Harvest) -> None:
    charts = book(left)["Charts"]
    assert len(charts.charts) == len(charts.alts) == len(charts.tables) == 4
    assert charts.alts[0] == "Bars: What matters most. Time: dots 2; Waiting: dots 2; Close by: dots 0."
    assert {"What matters most", "How far the themes reach", "Notes by table", "People in each round"} <= set(
        charts.cells.values()
    )
    for chart, table in zip(charts.charts, charts.tables, strict=True):
        drawn = [each.text for each in chart.iter(f"{CHART}f")]
        assert drawn
        # Titles, labels and numbers are those of cells.
        assert all(str(each).startswith("Charts!$") for each in drawn)
        assert table.headings[0] in ("Choice", "Theme", "Table", "Round")


def test_two_kinds_of_bars_differ_by_more_than_colour(left: Harvest) -> None:
    for chart in book(left)["Charts"].charts:
        series = list(chart.iter(f"{CHART}ser"))
        striped = [any(each.tag.endswith("}pattFill") for each in one.iter()) for one in series]
        assert striped == [False, True][: len(series)]


def test_a_vote_that_is_on_shows_no_dots_and_no_chart() -> None:
    together = Themes(title="Together", minutes=5, names="any_time")
    cafe = Cafe.at_two_tables(story(), together, DotVoting(title="Dots", minutes=4, prompt="?"))
    day = Day()
    day.cafe = cafe
    day.note("forms", "Ann", "Forms.")
    cafe.go_to("Together")
    day.theme("time", "forms", called="Time")
    ballot = cafe.go_to("Dots")
    cafe.do("Ann", PlaceDots, ballot=ballot, dots={day.ids["time"]: 1})
    pages = book(harvest(cafe))
    assert [(row["Still on"], row.get("Dots")) for row in pages["Votes"].rows()] == [("yes", None)]
    assert not any("Dots" in alt for alt in pages["Charts"].alts)
    assert "This vote is still on. Its result shows when it closes." in pages["Charts"].cells.values()


def test_an_empty_café_has_all_its_sheets_and_nothing_to_draw() -> None:
    cafe = Cafe(story())
    cafe.join("Hal")
    cafe.close()
    pages = book(harvest(cafe))
    assert list(pages) == ["About", "Charts", *(sheet.title for sheet in SHEETS)]
    assert pages["Notes"].rows() == []
    assert pages["Charts"].charts == []
    assert pages["Charts"].cells == {"A1": "There is nothing to draw yet."}


def test_one_table_is_enough() -> None:
    cafe = Cafe(story())
    cafe.join("Hal", "Fay", "Ann")
    cafe.next()
    cafe.note("Ann", "Only us.")
    cafe.close()
    charts = book(harvest(cafe))["Charts"]
    assert "Columns: Notes by table. Table 1: notes 1." in charts.alts


def test_the_same_harvest_gives_the_same_bytes_and_no_hour_of_writing(left: Harvest) -> None:
    content = DOCUMENTS["report.xlsx"](left)
    assert content == DOCUMENTS["report.xlsx"](left)
    with zipfile.ZipFile(io.BytesIO(content)) as folder:
        assert {each.date_time for each in folder.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2023-11-14T" in folder.read("docProps/core.xml")


def test_ten_thousand_notes_are_all_there() -> None:
    left = one_note("One of many.")
    [round_] = left.rounds
    [note] = round_.notes
    replace = msgspec.structs.replace
    many = tuple(replace(note, id=str(n), anchor=f"note-{n}", text=f"Note {n}") for n in range(10_000))
    pages = book(replace(left, rounds=(replace(round_, notes=many),)))
    assert [row["Note"] for row in pages["Notes"].rows()] == [f"Note {n}" for n in range(10_000)]


def test_a_theme_of_very_many_notes_is_cut_where_its_ids_are_too_many(day: Day, tmp_path: Path) -> None:
    left = harvest(day.cafe)
    theme = msgspec.structs.replace(left.themes[0], notes=tuple(day.cafe.new_id() for _ in range(2_000)))
    row = book(msgspec.structs.replace(left, themes=(theme,)))["Themes"].rows()[0]
    assert row["Notes"] == 2_000
    assert "The whole is in the CSV sheet" in str(row["Ids of its notes"])
