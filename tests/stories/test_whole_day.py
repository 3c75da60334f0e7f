"""A whole day, step by step: what each step is for, and what it keeps to itself until its time."""

from __future__ import annotations

import re
import sqlite3

from tests.stories.conftest import Round
from tests.stories.person import Doc, Person


def go_to(r: Round, title: str) -> str:
    """Open step after step up to the one with this title; its id."""
    while True:
        step = r.cafe.next()
        if r.hal.sees("hall", f"step/{step}")["settings"]["title"] == title:
            return step


def wall(person: Person) -> str:
    """The stream of the wall, once it can be heard."""
    return str(person.until(lambda: next((s for s in person.docs if s.startswith("wall/")), ""), "the wall"))


def themes(person: Person) -> dict[str, Doc]:
    return {theme["name"]: theme for theme in person.all(wall(person), "theme")}


def test_in_the_next_round_people_meet_anew_and_the_facilitators_stay(round_on: Round) -> None:
    r = round_on
    for name in ("Cleo", "Eve", "Gus"):
        r.cafe.join(name).until(lambda: True)
    before = {person: person.until(lambda p=person: p.table, "a table") for person in r.cafe.people[1:]}
    r.cafe.next()
    r.cafe.everyone_is_in_step()
    after = {person: person.until(lambda p=person: p.table, "a table") for person in before}
    assert (after[r.fay], after[r.flo]) == (before[r.fay], before[r.flo])
    travellers = [person for person in before if person not in (r.fay, r.flo)]
    assert any(after[person] != before[person] for person in travellers)
    seated = r.hal.until(lambda: r.hal.sees("desk", "seated/s3"), "what could not be done")
    assert seated["repeat_meetings"] == seated["least_possible"]


def test_a_recap_shows_what_was_highlighted_without_its_author(round_on: Round) -> None:
    r = round_on
    note = r.ann.writes("Worth remembering")
    r.ann.writes("Forgotten")
    r.fay.reads("Worth remembering")
    r.fay.does("note.highlight", note=note, on=True)
    r.cafe.next()
    r.fay.until(lambda: r.fay.sees(r.fay.table, "table")["round"] == "s3", "the next round")
    recap = r.fay.reads("Worth remembering")
    assert (recap["earlier"], recap["by"], recap["name"]) == (True, None, None)
    assert "Forgotten" not in r.fay.notes()


def test_people_bring_along_what_they_saw_at_their_own_tables(round_on: Round) -> None:
    r = round_on
    seen, unseen = r.bob.writes("Seen by Ann"), r.dan.writes("Not seen by Ann")
    r.ann.reads("Seen by Ann")
    r.cafe.next()
    past = r.ann.until(lambda: r.ann.sees(f"person/{r.ann.id}", f"past/{seen}"), "an idea from before")
    assert past["text"] == "Seen by Ann"
    assert "Not seen by Ann" not in str(r.ann.docs)
    r.ann.until(lambda: r.ann.sees(r.ann.table, "table")["round"] == "s3", "a seat")
    r.ann.writes("Brought along", brings=seen)
    assert r.ann.reads("Brought along")["brought_from"] == r.here
    assert r.ann.may_not("note.add", step="s3", kind="helped", text="x", brings=unseen)["code"] == "link-gone"


def test_at_the_wall_everybody_groups_names_merges_and_splits(whole_day: Round) -> None:
    r = whole_day
    one, two, three = r.ann.writes("One"), r.bob.writes("Two"), r.dan.writes("Three")
    step = go_to(r, "What belongs together")
    on_wall = r.dan.until(
        lambda: len(r.dan.all(wall(r.dan), "note")) == 3 and r.dan.all(wall(r.dan), "note"), "notes"
    )
    assert all("name" not in note and "by" not in note for note in on_wall)
    time = r.ann.does("theme.start", step=step, notes=[one, two], name="Time")
    trust = r.dan.does("theme.start", step=step, notes=[three, two], name="Trust")
    assert r.bob.may_not("theme.start", step=step, notes=[one], name="time")["code"] == "same-name"
    r.fay.does("theme.merge", theme=trust, into=time)
    r.bob.until(lambda: set(themes(r.bob)["Time"]["notes"]) == {one, two, three}, "all three")
    assert r.dan.may_not("theme.name", theme=trust, name="x")["code"] == "merged"
    r.bob.does("theme.split", theme=time, notes=[three], name="People")
    r.ann.until(lambda: themes(r.ann).get("People", {}).get("notes") == [three], "the new theme")
    r.ann.does("theme.take", theme=time, notes=[one])
    r.ann.until(lambda: themes(r.ann)["Time"]["notes"] == [two], "one less")


