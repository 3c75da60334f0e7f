"""Notes on a table: written, mended, taken away, put back, ordered, linked, highlighted; and who may not."""

from __future__ import annotations

import pytest

from tests.stories.conftest import Round
from tests.stories.person import new_id


def test_a_note_is_seen_by_its_table_and_by_nobody_else(round_on: Round) -> None:
    r = round_on
    note = r.ann.writes("A colleague listened to me")
    assert r.bob.reads("A colleague listened to me")["name"] == "Ann"
    assert r.fay.reads("A colleague listened to me")["id"] == note
    r.dan.writes("The other table")
    r.flo.reads("The other table")
    assert "A colleague listened to me" not in str(r.dan.docs) + str(r.flo.docs)


def test_the_host_sees_how_many_notes_a_table_has_and_not_their_words(round_on: Round) -> None:
    r = round_on
    r.ann.writes("Quietly said")
    r.hal.until(lambda: r.hal.sees("desk", r.ann.table)["notes"] == 1, "one note")
    assert "Quietly said" not in str(r.hal.docs)


def test_an_anonymous_note_says_to_nobody_whose_it_is(round_on: Round) -> None:
    r = round_on
    note = r.ann.writes("I nearly gave up", anonymous=True)
    seen = r.bob.reads("I nearly gave up")
    assert (seen["by"], seen["name"], seen["entered_by"]) == (None, None, None)
    assert r.ann.id not in str([event for _, event in r.bob.heard if f"note/{note}" in event["put"]])
    assert r.ann.sees(f"person/{r.ann.id}", f"note/{note}")["text"] == "I nearly gave up"


def test_a_note_is_mended_by_its_author(round_on: Round) -> None:
    r = round_on
    note = r.ann.writes("A fist draft")
    r.ann.does("note.edit", note=note, text="A first draft", kind="hindered")
    mended = r.bob.reads("A first draft")
    assert (mended["kind"], mended["edited"]) == ("hindered", 1)
    assert "A fist draft" not in r.bob.notes()


def test_a_note_is_taken_away_and_put_back(round_on: Round) -> None:
    r = round_on
    note = r.ann.writes("Hasty")
    r.bob.reads("Hasty")
    r.ann.does("note.delete", note=note)
    r.bob.until(lambda: "Hasty" not in r.bob.notes(), "the note gone")
    assert r.ann.may_not("note.edit", note=note, text="x", kind="helped")["code"] == "deleted"
    r.ann.does("note.restore", note=note)
    assert r.bob.reads("Hasty")["id"] == note


def test_anyone_at_the_table_puts_notes_in_order(round_on: Round) -> None:
    r = round_on
    one, two, three = (r.ann.writes(text) for text in ("One", "Two", "Three"))
    r.bob.does("note.move", note=three, after=None)
    r.bob.does("note.move", note=one, after=two)
    r.fay.until(lambda: in_order(r.fay) == ["Three", "Two", "One"], "the new order")


def in_order(person: object) -> list[str]:
    notes = person.notes().values()  # type: ignore[attr-defined]
    return [note["text"] for note in sorted(notes, key=lambda note: note["rank"])]


def test_a_note_builds_on_others_at_hand(round_on: Round) -> None:
    r = round_on
    first = r.ann.writes("An idea")
    second = r.bob.writes("And more", builds_on=[first])
    assert r.ann.reads("And more")["builds_on"] == [first]
    r.bob.does("note.link", note=second, builds_on=[])
    r.ann.until(lambda: r.ann.notes()["And more"]["builds_on"] == [], "the link gone")
    away = r.dan.writes("Elsewhere")
    assert r.bob.may_not("note.link", note=second, builds_on=[away])["code"] == "link-gone"


def test_the_facilitator_writes_for_others_mends_and_highlights(round_on: Round) -> None:
    r = round_on
    note = r.fay.writes("Said aloud by Ann", on_behalf_of=r.ann.id)
    seen = r.bob.reads("Said aloud by Ann")
    assert (seen["name"], seen["entered_by"]) == ("Ann", r.fay.name)
    r.fay.does("note.highlight", note=note, on=True)
    r.bob.until(lambda: r.bob.notes()["Said aloud by Ann"]["highlighted"], "the highlight")
    r.hal.until(lambda: r.hal.sees("desk", r.ann.table)["highlights"] == 1, "one highlight")


def test_what_others_wrote_is_theirs(round_on: Round) -> None:
    r = round_on
    note = r.ann.writes("Mine")
    r.bob.reads("Mine")
    for command in ("note.delete", "note.restore"):
        assert r.bob.may_not(command, note=note)["code"] == "not-allowed"
    assert r.bob.may_not("note.edit", note=note, text="Ours", kind="helped")["code"] == "not-allowed"
    assert r.bob.may_not("note.highlight", note=note, on=True)["code"] == "not-allowed"
    assert r.bob.may_not("note.add", step="s2", kind="helped", text="x", on_behalf_of=r.ann.id)


def test_another_tables_note_is_as_if_it_were_not_there(round_on: Round) -> None:
    r = round_on
    note, nothing = r.ann.writes("At table one"), new_id()
    for command, fields in (
        ("note.edit", {"text": "x", "kind": "helped"}),
        ("note.delete", {}),
        ("note.move", {"after": None}),
        ("note.highlight", {"on": True}),
        ("note.link", {"builds_on": []}),
    ):
        there = r.dan.may_not(command, note=note, **fields)
        assert there == r.dan.may_not(command, note=nothing, **fields)
        assert there["code"] == "not-found"


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"text": ""}, "empty"),
        ({"text": " \n\u200b "}, "empty"),
        ({"text": "x" * 501}, "too-long"),
        ({"text": "x" * 10_000}, "too-long"),
        ({"kind": "problem"}, "unknown-kind"),
        ({"step": "s1"}, "not-found"),
        ({"step": "s99"}, "not-found"),
        ({"builds_on": ["nothing"]}, "link-gone"),
        ({"brings": "nothing"}, "link-gone"),
    ],
)
def test_a_note_that_cannot_be_is_refused_with_what_is_allowed(
    still: Round, fields: dict[str, object], code: str
) -> None:
    note = {"step": "s2", "kind": "helped", "text": "Fine", **fields}
    assert still.ann.may_not("note.add", **note)["code"] == code
    assert not still.ann.notes()


def test_words_are_kept_as_they_were_written(round_on: Round) -> None:
    r = round_on
    said = "R&D <b>“quotes”</b> {{x}} =1+1 👩🏽‍🚀\n\n\u2067שלום\u2069 \\n %s $HOME -- ünï"
    r.ann.writes(f"  {said}\u202e  ")
    kept = next(iter(r.bob.until(r.bob.notes, "a note")))
    assert kept.replace("\u2067", "").replace("\u2069", "") == said.replace("\u2067", "").replace(
        "\u2069", ""
    )


def test_late_notes_are_welcome_and_say_so(round_on: Round) -> None:
    r = round_on
    r.hal.does("step.end", step="s2", call=False)
    r.ann.until(lambda: r.ann.sees("hall", "step/s2")["phase"] == "closed", "the round closed")
    assert r.ann.sees("hall", "step/s2")["late_until"] > r.ann.sees("hall", "step/s2")["closed_at"]
    r.ann.writes("One more thing")
    assert r.bob.reads("One more thing")["late"] is True


def test_hosts_and_screens_write_no_notes(still: Round) -> None:
    for person in (still.hal, still.cafe.join("Sol")):
        assert person.may_not("note.add", step="s2", kind="helped", text="x")["code"] == "no-seat"
