"""The report in Word: real styles, every word, every link, and nothing that a text could break."""

from __future__ import annotations

import io
import itertools
import re
import zipfile
from html import unescape

import msgspec
import pytest
from docx.oxml.ns import qn
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.harvest.day import Day, harvest, with_one_note
from tests.harvest.paper import Paper
from tests.pictures.made import HOSTILE, vote
from tests.rules.cast import Cafe, story
from workshop.harvest import DOCUMENTS, Harvest
from workshop.harvest.phrases import contents
from workshop.harvest.writers.word import word
from workshop.harvest.writers.word.drawings import drawings
from workshop.harvest.writers.word.make_template import template
from workshop.harvest.writers.word.marks import plain
from workshop.harvest.writers.word.own import OWN
from workshop.pictures import PAGE, draw

WILD = (
    "R&D <b>bold</b> </w:t> “quoted” 'single' \"double\"",
    "{{ title }} {% for x in y %} {# gone? #} {_{ and }_} and {_% and %_}",
    '#read("x") *b* $m$ =HYPERLINK("http://evil.example","press")',
    "two\nlines\twith a tab   and spaces",
    "👩‍👩‍👧‍👦 🏴󠁧󠁢󠁷󠁬󠁳󠁿 é ẞ 漢字",
    "العائلة تحتاج إلى وقت أطول",
    "the word שלום in the middle",
    "W" * 400,
)


def paper(left: Harvest) -> Paper:
    return Paper.of(word(left))


def with_notes(*texts: str) -> Harvest:
    """A harvest with these words, past what a browser may send: a ledger of long ago may hold anything."""
    cafe = Cafe.at_two_tables(story())
    for _ in texts:
        cafe.note("Ann", "Words.")
    cafe.close()
    left = harvest(cafe)
    notes = tuple(
        msgspec.structs.replace(note, text=text)
        for note, text in zip(left.rounds[0].notes, texts, strict=True)
    )
    return msgspec.structs.replace(left, rounds=(msgspec.structs.replace(left.rounds[0], notes=notes),))


def sections(left: Harvest) -> list[str]:
    """Those of the report, and the blueprint behind them."""
    return [*(each.title for each in contents(left)), "Blueprint: a draft"]


def test_the_sections_are_real_headings_in_the_order_of_the_report(left: Harvest) -> None:
    headings = paper(left).headings()
    assert headings[0] == (0, left.title)
    assert [words for level, words in headings if level == 1] == sections(left)


def test_no_level_of_headings_is_skipped(left: Harvest) -> None:
    levels = [level for level, _ in paper(left).headings()]
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_the_contents_are_a_field_whose_lines_are_links_already(left: Harvest) -> None:
    document = paper(left)
    codes = [each.text.strip() for each in document.body.iter(qn("w:instrText"))]
    assert codes[0] == r'TOC \o "1-1" \h \z \u'
    assert document.paragraphs("TOC 1") == sections(left)
    assert "<w:updateFields" in document.part("word/settings.xml")


def test_every_note_and_answer_stands_there_word_for_word(left: Harvest) -> None:
    quotes = paper(left).quotes()
    said = [note.text for each in left.rounds for note in each.notes]
    said += [answer.text for question in left.questions for answer in question.answers]
    said += [line.text for each in left.plenaries for line in each.chat]
    said += [line.text for each in left.feedback for line in each.words]
    assert [each for each in said if each not in quotes] == []


def test_words_stand_with_their_table_and_round(left: Harvest) -> None:
    sources = paper(left).paragraphs("Quote Source")
    assert any(each.startswith("Hindered · Table 1, round 1 · highlighted") for each in sources)


def test_it_says_what_the_page_says(left: Harvest) -> None:
    """Sentence by sentence, its words are those of the page; only the headings of its tables are its own."""
    pages = b" ".join(DOCUMENTS[name](left) for name in ("report.html", "blueprint.html"))
    page = _even(unescape(re.sub(r"<[^>]+>", " ", pages.decode())))
    own = {"Contents", "Choice", "How it stands", "Turn", "What it brought", "Reactions", "a draft"}
    styles = ("Normal", "Lead", "List Bullet", "Heading 1", "Heading 2", "Heading 3", "Table Text")
    said = {_even(each) for words in paper(left).paragraphs(*styles) for each in re.split(r"[.:] ", words)}
    assert sorted(each for each in said - own if each not in page) == []


