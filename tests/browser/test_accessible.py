"""Every screen for everybody: axe-core finds nothing, and nothing scrolls sideways on a small phone."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import expect

from tests.browser.audit import Audit
from tests.browser.day import DAY, LONG, WORDS
from tests.browser.hands import Mouse, item_of
from tests.browser.people import Guest
from tests.stories.cafe import Cafe, arrival


def test_the_way_in(made: Callable[..., Cafe], audit: Audit) -> None:
    cafe, page = made(arrival()), audit.page
    page.goto(cafe.server.base)
    audit.look("landing")
    page.get_by_label("Your code").fill("WRONG1")
    page.get_by_role("button", name="Find my café").click()
    expect(page.get_by_text("No café has this code.")).to_be_visible()
    audit.look("landing, wrong code")

    page.goto(cafe.server.base + cafe.link("participant"))
    audit.look("join page")
    press = page.get_by_role("button", name="Take my seat")
    page.evaluate("document.forms[0].noValidate = true")
    press.click()
    expect(page.get_by_role("alert")).to_be_visible()
    audit.look("join page, without a yes")
    page.get_by_role("checkbox", name="I want to take part").check()
    page.get_by_label("What should we call you?").fill(" ")
    press.click()
    expect(page.get_by_role("alert")).to_be_visible()
    audit.look("join page, without a name")
    assert not audit.faults, audit.report()


def test_a_participants_day(made: Callable[..., Cafe], audit: Audit) -> None:
    cafe = made(*DAY)
    ann = Guest("Ann", Mouse(audit.page))
    ann.joins(cafe.server.base + cafe.link("participant"))
    bob, fay = cafe.join("Bob"), cafe.join("Fay")
    audit.look("lobby")
    cafe.next()
    ann.is_in("Arriving")
    audit.look("arrival")
    cafe.next()
    ann.is_in("How we talk")
    audit.look("presentation")

    cafe.next()
    expect(ann.button("Sit down at table")).to_be_visible()
    audit.look("on the way to the table")
    ann.sits_down()
    audit.look("the clear table")
    for n, words in enumerate(WORDS):
        (bob if n % 2 else fay).writes(words, kind=("helped", "hindered")[n % 2])
    ann.writes("Helped", "A key for every team", builds_on=WORDS[0][:20])
    fay.does("note.highlight", note=fay.notes()[WORDS[0]]["id"], on=True)
    expect(ann.note(WORDS[0])).to_contain_text("Highlighted")
    audit.look("table with notes")
    ann.hands.press(ann.menu_of(ann.note("A key for every team")))
    audit.look("table with a menu open")
    item_of(ann.page, "Change the words").click()
    audit.look("table with a note open for changes")
    ann.hands.press(ann.button("Leave it as it was"))
    ann.hands.press(ann.button("Help and worries"))
    audit.look("help and worries")
    ann.hands.press(ann.button("Close", ann.page.get_by_role("dialog")))
    cafe.hal.does("say.all", text="There is soup on the stove.")
    cafe.hal.does("step.end", step=cafe.hal.cafe["current"], call=True)
    ann.sees("This round closes in")
    audit.look("table in the closing call")
    ann.page.context.set_offline(True)
    ann.hands.write(ann.composer().get_by_label("One idea"), LONG * 5)
    ann.hands.press(ann.button("Lay it on the table"))
    expect(ann.page.locator(".wrong")).to_be_visible()
    audit.look("table without a line, and a note that is too long")
    ann.page.context.set_offline(False)

    cafe.next()
    ann.sits_down()
    for fold in ("Ideas you bring", "You can still add to"):
        ann.hands.press(ann.button(fold))
    audit.look("the second round, all unfolded")
    cafe.next()
    ann.sees("notes are in a group")
    ann.moves_on_the_wall("A key for every team", to="A new group")
    ann.moves_on_the_wall(WORDS[0], to="Group 1")
    ann.moves_on_the_wall(WORDS[1], to="A new group")
    ann.moves_on_the_wall(LONG, to="Leave it on its own")
    audit.look("themes wall")
    ann.hands.press(ann.button("Name it: group 1"))
    ann.hands.pick(ann.menu_of(ann.note(WORDS[0])), "Move to another group…")
    ann.hands.press(ann.button("Choose several notes"))
    audit.look("themes wall, all open")

    cafe.next()
    ann.is_in("What matters most")
    audit.look("dots")
    cafe.hal.does("step.end", step=cafe.hal.cafe["current"], call=False)
    ann.sees("Dots are a guide.")
    audit.look("dots, the result")
    cafe.next()
    ann.sees("What table 1 brings to everyone")
    audit.look("priorities")
    fay.does("priority.pick", note=fay.notes()[WORDS[0]]["id"], why="It costs little")
    plenary = cafe.next()
    cafe.hal.does("plenary.call", step=plenary, table=1)
    ann.is_in("Table 1")
    ann.says_in_the_chat("Question", LONG)
    audit.look("plenary")
    cafe.next()
    ann.is_in("Before you go")
    ann.answers(1, "I will ask who comes")
    audit.look("closing questions")
    cafe.next()
    ann.is_in("How was it for you")
    ann.hands.press(ann.button("Hand it in"))
    audit.look("feedback")
    cafe.hal.does("workshop.close")
    ann.is_in("Thank you for being here")
    audit.look("the end")
    assert not audit.faults, audit.report()


def test_a_facilitators_table(made: Callable[..., Cafe], audit: Audit) -> None:
    cafe = made(*DAY[2:4], DAY[6])
    fay = Guest("Fay", Mouse(audit.page))
    fay.joins(cafe.server.base + cafe.link("facilitator"), role="facilitator")
    bob = cafe.join("Bob")
    cafe.next()
    fay.sits_down()
    bob.writes(WORDS[0])
    fay.hands.press(fay.button("Video call of this table"))
    audit.look("a table to lead")
    cafe.next()
    fay.sits_down()
    fay.hands.press(fay.button("Choose from the notes of this table"))
    bob.writes(WORDS[1])
    audit.look("a recap to choose")
    cafe.next()
    fay.picks(WORDS[1], "It costs little")
    fay.names_the_speaker("Bob")
    audit.look("priorities to choose")
    assert not audit.faults, audit.report()