def test_the_wall_is_heard_while_it_is_on(whole_day: Round) -> None:
    r = whole_day
    assert not any(stream.startswith("wall/") for stream in r.ann.docs)
    go_to(r, "What belongs together")
    assert wall(r.ann) == wall(r.cafe.join("Sol"))
    go_to(r, "What matters")
    r.ann.until(lambda: not any(stream.startswith("wall/") for stream in r.ann.docs), "the wall gone")


def test_dots_are_blind_until_everyone_has_finished(whole_day: Round) -> None:
    r = whole_day
    notes = [r.ann.writes(text) for text in ("Time", "Trust", "Tea")]
    step = go_to(r, "What belongs together")
    one, two, three = (r.ann.does("theme.start", step=step, notes=[n], name=n[:8]) for n in notes)
    ballot = go_to(r, "What matters")
    r.ann.does("dots.place", ballot=ballot, dots={one: 1, two: 1})
    r.bob.does("dots.place", ballot=ballot, dots={three: 1})
    r.bob.does("dots.place", ballot=ballot, dots={one: 1})
    assert r.ann.may_not("dots.place", ballot=ballot, dots={one: 2})["code"] == "over-cap"
    assert (
        r.ann.may_not("dots.place", ballot=ballot, dots={one: 1, two: 1, three: 1})["code"] == "too-many-dots"
    )
    assert r.ann.may_not("dots.place", ballot=ballot, dots={"x": 1})["code"] == "unknown-option"
    assert r.fay.may_not("dots.place", ballot=ballot, dots={one: 1})["code"] == "not-allowed"
    blind = r.dan.sees("hall", f"ballot/{ballot}")
    assert (blind["open"], blind["result"], blind["voted"]) == (True, None, None)
    assert not r.dan.all(f"person/{r.dan.id}", "dots")
    go_to(r, "What we bring")
    r.dan.until(lambda: not r.dan.sees("hall", f"ballot/{ballot}")["open"], "the result")
    assert r.dan.sees("hall", f"ballot/{ballot}")["result"] == {one: 2, two: 1, three: 0}
    assert r.ann.may_not("dots.place", ballot=ballot, dots={})["code"] == "ballot-closed"


def test_a_table_chooses_up_to_three_and_its_facilitator_marks_them(whole_day: Round) -> None:
    r = whole_day
    notes = [r.ann.writes(f"Idea {no}") for no in range(4)]
    go_to(r, "What we bring")
    for note in notes[:3]:
        r.fay.does("priority.pick", note=note, why="It would change most.")
    enough = r.fay.may_not("priority.pick", note=notes[3])
    assert (enough["code"], enough["again"]) == ("enough", False)
    assert r.bob.may_not("priority.pick", note=notes[3])["code"] == "not-allowed"
    assert r.flo.may_not("priority.drop", note=notes[0])["code"] == "not-found"
    r.fay.does("priority.drop", note=notes[0])
    r.bob.until(lambda: len(r.bob.all(r.bob.table, "priority")) == 2, "two priorities")
    assert not r.dan.all(r.dan.table, "priority")


def test_in_the_plenary_a_table_has_the_floor_and_the_others_the_chat(whole_day: Round) -> None:
    r = whole_day
    r.ann.writes("An idea")
    r.dan.writes("Another")
    step = go_to(r, "Hearing each table")
    r.hal.does("plenary.call", step=step, table=r.here)
    slot = f"slot/{step}/{r.here}"
    r.dan.until(lambda: (r.dan.sees("hall", slot) or {}).get("phase") == "speaking", "table speaking")
    r.dan.does("plenary.react", step=step, table=r.here, reaction="thanks", on=True)
    said = r.dan.does("chat.say", step=step, kind="question", text="How did you do that?", anonymous=True)
    line = r.ann.until(lambda: r.ann.sees("hall", f"chat/{said}"), "the question")
    assert (line["by"], line["name"], line["table"]) == (None, None, None)
    assert r.ann.sees("hall", f"reactions/{step}/{r.here}")["counts"] == {"thanks": 1}
    assert r.ann.may_not("chat.remove", chat=said)["code"] == "not-allowed"
    r.dan.does("chat.remove", chat=said)
    r.ann.until(lambda: not r.ann.sees("hall", f"chat/{said}"), "the line gone")