def _even(words: str) -> str:
    return re.sub(r"[\s:.“”]+", " ", words).strip()


def test_every_link_leads_to_a_bookmark_and_no_bookmark_is_there_twice(left: Harvest) -> None:
    document = paper(left)
    names = document.bookmarks()
    assert len(names) == len(set(names))
    assert all(re.fullmatch(r"[A-Za-z]\w{0,39}", name) for name in names)
    assert document.links()
    assert {anchor for _, anchor in document.links()} <= set(names)


def test_links_lead_from_a_theme_to_its_notes_and_back(left: Harvest) -> None:
    links = [words for words, _ in paper(left).links()]
    assert "Table 1, round 1: “Forms eat the evenings.”" in links
    assert "Theme “Time”" in links


def test_pictures_are_there_with_their_words(left: Harvest) -> None:
    document = paper(left)
    assert len(document.alts()) == 4
    assert all(len(alt) > 40 for alt in document.alts())
    assert document.alts()[1].startswith("Who met whom. ")
    assert len([name for name in document.names() if name.endswith(".png")]) == 4
    assert len(document.paragraphs("Caption")) == 4


def test_the_heads_of_tables_are_marked_and_repeated(left: Harvest) -> None:
    tables = list(paper(left).body.iter(qn("w:tbl")))
    assert len(tables) == 4
    for table in tables:
        first, *others = table.iter(qn("w:tr"))
        assert first.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
        assert others
        assert all(row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in others)


def test_the_language_and_properties_are_set(left: Harvest) -> None:
    document = paper(left)
    assert 'w:lang w:val="en-GB"' in document.part("word/styles.xml")
    properties = document.document.core_properties
    assert (properties.title, properties.language) == (left.title, "en-GB")
    assert properties.last_modified_by == ""
    assert properties.created is not None
    assert properties.created.timestamp() * 1000 <= (left.closed_at or 0) + 3_600_000 * 24


def test_each_page_says_its_number_and_the_title(left: Harvest) -> None:
    document = paper(left)
    footers = "".join(document.part(name) for name in document.names() if "footer" in name)
    assert "PAGE" in footers
    assert "NUMPAGES" in footers
    assert left.title in "".join(document.part(name) for name in document.names() if "header" in name)


def test_it_needs_nothing_from_elsewhere(left: Harvest) -> None:
    document = paper(left)
    relationships = [document.part(name) for name in document.names() if name.endswith(".rels")]
    assert not any('TargetMode="External"' in each for each in relationships)


def test_the_same_harvest_gives_the_same_bytes(day: Day) -> None:
    assert word(harvest(day.cafe)) == word(harvest(day.cafe))


def test_the_template_in_the_tree_is_the_one_that_is_built() -> None:
    """It is built anew by ``python -m workshop.harvest.writers.word.make_template``."""
    with zipfile.ZipFile(OWN) as kept, zipfile.ZipFile(io.BytesIO(template())) as built:
        assert kept.namelist() == built.namelist()
        assert [name for name in kept.namelist() if kept.read(name) != built.read(name)] == []


@pytest.mark.parametrize("text", WILD)
def test_people_may_write_what_they_like(text: str) -> None:
    document = paper(with_notes(text))
    assert document.well_formed()
    assert document.quotes()[-1] == text


def test_words_from_right_to_left_are_set_so() -> None:
    arabic, mixed = WILD[5], WILD[6]
    document = paper(with_notes(arabic, mixed))
    assert f"“{arabic}”" in document.right_to_left()
    assert f"“{mixed}”" not in document.right_to_left()
    assert "שלום" in document.right_to_left_runs()


