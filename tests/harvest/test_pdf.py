"""The report as PDF: for everyone, word for word, with every way back to what people wrote."""

from __future__ import annotations

import logging
from itertools import pairwise

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.harvest.day import Day, harvest
from tests.harvest.papers import Papers, squeezed
from tests.pictures.made import a_day
from tests.rules.cast import Cafe, story
from workshop.activities.themes.messages import Themes
from workshop.harvest import Harvest
from workshop.harvest.phrases import contents
from workshop.harvest.writers.pdf import paper, papers, pdf, volumes
from workshop.harvest.writers.pdf.preparing import STAND_INS, ready
from workshop.harvest.writers.pdf.readable import clusters
from workshop.harvest.writers.pdf.report import report
from workshop.harvest.writers.pdf.setting import compiled
from workshop.harvest.writers.pdf.trail import MOST_LINKED

SCRIPTS = {
    "Welsh": "Mae’r ffurflenni’n bwyta ein nosweithiau; tŷ, dŵr, ŷd.",
    "Greek": "Οι φόρμες τρώνε τα βράδια μας.",
    "Cyrillic": "Формы съедают наши вечера.",
    "Chinese": "表格吃掉了我们的晚上。",
    "Gurmukhi": "ਫਾਰਮ ਸਾਡੀਆਂ ਸ਼ਾਮਾਂ ਖਾ ਜਾਂਦੇ ਹਨ",
    "Bengali": "ফর্ম আমাদের সন্ধ্যা খেয়ে ফেলে",
    "Hebrew": "הטפסים אוכלים את הערבים שלנו",
    "Arabic": "النماذج تأكل أمسياتنا ولا وقت للأسر",
    "emoji": "Tired 😀 🎉 👩‍👩‍👧 👍🏽 🏴󠁧󠁢󠁷󠁬󠁳󠁿",
}
CODE = '#read("/etc/passwd") #import "@preview/x:1.0" *b* _i_ $x^2$ {{ 7 * 7 }} </script> \\u{41} // gone'


@pytest.fixture(autouse=True)
def up_to_the_standard(caplog: pytest.LogCaptureFixture) -> None:
    """A paper that falls short is made all the same, and says so in the log: here that is a failure."""
    caplog.set_level(logging.ERROR, "workshop.harvest.writers.pdf.setting")


def some_day() -> Harvest:
    day = Day()
    day.cafe = Cafe.at_two_tables(story(), Themes(title="Themes", minutes=5, names="any_time"))
    day.note("one", "Ann", "A note.")
    day.cafe.next()
    day.theme("theme", "one", called="A theme")
    day.cafe.close()
    return harvest(day.cafe)


ANY = some_day()


def made(left: Harvest, caplog: pytest.LogCaptureFixture) -> Papers:
    papers = Papers(pdf(left))
    assert [record.message for record in caplog.records] == []
    return papers


def written(*notes: str) -> Harvest:
    """A café that has closed after these notes."""
    cafe = Cafe.at_two_tables(story())
    for text in notes:
        cafe.note("Ann", text)
    cafe.close()
    return harvest(cafe)


def test_the_report_is_up_to_the_standard_for_everyone(
    left: Harvest, caplog: pytest.LogCaptureFixture
) -> None:
    papers = made(left, caplog)
    assert papers.is_for_everyone
    assert papers.catalogue["/MarkInfo"]["/Marked"]
    assert papers.catalogue["/Lang"] == "en-GB"
    assert papers.reader.metadata is not None
    assert papers.reader.metadata.title == left.title
    assert papers.reader.pages[0].mediabox.width == pytest.approx(595.28, abs=0.1)


def test_it_has_every_section_in_the_order_of_the_other_formats(
    left: Harvest, caplog: pytest.LogCaptureFixture
) -> None:
    papers = made(left, caplog)
    top = [str(entry.title) for entry in papers.reader.outline if not isinstance(entry, list)]
    wanted = [section.title for section in contents(left)]
    assert [title for title in top if title in wanted] == wanted
    assert set(top) - set(wanted) == {"Blueprint: a draft"}


def test_headings_are_tagged_and_skip_no_level(left: Harvest, caplog: pytest.LogCaptureFixture) -> None:
    levels = [int(tag["/S"][2:]) for tag in made(left, caplog).tags("H1", "H2", "H3", "H4")]
    assert levels[0] == 1
    assert max(levels) == 3
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_picture_says_in_words_what_it_shows(left: Harvest, caplog: pytest.LogCaptureFixture) -> None:
    figures = made(left, caplog).tags("Figure")
    titles = [str(figure["/Alt"]).partition(".")[0] for figure in figures]
    assert titles == [
        "Contributions over time",
        "Who met whom",
        "Themes: What belongs together",
        "Votes: What matters most",
    ]


def test_tables_have_heads_that_are_marked(left: Harvest, caplog: pytest.LogCaptureFixture) -> None:
    papers = made(left, caplog)
    assert papers.tags("THead")
    assert all(list(row["/K"]) for row in papers.tags("TR"))
    assert papers.tags("TH")


