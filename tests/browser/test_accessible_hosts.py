"""The screens of hosts, walls and readers, as axe-core sees them; and nothing scrolls sideways."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import expect

from tests.browser.audit import Audit
from tests.browser.day import DAY, LONG, WORDS
from tests.browser.hosts import Host, Screen
from tests.stories.cafe import Cafe
from tests.stories.person import Person


def test_the_host_before_the_start(made: Callable[..., Cafe], audit: Audit) -> None:
    cafe = made(*DAY)
    hana = Host("Hana", audit.page)
    hana.opens_the_home(f"{cafe.server.base}/host/{cafe.server.home}")
    audit.look("home")
    hana.page.goto(f"{cafe.server.base}/w/{cafe.code}/host")
    hana.says_who_she_is()
    cafe.join("Bob")
    audit.look("console in the lobby")
    hana.presses("Links")
    audit.look("links to hand out")
    hana.closes(hana.page.get_by_role("dialog"))
    hana.presses("Who sits with whom")
    audit.look("wishes")
    hana.closes(hana.page.get_by_role("dialog"))
    hana.opens_the_agenda()
    hana.page.locator(".agenda-step-name").nth(2).click()
    hana.page.get_by_label("Minutes", exact=True).fill("0")
    audit.look("agenda editor, with a step unfolded and a field that is wrong")
    assert not audit.faults, audit.report()


def test_the_host_at_the_console(made: Callable[..., Cafe], audit: Audit) -> None:
    cafe = made(*DAY[2:])
    hana = Host("Hana", audit.page)
    hana.opens_the_home(f"{cafe.server.base}/host/{cafe.server.home}")
    hana.page.goto(f"{cafe.server.base}/w/{cafe.code}/host")
    hana.says_who_she_is()
    bob, fay = cafe.join("Bob"), cafe.join("Fay")
    cafe.next()
    for words in WORDS:
        bob.writes(words)
    bob.does("help.ask", text="Our table has run out of chairs.")
    hana.needs_to_know("Our table has run out of chairs.")
    audit.look("console in a round")
    hana.opens_table(1)
    audit.look("a table, read along")
    hana.closes(hana.page.get_by_role("dialog"))
    hana.presses("End it early")
    audit.look("ending early")
    hana.closes(hana.page.get_by_role("dialog"))
    hana.presses("End this round", hana.next)
    expect(hana.button("Move now", hana.next)).to_be_visible()
    audit.look("console in the closing call")
    hana.goes_on("Move now", to="What we share")
    cafe.everyone_is_in_step()
    chosen = bob.writes("A list on the door would help")
    themes = cafe.next()
    bob.does("theme.start", step=themes, notes=notes_on_the_wall(bob)[:2], name="Trust")
    audit.look("console with themes")
    cafe.next()
    cafe.hal.does("step.end", step=cafe.hal.cafe["current"], call=False)
    expect(hana.page.locator(".bars-row").first).to_be_visible()
    audit.look("console with a result")
    cafe.next()
    fay.does("priority.pick", note=chosen)
    plenary = cafe.next()
    cafe.hal.does("plenary.call", step=plenary, table=1)
    bob.does("chat.say", step=plenary, kind="question", text=LONG)
    expect(hana.page.get_by_text(LONG)).to_be_visible()
    audit.look("console in the plenary")
    cafe.next()
    audit.look("console with closing questions")
    cafe.next()
    hana.closes_the_cafe()
    audit.look("console after the end")
    assert not audit.faults, audit.report()


def test_the_screen(made: Callable[..., Cafe], audit: Audit) -> None:
    cafe = made(*DAY[1:])
    wall = Screen(audit.page)
    wall.page.goto(cafe.server.base + cafe.link("screen"))
    wall.shows("Come in, take a seat")
    audit.look("screen in the lobby")
    bob = cafe.join("Bob")
    cafe.next()
    wall.shows("You can always pass.")
    audit.look("screen with a presentation")
    cafe.next()
    wall.shows("Look at your own screen")
    audit.look("screen while people move")
    bob.writes(WORDS[0])
    bob.writes(LONG)
    cafe.hal.does("step.end", step=cafe.hal.cafe["current"], call=True)
    wall.shows("Finish your sentence")
    audit.look("screen in the closing call")
    cafe.next()
    wall.shows("What we share")
    audit.look("screen in a round where all stay")
    themes = cafe.next()
    notes = notes_on_the_wall(bob)
    bob.does("theme.start", step=themes, notes=notes[:1], name="Trust")
    bob.does("theme.start", step=themes, notes=notes[1:], name=LONG[:60])
    wall.shows("Trust")
    audit.look("screen with themes")
    ballot = cafe.next()
    audit.look("screen while people vote")
    cafe.hal.does("step.end", step=ballot, call=False)
    wall.shows("0 dots")
    audit.look("screen with a result")
    cafe.next()
    audit.look("screen while tables choose")
    plenary = cafe.next()
    cafe.hal.does("plenary.call", step=plenary, table=1)
    bob.does("chat.say", step=plenary, kind="question", text="Who has the key now?")
    wall.shows("Table 1")
    audit.look("screen in the plenary")
    cafe.next()
    wall.shows("What will you do?")
    audit.look("screen with closing questions")
    cafe.hal.does("workshop.close")
    audit.look("screen after the end")
    assert not audit.faults, audit.report()


def test_the_report_and_the_blueprint(made: Callable[..., Cafe], audit: Audit) -> None:
    cafe, page = a_cafe_that_was(made), audit.page
    page.goto(f"{cafe.server.base}/host/{cafe.server.home}")
    audit.look("home with a café that is over")
    page.get_by_role("link", name="Report: A short café").first.click()
    expect(page.get_by_role("heading", name="Everything word for word")).to_be_visible()
    audit.look("report")
    page.get_by_role("button", name="Where this comes from").first.click()
    expect(page.get_by_role("heading", name="Where this comes from").first).to_be_focused()
    audit.look("report with its drawer open")
    page.goto(f"{cafe.server.base}/w/{cafe.code}/blueprint")
    expect(page.locator(".ex")).to_have_count(1)
    audit.look("blueprint")
    page.goto(cafe.server.base + cafe.link("participant"))
    expect(page.get_by_role("heading", name="This café has ended")).to_be_visible()
    audit.look("join page of a café that has ended")
    assert not audit.faults, audit.report()


def notes_on_the_wall(person: Person) -> list[str]:
    """Their ids, once the wall is there."""
    wall = f"wall/{person.cafe['current']}"
    person.until(lambda: person.all(wall, "note"), "the wall")
    return [note["id"] for note in person.all(wall, "note")]


def a_cafe_that_was(made: Callable[..., Cafe]) -> Cafe:
    cafe = made(*DAY[2:])
    bob, cleo, fay = (cafe.join(name) for name in ("Bob", "Cleo", "Fay"))
    cafe.next()
    for n, words in enumerate(WORDS):
        bob.writes(words, kind=("helped", "hindered")[n % 2])
    cleo.reads(WORDS[0])
    cafe.next()
    chosen = cleo.writes("Feeding everyone could be our promise")
    themes = cafe.next()
    notes = notes_on_the_wall(bob)
    theme = bob.does("theme.start", step=themes, notes=notes[:3], name="Trust")
    bob.does("theme.start", step=themes, notes=notes[3:4], name=LONG[:60])
    cafe.next()
    [ballot] = cleo.all("hall", "ballot")
    cleo.does("dots.place", ballot=ballot["id"], dots={theme: 1})
    cafe.next()
    fay.does("priority.pick", note=chosen, why="It costs little")
    plenary = cafe.next()
    cafe.hal.does("plenary.call", step=plenary, table=1)
    cleo.does("chat.say", step=plenary, kind="question", text=LONG)
    questions = cafe.next()
    cleo.does("question.answer", step=questions, question=0, text="I will ask who comes")
    feedback = cafe.next()
    cleo.does("feedback.give", step=feedback, text="More time for the tea", rating=4)
    cafe.hal.does("workshop.close")
    return cafe
