"""What hosts write in the report: when, in versions, and with quotes that say what people said."""

from __future__ import annotations

from typing import Any

import pytest

from tests.rules.cast import Cafe, story
from tests.rules.followed import Followed
from workshop.activities.closing_questions.messages import AnswerQuestion, ClosingQuestions
from workshop.activities.notes.messages import DeleteNote, EditNote, RestoreNote
from workshop.activities.people.messages import Rename
from workshop.activities.plan import AnyStep
from workshop.activities.plenary.messages import Plenary, RemoveChat, SayInChat
from workshop.activities.quotes.messages import RedactQuote
from workshop.activities.report.messages import (
    AddStatement,
    MoveStatement,
    RemoveStatement,
    WritePassage,
    WriteStatement,
)
from workshop.activities.themes.messages import MergeThemes, StartTheme, Themes
from workshop.core.checked import mark_of
from workshop.core.quoting import first_difference
from workshop.errors import Conflict, Invalid, NotAllowed, NotFound, TooMany

SAID = "Forms eat the evenings, and nobody reads them."


def begun(*more: AnyStep) -> Cafe:
    """A café in its first round, with two hosts; everybody who may hear of it follows along."""
    cafe = Followed.at_two_tables(story(), *more)
    cafe.join("Hana")
    return cafe


def write(cafe: Cafe, who: str, part: str, text: str, was: int) -> None:
    cafe.do(who, WritePassage, part=part, text=text, was=was)


def passage(cafe: Cafe, part: str) -> Any:
    return cafe.docs("desk")[f"passage/{part}"]


def state_it(cafe: Cafe, heading: str = "Time", kind: str = "conclusion", **fields: Any) -> str:
    return str(cafe.do("Hal", AddStatement, kind=kind, heading=heading, **fields)[0].statement)  # type: ignore[attr-defined]


def shown(cafe: Cafe, statement: str) -> Any:
    return cafe.docs("desk")[f"statement/{statement}"]


def test_a_passage_has_its_versions_and_says_who_wrote_the_last() -> None:
    cafe = begun()
    write(cafe, "Hal", "context", "  Why we met.\n\n\n\nAnd with whom. ", 0)
    write(cafe, "Hana", "context", "Why we met.", 1)
    assert passage(cafe, "context") == {
        "part": "context",
        "text": "Why we met.",
        "version": 2,
        "versions": 2,
        "by": "Hana",
        "at": cafe.at,
    }
    cafe.do("Hana", Rename, name="Hannah")
    assert passage(cafe, "context")["by"] == "Hannah"


def test_whoever_was_overtaken_hears_by_whom_and_nothing_is_lost() -> None:
    cafe = begun()
    write(cafe, "Hal", "context", "First.", 0)
    refusal = cafe.refused("Hana", WritePassage, part="context", text="Also first.", was=0)
    assert isinstance(refusal, Conflict)
    assert refusal.code == "overtaken"
    assert refusal.message.startswith("Hal has written here")
    assert cafe.do("Hana", WritePassage, part="context", text="First.", was=0) == []


def test_an_empty_passage_takes_it_out_and_an_earlier_one_comes_back() -> None:
    cafe = begun()
    assert cafe.do("Hal", WritePassage, part="next", text="  ", was=0) == []
    write(cafe, "Hal", "next", "We meet again.", 0)
    write(cafe, "Hal", "next", "", 1)
    assert (passage(cafe, "next")["text"], passage(cafe, "next")["version"]) == ("", 2)
    write(cafe, "Hal", "next", "We meet again.", 2)
    assert passage(cafe, "next")["version"] == 3


@pytest.mark.parametrize(
    "part", ["round.s1", "inconsistencies.s1", "suggestions.s1", "plenary.s2", "question.s3.2", "thanks"]
)
def test_the_places_of_a_report(part: str) -> None:
    cafe = begun(
        Plenary(title="Hearing", minutes=1),
        ClosingQuestions(title="Alone", minutes=1, questions=["What?", "Who?"]),
    )
    write(cafe, "Hal", part, "Words.", 0)
    assert passage(cafe, part)["text"] == "Words."


@pytest.mark.parametrize("part", ["round.s9", "plenary.s1", "question.s3.3", "question.s3.0", "x", "round."])
def test_what_is_no_place_is_refused(part: str) -> None:
    cafe = begun(
        Plenary(title="Hearing", minutes=1),
        ClosingQuestions(title="Alone", minutes=1, questions=["What?", "Who?"]),
    )
    assert isinstance(cafe.refused("Hal", WritePassage, part=part, text="x", was=0), NotFound)