def test_closing_questions_are_answered_alone(whole_day: Round) -> None:
    r = whole_day
    step = go_to(r, "One question")
    r.ann.does("question.answer", step=step, question=0, text="Ask one more question")
    r.ann.does("question.answer", step=step, question=0, text="Ask two more questions")
    assert r.ann.may_not("question.answer", step=step, question=2, text="x")["code"] == "not-found"
    own = r.ann.until(lambda: r.ann.sees(f"person/{r.ann.id}", f"answer/{step}/0"), "the answer")
    assert own["text"] in ("Ask one more question", "Ask two more questions")
    r.hal.until(lambda: r.hal.sees("desk", f"answers/{step}")["counts"] == [1, 0], "one answer")
    assert "more question" not in str(r.hal.docs) + str(r.bob.docs)


def test_feedback_is_given_once_and_the_day_ends(whole_day: Round) -> None:
    r = whole_day
    step = go_to(r, "How was it")
    r.ann.does("feedback.give", step=step, rating=4, text="Warm and well led")
    r.ann.does("feedback.give", step=step, rating=5)
    assert r.ann.may_not("feedback.give", step=step)["code"] == "empty"
    assert r.ann.may_not("feedback.give", step=step, rating=6)["code"] == "unreadable"
    r.hal.until(lambda: r.hal.sees("desk", f"feedback/{step}")["people"] == 1, "one feedback")
    r.hal.does("workshop.close")
    for person in r.cafe.people:
        person.until(lambda p=person: p.cafe["status"] == "closed", "the end")
        assert not person.gaps
    assert r.ann.may_not("feedback.give", step=step, rating=3)["code"] == "ended"


def test_whoever_comes_late_sees_just_what_those_see_who_were_there(whole_day: Round) -> None:
    """Live equals late, over the wire: the mirror of a long day is a fresh tab's first sight."""
    r = whole_day
    note = r.ann.writes("Changed often")
    r.ann.does("note.edit", note=note, text="Changed once", kind="hindered")
    r.ann.does("person.rename", name="Anna")
    step = go_to(r, "What belongs together")
    r.bob.does("theme.start", step=step, notes=[note], name="Time")
    go_to(r, "Hearing each table")
    for person in r.cafe.people:
        person.asks("time")
        fresh = person.second_tab()
        person.until(lambda p=person, f=fresh: p.numbers == f.numbers, "the same numbers")
        assert person.docs == fresh.docs
        fresh.close_the_lid()


def test_no_name_of_anybody_stands_in_the_ledger(whole_day: Round) -> None:
    r = whole_day
    r.ann.writes("A note", anonymous=True)
    r.fay.writes("For Bob", on_behalf_of=r.bob.id)
    r.ann.does("help.ask", text="")
    r.bob.does("person.rename", name="Robert")
    r.hal.does("table.appoint", table=r.there, person=r.dan.id)
    r.hal.does("person.move", person=r.ann.id, table=r.there)
    step = go_to(r, "Hearing each table")
    r.dan.does("chat.say", step=step, kind="comment", text="Well done")
    with sqlite3.connect(r.cafe.server.data / "cafe.db") as other:
        (cafe,) = other.execute("select id from workshop where code = ?", (r.cafe.code,)).fetchone()
        kept = " ".join(b for (b,) in other.execute("select body from entry where workshop_id = ?", (cafe,)))
        named = {n for (n,) in other.execute("select name from person where workshop_id = ?", (cafe,))}
    other.close()
    assert {"Hal", "Fay", "Ann", "Dan", "Robert"} <= named
    assert (
        re.findall(r"\b(Hal|Fay|Flo|Ann|Bob|Dan|Robert|Cleo|Hana|Sol)\b", kept.replace("For Bob", "")) == []
    )