def test_every_word_that_people_left_is_in_it(left: Harvest, caplog: pytest.LogCaptureFixture) -> None:
    papers = made(left, caplog)
    said = [
        *(note.text for round_ in left.rounds for note in round_.notes),
        *(answer.text for question in left.questions for answer in question.answers),
        *(line.text for plenary in left.plenaries for line in plenary.chat),
        *(words.text for asked in left.feedback for words in asked.words),
        *(idea.why for idea in left.priorities),
        *(theme.statement for theme in left.themes),
        *(sentence.text for sentence in left.in_short),
    ]
    assert [text for text in said if squeezed(text) not in papers.words] == []


def test_links_lead_from_a_theme_to_its_notes_and_back(
    left: Harvest, caplog: pytest.LogCaptureFixture
) -> None:
    papers = made(left, caplog)
    at = {
        title: page_of(papers, title)
        for title in ("Most often", "Where each theme comes from", "Everything word")
    }
    theme, source, words = at.values()
    assert source in papers.links(theme)
    assert {theme, words} <= set(papers.links(source))
    assert theme in papers.links(words)
    assert words in papers.links(words), "a note that builds on another leads to it"


def page_of(papers: Papers, title: str) -> int:
    """The last page that says so: the first is the list of contents."""
    return max(no for no, page in enumerate(papers.pages) if squeezed(title) in squeezed(page))


def test_it_says_on_every_page_which_one_of_how_many_it_is(
    left: Harvest, caplog: pytest.LogCaptureFixture
) -> None:
    pages = made(left, caplog).pages
    for no, page in enumerate(pages[1:], 2):
        assert squeezed(f"Page {no} of {len(pages)}") in squeezed(page)


def test_the_same_harvest_gives_the_same_bytes(day: Day) -> None:
    assert pdf(harvest(day.cafe)) == pdf(harvest(day.cafe))


@pytest.mark.parametrize("name", ["Welsh", "Greek", "Cyrillic", "Chinese", "emoji"])
def test_words_in_any_script_can_be_read_and_copied(name: str, caplog: pytest.LogCaptureFixture) -> None:
    papers = made(written(SCRIPTS[name]), caplog)
    assert squeezed(SCRIPTS[name]) in papers.words
    assert squeezed(STAND_INS) not in papers.words


@pytest.mark.parametrize("name", ["Gurmukhi", "Bengali"])
def test_letters_that_are_drawn_out_of_order_say_what_they_are(
    name: str, caplog: pytest.LogCaptureFixture
) -> None:
    told = made(written(SCRIPTS[name]), caplog).told()
    drawn_as_one = [sign for sign in clusters(SCRIPTS[name]) if len(sign) > 1]
    assert [sign for sign in drawn_as_one if not any(sign in each for each in told)] == []


@pytest.mark.parametrize("name", ["Hebrew", "Arabic"])
def test_words_from_right_to_left_begin_at_the_right(name: str, caplog: pytest.LogCaptureFixture) -> None:
    papers = made(written("Left.", SCRIPTS[name]), caplog)
    assert [word for word in SCRIPTS[name].split() if word not in papers.pages[-1]] == []
    first, *_, last = SCRIPTS[name].split()
    assert papers.across(first) > papers.across(last) > papers.across("Left")


@pytest.mark.parametrize("name", SCRIPTS)
def test_pictures_too_are_drawn_in_any_script(name: str, caplog: pytest.LogCaptureFixture) -> None:
    day = Day()
    day.cafe = Cafe.at_two_tables(story(), Themes(title="Themes", minutes=5, names="any_time"))
    day.note("one", "Ann", SCRIPTS[name])
    day.cafe.next()
    day.theme("theme", "one", called=SCRIPTS[name])
    alike = "".join(str(figure["/Alt"]) for figure in made(harvest(day.cafe), caplog).tags("Figure"))
    assert SCRIPTS[name].split()[0] in alike


def test_what_no_font_has_is_written_out_and_that_is_said(caplog: pytest.LogCaptureFixture) -> None:
    papers = made(written("Old signs: \U00012000, \U0001d4d0, \ue000."), caplog)
    assert squeezed("Old signs: [cuneiform sign a], A, [U+E000].") in papers.words
    assert squeezed(STAND_INS) in papers.words


def test_words_are_data_and_never_code(caplog: pytest.LogCaptureFixture) -> None:
    papers = made(written(CODE), caplog)
    assert squeezed(CODE) in papers.words
    assert "root:" not in papers.words


def test_words_that_never_end_are_broken_and_lose_nothing(caplog: pytest.LogCaptureFixture) -> None:
    endless, name = "W" * 10_000, "Wide " * 60
    left = written("A note.")
    note = msgspec.structs.replace(left.rounds[0].notes[0], text=endless)
    round_ = msgspec.structs.replace(left.rounds[0], notes=(note,), title=name, prompt=endless)
    papers = made(msgspec.structs.replace(left, rounds=(round_,), title=name), caplog)
    assert papers.words.count("W") > 20_000
    assert squeezed(name) in papers.words