def test_hosts_write_from_the_beginning_and_after_the_close() -> None:
    cafe = Cafe(story())
    cafe.join("Hal", "Ann", "Fay", "Sol")
    assert cafe.refused("Hal", WritePassage, part="moment", text="x", was=0).code == "not-open"
    cafe.next()
    cafe.close()
    write(cafe, "Hal", "moment", "We were four.", 0)
    for who in ("Ann", "Fay", "Sol"):
        assert isinstance(cafe.refused(who, AddStatement, kind="conclusion", heading="x"), NotAllowed)
    assert not any("We were four" in str(cafe.docs(s)) for s in ("hall", "person/ann", "table/1"))


def test_a_statement_rests_on_themes_and_notes_and_quotes_one() -> None:
    cafe = begun(Themes(title="Wall", minutes=5))
    note = cafe.note("Ann", SAID)
    cafe.go_to("Wall")
    theme = cafe.do("Ann", StartTheme, step="s2", notes=[note])[0].theme  # type: ignore[attr-defined]
    quote = {"source": f"note-{note}", "words": "Forms eat the evenings […]"}
    one = state_it(cafe, text="Give it back.", themes=[theme, theme], notes=[note], quote=quote)
    doc = shown(cafe, one)
    assert (doc["themes"], doc["notes"]) == ([theme], [note])
    assert doc["quote"] == {**quote, "gone": False}
    assert (doc["heading"], doc["text"], doc["version"], doc["by"], doc["removed"]) == (
        *("Time", "Give it back.", 1),
        *("Hal", False),
    )


def test_a_statement_is_written_anew_as_a_whole() -> None:
    cafe = begun()
    one = state_it(cafe)
    cafe.do("Hana", WriteStatement, statement=one, heading="Time to visit", was=1)
    assert cafe.refused("Hal", WriteStatement, statement=one, heading="No", was=1).code == "overtaken"
    assert cafe.do("Hal", WriteStatement, statement=one, heading="Time to visit", was=1) == []
    assert (shown(cafe, one)["heading"], shown(cafe, one)["version"]) == ("Time to visit", 2)


def test_statements_stand_in_an_order_of_their_kind() -> None:
    cafe = begun()
    one, two, three = (state_it(cafe, name) for name in ("One", "Two", "Three"))
    other = state_it(cafe, "Other", "recommendation")
    cafe.do("Hal", MoveStatement, statement=three, before=one)
    cafe.do("Hal", MoveStatement, statement=one, before=None)
    assert sorted((one, two, three), key=lambda s: shown(cafe, s)["place"]) == [three, two, one]
    assert isinstance(cafe.refused("Hal", MoveStatement, statement=one, before=other), NotFound)


def test_a_statement_that_was_taken_out_comes_back() -> None:
    cafe = begun()
    one = state_it(cafe)
    cafe.do("Hal", RemoveStatement, statement=one)
    assert cafe.do("Hal", RemoveStatement, statement=one) == []
    assert shown(cafe, one)["removed"]
    assert cafe.refused("Hal", WriteStatement, statement=one, heading="x", was=1).code == "deleted"
    cafe.do("Hal", RemoveStatement, statement=one, on=False)
    assert not shown(cafe, one)["removed"]


def test_forty_of_a_kind_are_enough() -> None:
    cafe = begun()
    for no in range(40):
        state_it(cafe, f"Statement {no}")
    assert isinstance(cafe.refused("Hal", AddStatement, kind="conclusion", heading="x"), TooMany)
    state_it(cafe, "Another", "recommendation")


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"heading": " ", "text": ""}, "empty"),
        ({"heading": "x" * 121}, "too-long"),
        ({"text": "x" * 2001}, "too-long"),
        ({"heading": "x", "themes": ["nobody"]}, "not-found"),
        ({"heading": "x", "notes": ["nobody"]}, "not-found"),
        ({"heading": "x", "quote": {"source": "note-nobody", "words": "x"}}, "not-found"),
    ],
)
def test_what_makes_no_statement(fields: dict[str, Any], code: str) -> None:
    assert begun().refused("Hal", AddStatement, kind="conclusion", **fields).code == code


