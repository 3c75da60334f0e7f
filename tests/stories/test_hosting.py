"""The host's hands: the clock, the agenda, people, words to all, calls for help; and two hosts at once."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from tests.stories.cafe import Cafe, arrival, story
from tests.stories.conftest import Round
from tests.stories.person import Doc, Person, refusal

Make = Callable[..., Cafe]
MINUTE = 60_000


def step_is(person: Person, step: str, true: Callable[[Doc], object]) -> Doc:
    """Wait until somebody sees a step as it should be."""
    person.until(lambda: true(person.sees("hall", f"step/{step}") or {}), f"step {step} as it should be")
    return dict(person.sees("hall", f"step/{step}"))


def test_five_minutes_more_are_seen_by_everyone(round_on: Round) -> None:
    r = round_on
    before = r.ann.sees("hall", "step/s2")["deadline"]
    r.hal.does("step.extend", step="s2", minutes=5)
    step_is(r.ann, "s2", lambda step: step["deadline"] == before + 5 * MINUTE)
    assert r.hal.may_not("step.extend", step="s2", minutes=0)["code"] == "invalid"
    assert "not left" in r.hal.may_not("step.extend", step="s2", minutes=-120)["message"]


def test_the_clock_is_held_and_goes_on_from_there(round_on: Round) -> None:
    r = round_on
    r.hal.does("step.hold", step="s2", on=True)
    held = step_is(r.ann, "s2", lambda step: step["deadline"] is None)
    assert 0 < held["held_left"] <= 20 * MINUTE
    r.hal.does("step.hold", step="s2", on=False)
    step_is(r.ann, "s2", lambda step: step["deadline"] is not None and step["held_left"] is None)


def test_ending_early_calls_first_and_may_be_taken_back(round_on: Round) -> None:
    r = round_on
    r.hal.does("step.end", step="s2")
    step_is(r.ann, "s2", lambda step: step["phase"] == "closing" and step["closing_until"])
    r.ann.writes("Quickly, one more")
    assert r.hal.may_not("step.end", step="s2")["code"] == "closing"
    r.hal.does("step.keep-open", step="s2")
    step_is(r.ann, "s2", lambda step: step["phase"] == "open")
    assert r.hal.may_not("step.keep-open", step="s2")["code"] == "conflict"


def test_a_step_that_closed_too_soon_opens_again_with_the_same_seats(round_on: Round) -> None:
    r = round_on
    note = r.ann.writes("Still mine")
    tables = [person.table for person in (r.fay, r.ann, r.bob, r.dan)]
    r.cafe.next()
    r.hal.does("step.reopen", step="s2")
    for person in r.cafe.people:
        step_is(person, "s2", lambda step: step["phase"] == "open")
        assert person.sees("hall", "step/s3")["phase"] == "planned"
    for person, table in zip((r.fay, r.ann, r.bob, r.dan), tables, strict=True):
        person.until(lambda person=person, table=table: person.table == table, "the same seat")
    r.ann.does("note.edit", note=note, text="Mended", kind="helped")
    r.bob.reads("Mended")


def test_two_hosts_pressing_next_at_once_move_one_step(round_on: Round) -> None:
    r = round_on
    hana = r.cafe.join("Hana")
    with ThreadPoolExecutor() as hands:
        pressed = [
            hands.submit(host.tells, host.command("step.next", after="s2", call=False))
            for host in (r.hal, hana)
        ]
        answers = sorted((one.result() for one in pressed), key=lambda answer: bool(answer["ok"]))
    assert refusal(answers[0])["code"] == "moved-on"
    assert answers[1]["ok"]
    assert r.cafe.everyone_is_in_step() == "s3"


def test_after_the_last_step_there_is_no_next(made: Make) -> None:
    cafe = made(arrival())
    cafe.next()
    assert cafe.hal.may_not("step.next", after="s1")["code"] == "last-step"
    assert cafe.hal.may_not("step.next", after=None)["code"] == "moved-on"


def test_the_agenda_is_edited_until_the_first_step_opens(made: Make) -> None:
    cafe = made(arrival())
    agenda = {"title": "Other words", "planned_minutes": 90, "table_size": 3, "steps": [story(), arrival()]}
    cafe.hal.does("agenda.edit", **agenda)
    cafe.hal.until(lambda: cafe.hal.cafe["title"] == "Other words", "the new title")
    assert [step["settings"]["title"] for step in cafe.hal.all("hall", "step")] == ["Our stories", "Arriving"]
    assert cafe.hal.cafe["table_size"] == 3
    assert cafe.hal.may_not("agenda.edit", **agenda | {"steps": []})["code"] == "invalid"
    cafe.next()
    assert cafe.hal.may_not("agenda.edit", **agenda)["code"] == "conflict"


def test_somebody_is_moved_and_hears_the_new_table_alone(round_on: Round) -> None:
    r = round_on
    old, new = r.ann.table, r.dan.table
    r.bob.writes("Before she left")
    r.ann.reads("Before she left")
    r.hal.does("person.move", person=r.ann.id, table=r.there)
    r.ann.until(lambda: r.ann.table == new and old not in r.ann.docs, "the other table")
    r.bob.writes("After she left")
    r.dan.writes("Welcome, Ann")
    r.ann.reads("Welcome, Ann")
    assert "After she left" not in str(r.ann.heard)
    assert r.ann.asks("sync", {"streams": {old: 0}})["unfollowed"] == [old]


def test_moves_that_cannot_be_are_refused_with_what_can(round_on: Round) -> None:
    r = round_on
    assert "The tables are 1 to 2." in r.hal.may_not("person.move", person=r.ann.id, table=9)["message"]
    assert r.hal.may_not("person.move", person="nobody", table=1)["code"] == "not-found"
    assert r.hal.may_not("person.move", person=r.hal.id, table=1)["code"] == "invalid"
    assert f"leads table {r.here}" in r.hal.may_not("person.move", person=r.fay.id, table=r.there)["message"]


def test_somebody_is_taken_out_and_told_so(round_on: Round) -> None:
    r = round_on
    r.hal.does("person.remove", person=r.ann.id)
    assert r.ann.until(lambda: r.ann.byes, "a bye")[0]["code"] == "gone"
    r.hal.until(lambda: r.hal.sees("desk", f"person/{r.ann.id}") is None, "Ann gone")
    r.bob.until(lambda: r.ann.id not in str(r.bob.sees(r.bob.table, "table")), "an empty seat")
    assert r.hal.may_not("person.remove", person=r.ann.id)["code"] == "not-found"
    assert r.hal.may_not("person.remove", person=r.hal.id)["code"] == "invalid"


def test_whoever_leaves_is_gone_and_their_notes_stay(round_on: Round) -> None:
    r = round_on
    r.ann.writes("What I leave you")
    r.ann.does("person.leave")
    assert r.ann.until(lambda: r.ann.byes, "a bye")[0]["code"] == "gone"
    assert r.bob.reads("What I leave you")["name"] == "Ann"


def test_wishes_are_kept_by_the_next_seating(made: Make) -> None:
    cafe = made(story(), size=2)
    ann, bob, dan, eve = (cafe.join(name) for name in ("Ann", "Bob", "Dan", "Eve"))
    cafe.hal.does("wish.make", how="together", people=[ann.id, eve.id])
    dropped = cafe.hal.does("wish.make", how="apart", people=[ann.id, eve.id])
    cafe.hal.does("wish.drop", wish=dropped)
    assert cafe.hal.may_not("wish.drop", wish=dropped)["code"] == "not-found"
    assert cafe.hal.may_not("wish.make", how="apart", people=[ann.id, ann.id])["code"] == "invalid"
    cafe.next()
    tables = [person.until(lambda p=person: p.me["table"], "a table") for person in (ann, eve, bob, dan)]
    assert tables[0] == tables[1]


def test_words_to_all_are_seen_by_all_and_taken_down(round_on: Round) -> None:
    r = round_on
    said = r.hal.does("say.all", text="Five minutes to lunch")
    for person in (r.ann, r.dan, r.fay):
        assert (
            person.until(lambda p=person: p.sees("hall", "saying"), "words")["text"]
            == "Five minutes to lunch"
        )
    r.hal.does("say.take-down", saying=said)
    r.ann.until(lambda: not r.ann.sees("hall", "saying"), "no words")
    assert r.hal.may_not("say.all", text=" ")["code"] == "empty"
    assert r.hal.may_not("say.all", text="x" * 201)["code"] == "too-long"


def test_a_call_for_help_reaches_the_hosts_and_is_answered_by_one(round_on: Round) -> None:
    r = round_on
    hana = r.cafe.join("Hana")
    call = r.ann.does("help.ask", text="We cannot hear Bob")
    seen = hana.until(lambda: hana.sees("desk", f"call/{call}"), "the call")
    assert (seen["table"], seen["name"], seen["text"]) == (r.here, "Ann", "We cannot hear Bob")
    hana.does("help.answer", call=call, text="Coming")
    answered = r.ann.until(
        lambda: (r.ann.sees(f"person/{r.ann.id}", f"call/{call}") or {}).get("answer"), "Hana"
    )
    assert answered == "Coming"
    assert "Hana is on the way already" in r.hal.may_not("help.answer", call=call)["message"]
    assert "We cannot hear Bob" not in str(r.bob.docs)


def test_a_deputy_leads_the_table_when_asked_to(round_on: Round) -> None:
    r = round_on
    note = r.ann.writes("For the recap")
    r.bob.reads("For the recap")
    r.hal.does("table.appoint", table=r.here, person=r.bob.id)
    r.bob.until(lambda: r.bob.me["leads"] == r.here, "Bob leading")
    r.bob.does("note.highlight", note=note, on=True)
    assert r.fay.may_not("note.highlight", note=note, on=False)["code"] == "not-allowed"
    r.hal.does("table.appoint", table=r.here, person=None)
    r.bob.until(lambda: r.bob.me["leads"] is None, "Bob not leading")
    assert r.hal.may_not("table.appoint", table=r.here, person=r.hal.id)["code"] == "invalid"
    assert r.hal.may_not("table.appoint", table=9, person=None)["code"] == "not-found"


def test_a_table_names_its_speaker_and_its_link(round_on: Round) -> None:
    r = round_on
    r.fay.does("table.spokesperson", table=r.here, person=r.ann.id)
    r.fay.does("table.link", table=r.here, link="https://video.example/one")
    table = r.bob.until(lambda: (t := r.bob.sees(r.bob.table, "table"))["link"] and t, "the link")
    assert (table["link"], table["spokesperson"]) == ("https://video.example/one", r.ann.id)
    assert r.fay.may_not("table.spokesperson", table=r.here, person=r.dan.id)["code"] == "invalid"


def test_when_it_has_ended_nothing_can_be_changed(round_on: Round) -> None:
    r = round_on
    note = r.ann.writes("The last word")
    r.hal.does("workshop.close")
    r.ann.until(lambda: r.ann.cafe["status"] == "closed", "the end")
    assert r.ann.may_not("note.edit", note=note, text="x", kind="helped")
    assert r.ann.may_not("note.add", step="s2", kind="helped", text="x")
    assert r.hal.may_not("step.next", after="s2")["code"] == "ended"
    assert r.hal.may_not("workshop.close")["code"] == "ended"
