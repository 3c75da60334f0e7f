"""One café from the host's home to the blueprint, as seven people see it in a real browser."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from playwright.sync_api import expect

from tests.browser.devices import Device
from tests.browser.hands import Finger, Keys, Mouse
from tests.browser.hosts import Host, Screen
from tests.browser.people import Guest
from tests.stories.cafe import Cafe, step, story
from tests.stories.server import Server

# The round was planned for 12.
MORE_THAN_PLANNED = re.compile("^1[3-7] minutes")
PHONE = {"width": 360, "height": 780, "touch": True}


@dataclass
class Cast:
    hana: Host
    wall: Screen
    fay: Guest
    ann: Guest
    ben: Guest
    cem: Guest
    kim: Guest
    written: list[str]

    @property
    def guests(self) -> list[Guest]:
        return [self.fay, *self.participants]

    @property
    def participants(self) -> list[Guest]:
        return [self.ann, self.ben, self.cem, self.kim]


@pytest.fixture
def cast(device: Callable[..., Device]) -> Cast:
    written: list[str] = []
    return Cast(
        hana=Host("Hana", device().page),
        wall=Screen(device().page),
        fay=Guest("Fay", Mouse(device(768, 1024).page), written),
        ann=Guest("Ann", Mouse(device().page), written),
        ben=Guest("Ben", Finger(device(**PHONE).page), written),
        cem=Guest("Cem", Finger(device(**PHONE).page), written),
        kim=Guest("Kim", Keys(device().page), written),
        written=written,
    )


def test_a_whole_cafe_from_the_first_link_to_the_blueprint(kitchen: Server, cast: Cast) -> None:
    the_host_prepares(cast, kitchen)
    everyone_comes_in(cast, kitchen)
    they_arrive(cast)
    they_tell_their_stories(cast)
    they_have_tea(cast)
    they_find_what_they_share(cast)
    they_group_the_notes(cast)
    they_place_dots(cast)
    they_choose_what_to_bring(cast)
    they_hear_each_table(cast)
    they_answer_alone(cast)
    they_go_home(cast)
    the_host_reads_what_came_of_it(cast)
    somebody_reads_it_by_keyboard(cast)


def the_host_prepares(cast: Cast, server: Server) -> None:
    hana = cast.hana
    hana.opens_the_home(f"{server.base}/host/{server.home}")
    hana.goes_to_the_desk_of("The Friday kitchen")
    hana.opens_the_agenda()
    hana.changes_step("House rules", Title="How we talk", Minutes="4")
    expect(hana.page.get_by_text("69 minutes in all.")).to_be_visible()
    hana.saves_the_agenda()
    expect(hana.page.get_by_role("navigation", name="Agenda")).to_contain_text("How we talk")


def everyone_comes_in(cast: Cast, server: Server) -> None:
    cast.wall.page.goto(cast.hana.hands_out("Screen link"))
    cast.wall.shows("Come in, take a seat")
    cast.fay.joins(cast.hana.hands_out("Facilitator link"), role="facilitator")
    for guest in cast.participants:
        guest.joins(f"{server.base}/j/{server.code}")
    cast.wall.shows("6 people are here")  # the host too
    expect(cast.hana.page.get_by_role("heading", name="5 people are here")).to_be_visible()


def they_arrive(cast: Cast) -> None:
    cast.hana.wishes_together("Cem", "Kim")
    cast.hana.goes_on("Start the café", to="Welcome")
    cast.kim.tries_everything("Porridge with pears")
    cast.cem.tries_everything("Toast")
    cast.hana.goes_on("Go on to", to="How we talk")
    for guest in cast.guests:
        guest.is_in("How we talk")
    cast.wall.shows("You can always pass.")


def they_tell_their_stories(cast: Cast) -> None:
    hana, fay, ann, ben, cem, kim = cast.hana, cast.fay, cast.ann, cast.ben, cast.cem, cast.kim
    hana.goes_on("Go on to", to="Our stories")
    seats = {guest.name: guest.sits_down() for guest in cast.guests}
    assert seats["Ann"] == seats["Ben"] != seats["Cem"] == seats["Kim"]
    cast.wall.shows("Look at your own screen for your table")

    ann.writes("Helped", "Nobody is ever sent away hungry")
    ben.reads("Nobody is ever sent away hungry")
    ben.writes("Hindered", "The oven breaks every winter", builds_on="Nobody is ever sent")
    expect(ann.note("The oven breaks every winter")).to_contain_text("Builds on “Nobody is ever sent")
    ann.writes("Helped", "A key for evry team")
    ann.changes("A key for evry team", "A key for every team")
    ben.reads("A key for every team")
    cem.writes("Helped", "The market gives us what is left over")
    kim.reads("The market gives us what is left over")
    kim.writes("Hindered", "I never know who comes next Friday")
    kim.writes("Helped", "We eat together before we clean up", builds_on="The market gives us")
    kim.moves_up("We eat together before we clean up")
    kim.takes_away("I never know who comes next Friday")
    kim.thinks_again()
    cem.reads("I never know who comes next Friday")

    for highlight_at, who, note in (
        (ann.table, ann, "A key for every team"),
        (kim.table, kim, "We eat together before we clean up"),
    ):
        lead = fay if fay.table == highlight_at else who
        lead.highlights(note)
    the_host_helps(cast)
    hana.presses("5 minutes")
    for guest in cast.guests:
        expect(guest.page.get_by_role("timer")).to_have_accessible_name(MORE_THAN_PLANNED)


def the_host_helps(cast: Cast) -> None:
    hana, ben = cast.hana, cast.ben
    hana.says_to_all("There is soup on the stove. Help yourselves.")
    cast.wall.shows("There is soup on the stove. Help yourselves.")
    for guest in cast.guests:
        guest.puts_the_message_away("There is soup on the stove. Help yourselves.")
    hana.takes_it_down()
    cast.wall.never_shows("There is soup on the stove. Help yourselves.")

    ben.calls_for_help("Our table has run out of chairs.")
    need = hana.needs_to_know("Our table has run out of chairs.")
    hana.presses("I am coming", need)
    ben.reads_the_answer("I am coming.")


def they_have_tea(cast: Cast) -> None:
    cast.hana.ends_the_round()
    cast.hana.drops_the_wish()
    for guest in cast.guests:
        guest.sees("This round closes in")
    cast.wall.shows("Finish your sentence")
    cast.hana.goes_on("Move now", to="Tea")
    for guest in cast.guests:
        guest.is_in("Tea")
    cast.ben.adds_late("Our stories", "Helped", "The neighbours bring herbs")
    cast.hana.goes_on("Go on to", to="What we share")


def they_find_what_they_share(cast: Cast) -> None:
    fay, ann, ben, cem, kim = cast.fay, cast.ann, cast.ben, cast.cem, cast.kim
    seats = {guest.name: guest.sits_down() for guest in cast.guests}
    assert seats["Ann"] != seats["Ben"], f"They met before: {seats}"
    assert seats["Cem"] != seats["Kim"], "They met before."
    for guest in cast.guests:
        guest.finds_a_recap()

    ann.brings("Nobody is ever sent away hungry", "Possibility", "To feed everyone could be our promise")
    kim.brings("I never know who comes next Friday", "Problem", "We plan in the dark")
    cem.writes("Problem", "Few of us have the time")
    ben.writes("Possibility", "We could cook with the school")
    beside_fay = next(guest for guest in (ann, ben) if guest.table == fay.table)
    fay.writes_for(beside_fay.name, "Possibility", "A list on the door would help")
    expect(beside_fay.note("A list on the door would help")).to_contain_text("entered by Fay")
    expect(cast.hana.page.get_by_text("5 notes this round")).to_be_visible()

    home, away = kim.table, 3 - kim.table
    cast.hana.moves("Kim", from_table=home, to_table=away)
    assert kim.sits_down() == away
    cast.hana.undoes()
    assert kim.sits_down() == home


def they_group_the_notes(cast: Cast) -> None:
    hana, fay, ann, ben, cem, kim = cast.hana, cast.fay, cast.ann, cast.ben, cast.cem, cast.kim
    hana.ends_the_round()
    hana.goes_on("Move now", to="What belongs together")
    for guest in cast.guests:
        guest.sees(f"0 of {len(cast.written)} notes are in a group.")

    ann.moves_on_the_wall("A key for every team", to="A new group")
    ben.moves_on_the_wall("We plan in the dark", to="A new group")
    expect(kim.group("Group 2, not named yet")).to_be_visible()
    kim.moves_on_the_wall("We eat together before we clean up", to="Group 1")
    kim.moves_to_another_group("We eat together before we clean up", to="Group 2, not named yet")
    kim.thinks_again()
    expect(
        ann.note("We eat together before we clean up", ann.group("Group 1, not named yet"))
    ).to_be_visible()
    kim.moves_on_the_wall("I never know who comes next Friday", to="Group 2")
    cem.moves_on_the_wall("The oven breaks every winter", to="Leave it on its own")
    cast.hana.presses("Open the naming")
    fay.names("Group 1", "Trust in each other")
    ann.names("Group 2", "Knowing who comes")
    cast.wall.shows("Trust in each other")
    kim.sees("2 groups, 1 voice on its own.")


def they_place_dots(cast: Cast) -> None:
    hana, fay, ann, ben, cem, kim = cast.hana, cast.fay, cast.ann, cast.ben, cast.cem, cast.kim
    hana.goes_on("Go on to", to="What matters most")
    fay.sees("Only participants place dots here")
    ann.puts_a_dot_on("Trust in each other")
    ben.puts_a_dot_on("Knowing who comes")
    ben.takes_the_dot_back_from("Knowing who comes")
    ben.puts_a_dot_on("Trust in each other")
    cem.puts_a_dot_on("Knowing who comes")
    kim.puts_a_dot_on("Trust in each other")
    expect(hana.page.get_by_text("4 have placed dots")).to_be_visible()
    for page in (hana.page, cast.wall.page, ann.page):
        expect(page.get_by_text("3 dots")).to_have_count(0)
    hana.ends_it_early()
    for page in (hana.page, cast.wall.page, *(guest.page for guest in cast.guests)):
        first = page.locator(".bars-row").first
        expect(first).to_contain_text("Trust in each other")
        expect(first).to_contain_text("3 dots")


def they_choose_what_to_bring(cast: Cast) -> None:
    cast.hana.goes_on("Open", to="Our strongest ideas")
    for guest, note in (
        (cast.ann, "To feed everyone could be our promise"),
        (cast.ben, "We could cook with the school"),
    ):
        lead = cast.fay if cast.fay.table == guest.table else guest
        lead.picks(note, "It costs little")
        lead.names_the_speaker(guest.name)
        guest.reads(note)
    expect(cast.hana.page.get_by_text("2 ideas chosen")).to_be_visible()


def they_hear_each_table(cast: Cast) -> None:
    hana = cast.hana
    hana.goes_on("Go on to", to="Hearing each table")
    for table in (1, 2):
        hana.presses(f"Give the floor to table {table}")
        cast.wall.shows(f"Table {table}")
        for guest in cast.guests:
            guest.is_in(f"Table {table}")
        cast.kim.reacts("We found this too")
        cast.cem.reacts("Thank you")
        expect(cast.ann.button("Thank you")).to_contain_text("1")
    cast.kim.says_in_the_chat("Comment", "We did this in spring")
    cast.ben.says_in_the_chat("Question", "Who has the key now?")
    for guest in cast.guests:
        guest.reads("Who has the key now?")
    hana.presses("Thank table 2")
    expect(hana.page.get_by_text("2 of 2 tables heard.")).to_be_visible()


def they_answer_alone(cast: Cast) -> None:
    cast.hana.goes_on("Go on to", to="Before you go")
    cast.kim.answers(1, "I will ask who comes")
    cast.kim.answers(2, "Someone from the school")
    cast.ben.answers(1, "I will bring my own knife")
    expect(cast.hana.page.get_by_text("2 answers")).to_be_visible()
    cast.hana.goes_on("Go on to", to="How was it for you")
    cast.kim.gives_feedback("Very good", "More time for the tea")
    cast.cem.gives_feedback("Good", "Warm")
    expect(cast.hana.page.get_by_text("2 have given feedback")).to_be_visible()


def they_go_home(cast: Cast) -> None:
    cast.hana.closes_the_cafe()
    for guest in cast.guests:
        guest.is_in("Thank you for being here")


def the_host_reads_what_came_of_it(cast: Cast) -> None:
    page = cast.hana.page
    page.get_by_role("link", name="Read the report").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("The Friday kitchen")
    word_for_word = page.get_by_role("region", name="Everything word for word").locator(".quote")
    expect(word_for_word).to_have_count(len(cast.written))
    for note in cast.written:
        expect(word_for_word.get_by_text(note, exact=True)).to_be_visible()
    for said in ("I will ask who comes", "Someone from the school", "More time for the tea"):
        expect(page.get_by_text(said, exact=True)).to_be_visible()

    page.get_by_role("button", name="Where this comes from (Trust in each other)").click()
    drawer = page.get_by_role("complementary", name="Where this comes from")
    expect(drawer).to_contain_text("A key for every team")
    drawer.locator(".quote").first.get_by_role("link", name="Among all notes").click()
    expect(page.locator(":target")).to_contain_text("A key for every team")

    page.get_by_role("link", name="Blueprint").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("2 ideas to try out")
    for idea in ("To feed everyone could be our promise", "We could cook with the school"):
        experiment = page.locator(".ex").filter(has_text=idea)
        expect(experiment).to_contain_text("Why: It costs little")
        expect(experiment).to_contain_text("needs a person")
    for title in ("What gets in the way", "What helps"):
        expect(page.get_by_role("heading", name=title)).to_be_visible()
    page.locator(".ex-from").first.get_by_role("link").first.click()
    expect(page.locator(":target")).to_be_visible()


def somebody_reads_it_by_keyboard(cast: Cast) -> None:
    kim = cast.kim
    kim.hands.press(kim.page.get_by_role("link", name="Read the report"))
    kim.is_in("The Friday kitchen")
    kim.hands.press(kim.page.get_by_role("button", name="Where this comes from (Knowing who comes)"))
    drawer = kim.page.get_by_role("complementary", name="Where this comes from")
    expect(drawer).to_contain_text("I never know who comes next Friday")


def test_a_table_whose_dots_leave_a_tie_settles_it_and_writes_down_what_it_decides(
    server: Server, device: Callable[..., Device]
) -> None:
    """Fay leads on a narrow screen and by keyboard alone, so does Kim; Ann has a mouse and Ben a phone."""
    vote = step("dot_voting", "What we start with", over="notes", where="table", dots=1, take=1)
    cafe = Cafe(server, story(), vote)
    fay = Guest("Fay", Keys(device(360, 780).page))
    ann, ben = Guest("Ann", Mouse(device(768, 1024).page)), Guest("Ben", Finger(device(**PHONE).page))
    kim = Guest("Kim", Keys(device().page))
    fay.joins(server.base + cafe.link("facilitator"), role="facilitator")
    for guest in (ann, ben, kim):
        guest.joins(server.base + cafe.link("participant"))
    cafe.next()
    for guest in (fay, ann, ben, kim):
        assert guest.sits_down() == 1
    for guest, words in ((ann, "A shared kitchen"), (ben, "A later bus"), (kim, "One key for all")):
        guest.writes("Helped", words)
    cafe.next()
    for guest, words in ((ann, "A shared kitchen"), (ben, "A later bus"), (kim, "One key for all")):
        guest.puts_a_dot_on(words)
        expect(guest.page.get_by_text("1 dot", exact=True)).to_have_count(0)
    assert ben.page.evaluate("document.documentElement.scrollWidth") <= 360
    closes_the_vote(fay, "Close the vote of this table")
    for guest in (fay, ann, ben, kim):
        guest.is_in("Three are level for one place.")
    ann.sees("Your 1 dot counts.")
    fay.hands.press(fay.button("Talk for 3 minutes"))
    ben.sees("Talk it over")

    fay.hands.press(fay.button("Vote once more, on these three"))
    for guest, words in ((ann, "A later bus"), (ben, "A later bus"), (kim, "One key for all")):
        guest.is_in("Vote once more, on what is level")
        guest.puts_a_dot_on(words)
    closes_the_vote(fay, "Close the second vote")
    for guest in (fay, ann, ben, kim):
        guest.sees("The second vote, on what was level")
        expect(guest.button("Vote once more")).to_have_count(0)

    fay.hands.press(fay.button("Write down what was decided"))
    fay.hands.write(fay.page.get_by_label("Why?"), "Without it nobody gets home.")
    fay.hands.press(fay.button("Write the decision down"))
    for guest in (ann, ben, kim):
        guest.sees("Chosen: “A later bus”")
        guest.sees("By table 1. Why: Without it nobody gets home.")
    kim.hands.write(kim.page.get_by_label("In one short line"), "Somebody who has time")
    kim.hands.press(kim.button("Say that it is missing"))
    ben.sees("Somebody who has time")
    kim.hands.press(kim.button("Take it back"))
    expect(ben.page.get_by_text("Somebody who has time")).to_have_count(0)
    cafe.go_home()


def closes_the_vote(fay: Guest, words: str) -> None:
    fay.hands.press(fay.button(words))
    fay.hands.press(fay.button("Close it and show the result"))
