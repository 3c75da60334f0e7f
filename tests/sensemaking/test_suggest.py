"""Suggestions: like notes together, the same answer for the same notes, and a plain answer for any notes."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.sensemaking.said import TRUE, library
from workshop.sensemaking.layout import positions
from workshop.sensemaking.score import scores
from workshop.sensemaking.suggest import Group, KnownTheme, NoteText, Suggestions, suggest
from workshop.sensemaking.vectors import Vectors, packed, unpacked

Means = Callable[[Iterable[NoteText]], Vectors]


def found(notes: list[NoteText], meaning: Means | None, **given: int) -> Suggestions:
    return suggest(notes, [], vectors=meaning(notes) if meaning else None, **given)


def group_of(groups: Iterable[Group], note: str) -> Group:
    return next(group for group in groups if note in group.notes)


def test_notes_of_one_theme_come_together(meaning: Means) -> None:
    groups = found(library(), meaning).groups
    by_note = {note: i for i, group in enumerate(groups) for note in group.notes}
    assert scores(list(TRUE.values()), [by_note.get(note, note) for note in TRUE])["ami"] > 0.4


@settings(max_examples=4, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(library()))
def test_the_order_of_the_notes_does_not_matter(meaning: Means, order: list[NoteText]) -> None:
    themes = [KnownTheme("t", "Opening hours", "", ("opening 0", "opening 1"))]
    vectors = meaning([*library(), NoteText("", "Opening hours")])
    assert suggest(order, themes, vectors=vectors) == suggest(library(), themes, vectors=vectors)
    where = dict(zip([note.id for note in library()], positions(library(), vectors), strict=True))
    assert positions(order, vectors) == [where[note.id] for note in order]


def test_what_was_stored_gives_the_same_answer(meaning: Means) -> None:
    notes = library()
    stored = {mark: unpacked(packed(rows)) for mark, rows in meaning(notes).items()}
    assert suggest(notes, [], vectors=stored) == found(notes, meaning)


@pytest.mark.parametrize("with_model", [True, False])
def test_notes_that_say_the_same_stay_together(meaning: Means, with_model: bool) -> None:
    again = [NoteText("again", "open on SUNDAY  afternoons!"), NoteText("more", "Open on Sunday afternoons")]
    groups = found([*library(), *again], meaning if with_model else None).groups
    assert {"opening 0", "again", "more"} <= set(group_of(groups, "again").notes)


def test_more_groups_at_a_higher_level(meaning: Means) -> None:
    counts = [len(found(library(), meaning, level=level).groups) for level in (1, 3, 5)]
    assert counts == sorted(counts)
    assert counts[0] < counts[2]


@pytest.mark.parametrize("with_model", [True, False])
def test_a_group_says_why(meaning: Means, with_model: bool) -> None:
    texts = {note.id: note.text for note in library()}
    for group in found(library(), meaning if with_model else None).groups:
        assert 1 <= len(group.keywords) <= 3
        assert group.example in group.notes
        assert all(
            word.lower() in " ".join(texts[one] for one in group.notes).lower() for word in group.keywords
        )
        assert len(group.likeness) == len(group.notes)
        assert list(group.likeness) == sorted(group.likeness, reverse=True)
        assert all(0 <= one <= 100 for one in group.likeness)


def test_notes_in_a_theme_are_not_grouped_again_and_others_are_told_of_it(meaning: Means) -> None:
    held = ("computers 0", "computers 1", "computers 2")
    themes = [
        KnownTheme("c", "Computers and internet", "", held),
        KnownTheme("o", "Opening hours", "When the doors are open", ("opening 0", "opening 2")),
    ]
    said = [NoteText("", "Computers and internet"), NoteText("", "Opening hours. When the doors are open")]
    answer = suggest(library(), themes, vectors=meaning([*library(), *said]))
    assert not {note for group in answer.groups for note in group.notes} & {*held, "opening 0", "opening 2"}
    assert not set(held) & set(answer.near)
    assert answer.near["computers 3"][0].theme == "c"
    assert answer.near["opening 3"][0].theme == "o"
    assert "open" in answer.near["opening 3"][0].words


def test_key_phrases_are_written_as_people_wrote_them(meaning: Means) -> None:
    texts = (
        "Ask the NHS trust first",
        "the NHS trust, as ever",
        "An NHS trust. Again",
        "Ask Ms Bowen, from NHS trust",
    )
    notes = [*library(), *(NoteText(text, text) for text in texts)]
    assert "NHS trust" in group_of(found(notes, meaning).groups, texts[0]).keywords


WILD = {
    "no notes": [],
    "one": ["A single note"],
    "all the same": ["Tea"] * 40,
    "empty": ["", "   ", "\n", "Tea and cake"],
    "emoji alone": ["😀", "👍👍", "🎉", "😀"],
    "10,000 characters": ["word " * 2_000, "x" * 10_000, "A short one", "Another short one"],
    "control characters": ["\0\x07", "‮abc", "a\u200db", "\ufffd"],
}


@pytest.mark.parametrize("with_model", [True, False])
@pytest.mark.parametrize("texts", WILD.values(), ids=WILD)
def test_any_notes_have_an_answer(meaning: Means, texts: list[str], with_model: bool) -> None:
    notes = [NoteText(str(i), text) for i, text in enumerate(texts)]
    answer = found(notes, meaning if with_model else None)
    listed = [note for group in answer.groups for note in group.notes]
    assert len(listed) == len(set(listed))
    assert set(listed) <= {note.id for note in notes}
    assert answer.remark == ("few" if 0 < len(notes) < 8 else "")
    assert len(positions(notes, None)) == len(notes)


def test_the_same_note_many_times_is_one_group(meaning: Means) -> None:
    (group,) = found([NoteText(str(i), "Tea") for i in range(40)], meaning).groups
    assert (len(group.notes), set(group.likeness), group.keywords) == (40, {100}, ("tea",))


def test_several_languages_are_remarked_upon(meaning: Means) -> None:
    others = (
        "Mae angen mwy o amser gyda theuluoedd yn y gymuned",
        "Mae'r llyfrgell yn gynnes ac yn groesawgar iawn",
        "نحتاج إلى مزيد من الوقت مع العائلات",
        "Wir brauchen längere Öffnungszeiten am Wochenende",
    )
    notes = [*library(), *(NoteText(text, text) for text in others)]
    assert found(notes, meaning).remark == "languages"
    assert found(library(), meaning).remark == ""