def test_what_no_xml_can_hold_shows_as_a_sign_of_its_own() -> None:
    document = paper(with_notes("a\x00b\x08c\ud800d\ufffee\x0bf\ufdd0g"))
    assert document.quotes()[-1] == "a\ufffdb\ufffdc\ufffdd\ufffde\ufffdf\ufffdg"


def test_a_hidden_turn_of_direction_ends_with_its_words() -> None:
    """What is said of a note stands in a paragraph of its own, which the note cannot turn round."""
    document = paper(with_notes("before \u202eafter"))
    assert "before \u202eafter" in document.quotes()
    assert "Helped · Table 1, round 1" in document.paragraphs("Quote Source")


def test_a_title_of_any_length_is_the_title(left: Harvest) -> None:
    long = msgspec.structs.replace(left, title="Very & long " * 30)
    document = paper(long)
    assert document.headings()[0] == (0, long.title)
    assert document.document.core_properties.title == long.title[:255]


def test_an_empty_café_has_something_to_say_in_every_section() -> None:
    cafe = Cafe(story())
    cafe.join("Hal")
    cafe.close()
    document = paper(harvest(cafe))
    words = "\n".join(document.paragraphs())
    for sentence in (
        "No round has been held, so nobody has sat at a table.",
        "Notes have not been put together into themes.",
        "There was no vote in this café, or it has not begun.",
        "No decision has been written down.",
        "No note has been written yet.",
    ):
        assert sentence in words
    assert document.alts() == []


def test_one_table_is_enough() -> None:
    cafe = Cafe(story())
    cafe.join("Hal", "Fay", "Ann", "Bob")
    cafe.next()
    cafe.note("Ann", "All of us at one table.")
    cafe.close()
    assert "All of us at one table." in paper(harvest(cafe)).quotes()


def test_a_café_that_is_still_on_is_marked_as_a_draft_on_every_page() -> None:
    cafe = Cafe.at_two_tables(story())
    cafe.note("Ann", "Words.")
    document = paper(msgspec.structs.replace(harvest(cafe), practice=True))
    assert document.paragraphs("Notice")[0].startswith("This is a live draft.")
    assert document.paragraphs("Notice")[1].startswith("This was a practice.")
    headers = "".join(document.part(name) for name in document.names() if "header" in name)
    assert "Live draft" in headers


def test_an_open_ballot_shows_no_dots() -> None:
    day = Day()
    for part in (day.stories, day.ideas, day.grouping, day.voting):
        part()
    document = paper(harvest(day.cafe))
    assert "This vote is still on. Its result shows when it closes." in "\n".join(document.paragraphs())
    assert not re.search(r"\d dots? of|level with", "\n".join(document.paragraphs("Table Text", "Normal")))
    assert not any(alt.startswith("Votes") for alt in document.alts())


@settings(max_examples=20)
@given(st.text(min_size=1, max_size=120), st.text(max_size=60))
@example("{_{", "{%")
@example("\r\n\x85\u2028", "\t")
def test_any_text_at_all_is_in_the_document_as_it_was_written(text: str, name: str) -> None:
    left = msgspec.structs.replace(with_notes(text), title=name)
    document = paper(left)
    assert document.well_formed()
    assert document.quotes()[-1] == plain(text)
    assert document.headings()[0] == (0, plain(name))


@settings(max_examples=12)
@given(st.text(min_size=1, max_size=200))
def test_any_note_that_a_browser_may_send_is_there_word_for_word(text: str) -> None:
    left = with_one_note(text)
    assert left.rounds[0].notes[0].text in paper(left).quotes()


@pytest.mark.parametrize("label", [each for each in HOSTILE if each.strip()])
def test_whatever_people_bring_to_a_vote_its_picture_is_drawn(label: str) -> None:
    picture = draw(vote(3, 2, labels=(label, "שלום & 漢字 🎉")), PAGE)
    drawing = drawings({"vote": picture})["vote"]
    assert drawing.png.startswith(b"\x89PNG")
    assert (drawing.width, drawing.height) <= (160, 205)
    assert drawing.title == "Votes: Votes"
    assert plain(drawing.says) == drawing.says