@pytest.mark.parametrize("words", ["Forms are fine.", "Forms eats", "[…]", "nobody reads them. Forms"])
def test_a_quote_that_is_not_their_words_is_refused(words: str) -> None:
    cafe = begun()
    note = cafe.note("Ann", SAID)
    quote = {"source": f"note-{note}", "words": words}
    refusal = cafe.refused("Hal", AddStatement, kind="conclusion", heading="x", quote=quote)
    assert isinstance(refusal, Invalid)
    assert refusal.code == "not-their-words"


@pytest.mark.parametrize(
    ("quote", "differs"),
    [
        ("Forms eat the evenings, and nobody reads them.", None),
        ("Forms  eat\nthe evenings", None),
        ("Forms […] nobody reads them.", None),
        ("[Those] forms", "forms"),
        ("[F]orms eat", None),
        ("[The new f]orms eat the [long] evenings", None),
        ("eat the evenings", None),
        ("nobody […] Forms", "Forms"),
        ("Forms eat the mornings, and", "mornings, and"),
        ("orms eat", "orms eat"),
        ("Form", "Form"),
        ("forms eat", "forms eat"),
        ("[all added]", "[all added]"),
        ("Forms [eat the evenings", "[eat the evenings"),
    ],
)
def test_where_a_quote_begins_to_differ(quote: str, differs: str | None) -> None:
    assert first_difference(quote, SAID) == differs


def test_a_note_that_is_taken_back_takes_its_words_out_of_statements() -> None:
    cafe = begun()
    note = cafe.note("Ann", SAID)
    one = state_it(cafe, quote={"source": f"note-{note}", "words": "Forms eat the evenings"})
    cafe.do("Ann", DeleteNote, note=note)
    assert shown(cafe, one)["quote"] == {"source": f"note-{note}", "words": "", "gone": True}
    cafe.do("Ann", RestoreNote, note=note)
    assert shown(cafe, one)["quote"]["words"] == "Forms eat the evenings"
    cafe.do("Ann", EditNote, note=note, text="Paper eats the evenings.", kind="hindered")
    assert shown(cafe, one)["quote"]["gone"]
    assert "Forms eat" not in str(cafe.docs("desk"))


def test_answers_and_the_chat_can_be_quoted_as_long_as_they_stand() -> None:
    cafe = begun(
        Plenary(title="Hearing", minutes=1), ClosingQuestions(title="Alone", minutes=1, questions=["What?"])
    )
    step = cafe.go_to("Hearing")
    chat = cafe.do("Ann", SayInChat, step=step, kind="comment", text="We do this already.")[0].chat  # type: ignore[attr-defined]
    step = cafe.go_to("Alone")
    answer = cafe.do("Ann", AnswerQuestion, step=step, question=0, text="Ask them.")[0].answer  # type: ignore[attr-defined]
    one = state_it(cafe, quote={"source": f"chat-{chat}", "words": "We do this"})
    two = state_it(cafe, quote={"source": f"answer-{answer}", "words": "Ask them."})
    cafe.do("Ann", RemoveChat, chat=chat)
    cafe.do("Ann", AnswerQuestion, step=step, question=0, text="Ask nobody.")
    assert [shown(cafe, s)["quote"]["gone"] for s in (one, two)] == [True, True]


def test_what_a_statement_cited_before_stays_when_it_is_gone() -> None:
    cafe = begun(Themes(title="Wall", minutes=5))
    notes = [cafe.note("Ann", "One"), cafe.note("Bob", "Two")]
    cafe.go_to("Wall")
    themes = [cafe.do("Ann", StartTheme, step="s2", notes=[n])[0].theme for n in notes]  # type: ignore[attr-defined]
    one = state_it(cafe, themes=[themes[0]], notes=notes)
    cafe.do("Ann", MergeThemes, theme=themes[0], into=themes[1])
    cafe.do("Ann", DeleteNote, note=notes[0])
    cafe.do("Hal", WriteStatement, statement=one, heading="Anew", themes=[themes[0]], notes=notes, was=1)
    refusal = cafe.refused("Hal", AddStatement, kind="conclusion", heading="x", themes=[themes[0]])
    assert isinstance(refusal, NotFound)


def test_a_note_that_is_redacted_for_good_is_quoted_by_nobody() -> None:
    cafe = begun()
    note = cafe.note("Ann", SAID)
    one = state_it(cafe, quote={"source": f"note-{note}", "words": "Forms eat the evenings"})
    cafe.do(None, RedactQuote, of=f"note/{note}", was=mark_of(SAID), host="hal")
    assert shown(cafe, one)["quote"]["gone"]
    assert "Forms eat" not in str(cafe.state)