def test_an_empty_café_has_something_to_say_in_every_section(caplog: pytest.LogCaptureFixture) -> None:
    cafe = Cafe(story())
    cafe.join("Hal")
    cafe.close()
    papers = made(harvest(cafe), caplog)
    for said in ("No round has been held yet.", "No note has been written yet.", "There is no experiment"):
        assert squeezed(said) in papers.words


def test_one_table_alone_has_a_report(caplog: pytest.LogCaptureFixture) -> None:
    cafe = Cafe(story())
    cafe.join("Hal", "Fay", "Ann")
    cafe.next()
    assert squeezed("Round 1") in made(harvest(cafe), caplog).words


def test_a_draft_says_so_on_every_page_and_a_practice_in_front(caplog: pytest.LogCaptureFixture) -> None:
    left = msgspec.structs.replace(harvest(a_day()), practice=True)
    pages = made(left, caplog).pages
    assert "This was a practice" in pages[0]
    assert "This is a live draft" in pages[0]
    assert [no for no, page in enumerate(pages) if "Draft" not in page] == []


def test_an_open_ballot_shows_no_dots(caplog: pytest.LogCaptureFixture) -> None:
    day = Day()
    for part in (day.stories, day.ideas, day.grouping, day.voting):
        part()
    papers = made(harvest(day.cafe), caplog)
    assert squeezed("This vote is still on. Its result shows when it closes.") in papers.words
    assert not [each for each in papers.tags("Figure") if "Votes" in each["/Alt"]]
    assert squeezed("placed dots") not in papers.words


@settings(max_examples=12)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60))
def test_any_text_at_all_gives_a_paper_up_to_the_standard(text: str) -> None:
    left = ANY
    note = msgspec.structs.replace(left.rounds[0].notes[0], text=text)
    theme = msgspec.structs.replace(left.themes[0], name=text, statement=text)
    wall = msgspec.structs.replace(left.pictures.themes[0].themes[0], name=text)
    drawn = msgspec.structs.replace(left.pictures.themes[0], themes=(wall,))
    changed = msgspec.structs.replace(
        left,
        title=text,
        rounds=(msgspec.structs.replace(left.rounds[0], title=text, notes=(note,)),),
        themes=(theme,),
        pictures=msgspec.structs.replace(left.pictures, themes=(drawn,)),
    )
    assert Papers(pdf(changed)).is_for_everyone


def test_signs_that_slip_through_cost_the_standard_but_never_the_report(
    left: Harvest, caplog: pytest.LogCaptureFixture
) -> None:
    data = ready(report(left))
    data["lead"] = "\ue000"
    papers = Papers(compiled(data))
    assert not papers.is_for_everyone
    assert squeezed("Forms eat the evenings.") in papers.words
    assert [record.levelname for record in caplog.records] == ["ERROR"]


def test_thousands_of_notes_are_named_by_number_and_all_there(
    left: Harvest, caplog: pytest.LogCaptureFixture
) -> None:
    first = left.rounds[0].notes[0]
    more = tuple(
        msgspec.structs.replace(first, id=f"more{no}", anchor=f"note-more{no}", text=f"Another one, {no}.")
        for no in range(MOST_LINKED)
    )
    round_ = msgspec.structs.replace(left.rounds[0], notes=(*left.rounds[0].notes, *more))
    theme = msgspec.structs.replace(left.themes[0], notes=(first.id, *(note.id for note in more)))
    many = msgspec.structs.replace(left, rounds=(round_, *left.rounds[1:]), themes=(theme, *left.themes[1:]))
    papers = made(many, caplog)
    assert [note.text for note in more if squeezed(note.text) not in papers.words] == []
    assert squeezed("Notes 1, 5–2004.") in papers.words


def test_what_is_too_much_for_one_paper_stands_in_several_each_note_in_one(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = [f"Said {number} times over" for number in ("one", "two", "three", "four", "five")]
    left = written(*said)
    assert papers(left) == ("report.pdf",)
    monkeypatch.setattr(volumes, "MOST_LETTERS", 200)
    names = ("report.pdf", "report-words-1.pdf", "report-words-2.pdf", "report-words-3.pdf")
    assert papers(left) == names
    made = {name: Papers(paper(left, name)) for name in names}
    assert [record.message for record in caplog.records] == []
    assert all(one.is_for_everyone for one in made.values())
    for no, text in enumerate(said):
        there = [name for name in names[1:] if squeezed(text) in made[name].words]
        assert there == [names[1 + no // 2]]
    whole = made["report.pdf"].words
    assert squeezed("Notes 1 to 2: report-words-1.pdf") in whole
    assert squeezed("Notes 5 to 5: report-words-3.pdf") in whole
    assert squeezed("Notes 3 to 4, word for word") in made["report-words-2.pdf"].words
