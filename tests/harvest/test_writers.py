"""Documents: other people's words are shown as they are, and every link leads somewhere, both ways."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from html import unescape

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.harvest.day import Day, harvest, with_one_note
from tests.rules.cast import Cafe, story
from workshop.harvest import DOCUMENTS, Harvest
from workshop.harvest.links import links
from workshop.harvest.writers.escape import cell, markdown
from workshop.harvest.writers.sheets import sheets

WILD = "<script>alert(1)</script> | # *x* [y](z) ![i](u) `c` &amp; ~~s~~ $m$ http://a.b\n- list\n# head"


def wild() -> Harvest:
    cafe = Cafe.at_two_tables(story())
    cafe.note("Ann", WILD)
    cafe.note("Bob", '=HYPERLINK("http://evil.example","press")')
    cafe.note("Cleo", '"quoted", with a comma\nand a second line')
    cafe.close()
    return harvest(cafe)


def sheet(left: Harvest, name: str) -> list[dict[str, str]]:
    text = sheets(left)[name].decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def ids(html: str) -> list[str]:
    return re.findall(r'\bid="([^"]+)"', html)


def addresses(html: str) -> list[str]:
    return [unescape(found) for found in re.findall(r'\bhref="([^"]+)"', html)]


def test_words_cannot_become_markup_in_html() -> None:
    html = DOCUMENTS["report.html"](wild()).decode()
    assert "<script" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html


def test_a_file_needs_nothing_from_anywhere(left: Harvest) -> None:
    for name in ("report.html", "blueprint.html"):
        html = DOCUMENTS[name](left).decode()
        assert "src=" not in html
        assert not re.search(r"url\(|@import|<link|<script", html), name
        assert {a.partition("#")[0] for a in addresses(html)} <= {"", "report.html", "blueprint.html"}


def test_every_link_of_the_documents_leads_to_a_line_that_is_there(left: Harvest) -> None:
    documents = {name: DOCUMENTS[name](left).decode() for name in ("report.html", "blueprint.html")}
    for name, html in documents.items():
        assert len(ids(html)) == len(set(ids(html)))
        for address in addresses(html):
            document, _, anchor = address.partition("#")
            assert not anchor or anchor in ids(documents[document or name]), address


def test_links_lead_from_a_line_to_its_evidence_and_back(left: Harvest) -> None:
    found = links(left)
    for line in (*left.themes, *left.priorities, *left.votes, *left.blueprint.experiments):
        assert found.to(line)
        for anchor in line.evidence:
            assert line.anchor in [back.anchor for back in found.used_in[anchor]], (line.anchor, anchor)


def test_every_note_says_where_it_is_used(day: Day, left: Harvest) -> None:
    thursdays = next(n for r in left.rounds for n in r.notes if n.id == day.ids["thursdays"])
    assert [(to.words, to.document) for to in links(left).back(thursdays)] == [
        ("Theme “Time”", "report"),
        ("What table 1 brought to everyone", "report"),
        ("Experiment “Thursdays without forms.”", "blueprint"),
    ]


def test_markdown_shows_words_as_they_are_and_keeps_its_structure() -> None:
    lines = DOCUMENTS["report.md"](wild()).decode().splitlines()
    note = next(line for line in lines if "script" in line)
    assert note.startswith(r"- \<script\>alert(1)\</script\> \| # \*x\* \[y\](z) !\[i\](u) \`c\`")
    assert r"<br>\- list<br>\# head" in note
    assert "# head" not in lines
    assert "- list" not in lines


@given(st.text())
def test_markdown_of_any_words_is_one_line_that_starts_nothing(text: str) -> None:
    shown = markdown(text)
    assert len(shown.splitlines()) <= 1
    assert not re.match(r"\s|[#>+=\-]|\d+[.)]|```|\*|_", shown)
    # Every sign that Markdown reads is taken literally, and nothing else is changed.
    literal = re.sub(r"\\([\\`*_\[\]<>&|~$#+\-=:.)])", r"\1", shown.replace("<br>", "\n"))
    assert literal == "\n".join(line.strip() for line in text.splitlines())


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_a_cell_that_a_spreadsheet_would_calculate_gets_an_apostrophe(sign: str) -> None:
    assert cell(f"{sign}1+1") == f"'{sign}1+1"


@pytest.mark.parametrize("value", ["1 + 1", "a=b", "", 3, None, "…"])
def test_other_cells_stay_as_they_are(value: object) -> None:
    assert cell(value) == value


def test_no_cell_of_any_sheet_starts_a_formula() -> None:
    for name in sheets(wild()):
        for row in sheet(wild(), name):
            assert not any(value.startswith(("=", "+", "-", "@")) for value in row.values()), name
    texts = [row["text"] for row in sheet(wild(), "notes.csv")]
    assert '\'=HYPERLINK("http://evil.example","press")' in texts
    assert '"quoted", with a comma\nand a second line' in texts


def test_sheets_are_rfc_4180_in_utf_8_with_a_mark(left: Harvest) -> None:
    for content in sheets(left).values():
        assert content.startswith(b"\xef\xbb\xbf")
        assert content.endswith(b"\r\n")
        assert content.count(b"\n") == content.count(b"\r\n")


def test_the_sheets_hold_the_day(left: Harvest) -> None:
    assert [row["table"] for row in sheet(left, "priorities.csv")] == ["1", "2"]
    assert [(r["option"], r["dots"], r["place"], r["level_with"]) for r in sheet(left, "votes.csv")] == [
        ("Time", "2", "1", "1"),
        ("Waiting", "2", "1", "1"),
        ("Close by", "0", "3", "0"),
    ]
    assert sheet(left, "attendance.csv")[0] == {
        "round": "all",
        "title": "",
        "table": "",
        "participants": "6",
        "support_team": "3",
        "together": "9",
    }
    assert {row["answer"] for row in sheet(left, "answers.csv")} == {
        "Ask the families.",
        "Start on Monday.",
        "The school.",
    }
    assert [row["text"] for row in sheet(left, "chat.csv")] == ["We do this already.", "Who pays for it?"]
    assert [row["idea"] for row in sheet(left, "experiments.csv")] == [
        "Thursdays without forms.",
        "Tea with the neighbours.",
    ]


def test_the_same_harvest_gives_the_same_bytes(day: Day) -> None:
    for name, write in DOCUMENTS.items():
        assert write(harvest(day.cafe)) == write(harvest(day.cafe)), name


def test_the_zip_holds_every_sheet(left: Harvest) -> None:
    with zipfile.ZipFile(io.BytesIO(DOCUMENTS["report.zip"](left))) as folder:
        assert {name: folder.read(name) for name in folder.namelist()} == sheets(left)


def test_the_json_is_the_harvest_and_nothing_else(left: Harvest) -> None:
    content = DOCUMENTS["report.json"](left)
    assert msgspec.json.decode(content, type=Harvest) == left


def test_an_empty_café_has_something_to_say_in_every_section() -> None:
    cafe = Cafe(story())
    cafe.join("Hal")
    cafe.close()
    left = harvest(cafe)
    report, blueprint = (DOCUMENTS[name](left).decode() for name in ("report.html", "blueprint.html"))
    for section in re.findall(r"<section.*?</section>", report + blueprint, re.DOTALL):
        words = re.sub(r"<h2.*?</h2>|<[^>]+>", "", section, flags=re.DOTALL)
        assert words.strip(), section
    assert "No round has been held" in report
    assert "There is no experiment to draft yet." in blueprint


def test_a_live_draft_and_a_practice_say_so() -> None:
    cafe = Cafe.at_two_tables(story())
    left = msgspec.structs.replace(harvest(cafe), practice=True)
    for name in ("report.html", "blueprint.html", "report.md", "blueprint.md"):
        text = DOCUMENTS[name](left).decode()
        assert "This is a live draft" in text, name
        assert "This was a practice" in text, name


@given(st.text(min_size=1, max_size=200))
def test_any_note_can_be_read_word_for_word_in_every_document(text: str) -> None:
    left = with_one_note(text)
    kept = left.rounds[0].notes[0].text
    html = DOCUMENTS["report.html"](left).decode()
    assert kept in [unescape(words) for words in re.findall(r'<p dir="auto">(.*?)</p>', html, re.DOTALL)]
    assert sheet(left, "notes.csv")[0]["text"] == cell(kept)
    assert msgspec.json.decode(DOCUMENTS["report.json"](left))["rounds"][0]["notes"][0]["text"] == kept
