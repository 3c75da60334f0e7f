"""Every note word for word, what was taken away nowhere, and nobody's name anywhere."""

from __future__ import annotations

import msgspec

from tests.harvest.day import Day, entry_of, harvest
from tests.harvest.shown import shown
from tests.rules.cast import Cafe, story
from workshop.activities.notes.messages import (
    DeleteNote,
    HighlightNote,
    LinkNotes,
    NoteAdded,
    NoteEdited,
    RestoreNote,
)
from workshop.harvest import Harvest
from workshop.harvest.model import KindCount, NoteLine
from workshop.harvest.writers import DOCUMENTS


def notes(left: Harvest) -> dict[str, NoteLine]:
    return {note.text: note for round_ in left.rounds for note in round_.notes}


def test_every_note_is_there_word_for_word_where_it_was_written(left: Harvest) -> None:
    where = {(note.text, note.round, note.table, note.kind) for note in notes(left).values()}
    assert where == {
        ("Forms eat the evenings.", 1, 1, "hindered"),
        ("Families wait for a year.", 1, 1, "hindered"),
        ("A neighbour who stayed.", 1, 2, "helped"),
        ("More screen than people.", 1, 2, "hindered"),
        ("Thursdays without forms.", 2, 1, "solution"),
        ("One list for all who wait.", 2, 1, "solution"),
        ("Tea with the neighbours.", 2, 2, "solution"),
    }


def test_words_keep_their_lines_and_signs() -> None:
    cafe = Cafe.at_two_tables(story())
    text = "Two lines:\n\n- <b>one</b> & *two* – “three” 🌱 العربية"
    cafe.note("Ann", text)
    assert list(notes(harvest(cafe))) == [text]


def test_kinds_are_counted_by_notes_and_by_tables(left: Harvest) -> None:
    first, second = left.rounds
    assert first.kinds == (
        KindCount(kind="helped", notes=1, tables=1),
        KindCount(kind="hindered", notes=3, tables=2),
    )
    assert second.kinds == (
        KindCount(kind="solution", notes=3, tables=2),
        KindCount(kind="problem", notes=0, tables=0),
    )


def test_a_note_says_what_was_done_to_it_and_where_its_entries_are(day: Day, left: Harvest) -> None:
    queue, forms = notes(left)["Families wait for a year."], notes(left)["Forms eat the evenings."]
    added = entry_of(day.cafe, NoteAdded, note=queue.id)
    edited = entry_of(day.cafe, NoteEdited, note=queue.id)
    assert queue.entries == (added.n, edited.n)
    assert (queue.edited, queue.highlighted) == (1, False)
    assert (forms.edited, forms.highlighted) == (0, True)


def test_a_note_leads_to_what_it_builds_on_and_where_it_was_brought_from(day: Day, left: Harvest) -> None:
    thursdays, tea = notes(left)["Thursdays without forms."], notes(left)["Tea with the neighbours."]
    assert thursdays.builds_on == (day.ids["forms"],)
    assert tea.brought_from == day.ids["neighbour"]
    assert thursdays.evidence == (f"note-{day.ids['forms']}",)


def test_a_deleted_note_is_nowhere_and_nothing_leads_to_it() -> None:
    cafe = Cafe.at_two_tables(story())
    first = cafe.note("Ann", "Words that were taken back.")
    second = cafe.note("Bob", "Words that stay.", builds_on=[first])
    cafe.do("Ann", DeleteNote, note=first)
    left = harvest(cafe)
    assert list(notes(left)) == ["Words that stay."]
    assert notes(left)["Words that stay."].builds_on == ()
    for name, write in DOCUMENTS.items():
        assert "taken back" not in shown(write(left)), name
        assert first not in shown(write(left)), name
    cafe.do("Ann", RestoreNote, note=first)
    cafe.do("Bob", LinkNotes, note=second, builds_on=[])
    assert "Words that were taken back." in notes(harvest(cafe))


def test_highlighting_that_was_taken_back_is_not_shown() -> None:
    cafe = Cafe.at_two_tables(story())
    note = cafe.note("Ann", "Once highlighted.")
    for on in (True, False):
        cafe.do("Fay", HighlightNote, note=note, on=on)
    assert not notes(harvest(cafe))["Once highlighted."].highlighted


def test_a_late_note_says_so() -> None:
    cafe = Cafe.at_two_tables(story(), story("Next"))
    cafe.next()
    cafe.note("Ann", "Just in time.", step="s1")
    assert notes(harvest(cafe))["Just in time."].late


def test_no_name_and_no_id_of_a_person_is_in_it(day: Day, left: Harvest) -> None:
    written = msgspec.json.encode(left).decode()
    values = set(_strings(msgspec.json.decode(written)))
    for person in day.cafe.state.people.values():
        assert person.id not in values
        assert f" {person.name} " not in written
        assert f'"{person.name}' not in written


def _strings(value: object) -> list[str]:
    match value:
        case str():
            return [value]
        case list():
            return [found for each in value for found in _strings(each)]
        case dict():
            return [found for each in value.items() for part in each for found in _strings(part)]
    return []


def test_a_round_says_who_sat_where_in_numbers_alone(left: Harvest) -> None:
    first = left.rounds[0]
    assert (first.no, first.title, first.prompt) == (1, "Our stories", "What helped?")
    assert (first.people, first.participants, first.support, first.tables) == (8, 6, 2, 2)
    assert [(s.table, s.participants, s.support) for s in first.seats] == [(1, 3, 1), (2, 3, 1)]
    assert (first.planned_minutes, first.taken_seconds) == (30, 20 * 60)


def test_what_the_seating_could_not_do_is_said(left: Harvest) -> None:
    second = left.rounds[1]
    assert second.repeat_meetings > 0
    assert any("sat before" in why for why in second.unmet)
