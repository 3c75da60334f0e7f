"""Three people at one board: by drag, by menu, by keyboard alone; suggestions taken and left; names last."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.audit import Audit
from tests.browser.devices import Device
from tests.browser.hands import Keys, Mouse
from tests.browser.hosts import Host
from tests.browser.people import Guest
from tests.stories.cafe import Cafe, step, story
from tests.stories.person import hang_up
from tests.stories.server import Server

# Milliseconds. A first worker has a model to load, on a machine that is busy with other tests.
FOR_THE_WORKER = 60_000
QUESTIONS = ["What will you do?", "Who else should be here?"]
HEARD = ("The nurse listened to me", "My doctor listened at last", "Somebody listened to my mother")
WAITED = ("The waiting list was long", "I waited for months", "Waiting, always waiting")
OTHERS = ("Forms, forms, forms", "A café at the corner", "The bus never comes")


@pytest.fixture(scope="module")
def busy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server that keeps a worker."""
    server = Server(tmp_path_factory.mktemp("busy") / "data", WORKERS="1")
    yield server
    hang_up(server.base)
    server.stop()
    assert not server.troubles()


@dataclass
class Board:
    cafe: Cafe
    leila: Guest
    kim: Guest
    hana: Host


@pytest.fixture
def board(busy: Server, device: Callable[..., Device], audit: Audit) -> Iterator[Board]:
    """Leila with a mouse, Kim with the keyboard alone, and Hana, who has the board as large as her screen."""
    rounds = (
        story(),
        step("themes", "What belongs together"),
        step("closing_questions", "At last", questions=QUESTIONS),
    )
    cafe = Cafe(busy, *rounds)
    leila = Guest("Leila", Mouse(device().page))
    kim = Guest("Kim", Keys(device().page))
    for guest in (leila, kim):
        guest.joins(busy.base + cafe.link("facilitator"), role="facilitator")
    hana = Host("Hana", audit.page)
    hana.opens_the_home(f"{busy.base}/host/{busy.home}")
    hana.page.goto(f"{busy.base}/w/{cafe.code}/host")
    hana.says_who_she_is()
    people = [cafe.join("Ann"), cafe.join("Bob")]
    cafe.next()
    for no, words in enumerate((*HEARD, *WAITED, *OTHERS)):
        people[no % 2].writes(words, kind=("helped", "hindered")[no % 2])
    cafe.next()
    hana.page.get_by_role("link", name="Open the board").click()
    expect(hana.page.get_by_text("0 of 9 notes are in a group.")).to_be_visible()
    yield Board(cafe, leila, kim, hana)
    cafe.go_home()


def chooses(guest: Guest, words: str) -> Locator:
    return guest.page.get_by_role("checkbox", name=f"Choose: {words}")


def the_list(guest: Guest) -> None:
    guest.hands.press(guest.page.get_by_role("button", name="List", exact=True))


def drags(guest: Guest, note: str, to: Locator) -> None:
    guest.note(note).locator(".grip").scroll_into_view_if_needed()
    guest.note(note).locator(".grip").drag_to(to)


def lies_in(guest: Guest, note: str, group: str) -> None:
    expect(guest.note(note, guest.group(group))).to_be_visible()


def a_suggestion_is_taken_and_one_is_left(board: Board) -> None:
    leila, kim = board.leila, board.kim
    guesses = leila.page.locator("li.guess")
    expect(guesses.first).to_be_visible(timeout=FOR_THE_WORKER)
    leila.hands.press(leila.button("Look at the", guesses.first))
    looked = guesses.filter(has=leila.page.get_by_role("checkbox"))
    boxes = looked.get_by_role("checkbox")
    left = boxes.count() - 1
    boxes.last.click()
    leila.hands.press(leila.button("Make a group of", looked))
    expect(kim.group("Group 1").get_by_text(f"{left} note")).to_be_visible()
    expect(kim.group("Group 1").get_by_text("From a suggestion").first).to_be_visible()
    leila.thinks_again()
    expect(kim.page.locator("section.theme")).to_have_count(0)

    one = kim.page.locator("li.guess").first
    expect(one).to_be_visible(timeout=FOR_THE_WORKER)
    kim.hands.press(kim.button("No, leave them", one))
    expect(leila.button("Bring back the one set aside")).to_be_visible()


def three_group_at_once(board: Board) -> None:
    leila, kim, hana = board.leila, board.kim, board.hana
    leila.moves_on_the_wall(HEARD[0], to="A new group")
    drags(leila, HEARD[1], to=leila.group("Group 1"))
    lies_in(kim, HEARD[1], "Group 1")

    the_list(kim)
    box = chooses(kim, WAITED[0])
    kim.hands.choose(box)
    kim.hands.choose(chooses(kim, WAITED[1]))
    kim.page.keyboard.press("Enter")
    expect(kim.button("Move them to…")).to_be_focused()
    kim.hands.press(kim.button("Make a new group of them"))
    lies_in(leila, WAITED[0], "Group 2")
    lies_in(leila, WAITED[1], "Group 2")

    host = Guest("Hana", Mouse(hana.page))
    host.moves_on_the_wall(WAITED[2], to="Group 2")
    host.moves_on_the_wall(HEARD[2], to="Group 1")
    expect(kim.page.get_by_text("6 of 9 notes are in a group.")).to_be_visible()
    expect(hana.page.get_by_text(re.compile("3 notes · .* · 2 people")).first).to_be_visible()
    leila.hands.pick(leila.button("Choose what to do with the group “Group 2"), "How it came to be")
    expect(leila.page.get_by_role("dialog")).to_contain_text("Kim began it with 2 notes")
    leila.hands.press(leila.button("Close", leila.page.get_by_role("dialog")))


def names_come_last(board: Board) -> None:
    leila, hana = board.leila, board.hana
    locked = leila.group("Group 1").get_by_role("button", name="Name it (names come last)")
    expect(locked).to_have_attribute("aria-disabled", "true")
    hana.presses("Open the naming")
    leila.names("Group 1", "Being heard")
    expect(board.kim.page.get_by_role("heading", name="Being heard")).to_be_visible()
    leila.thinks_again()
    expect(board.kim.page.get_by_role("heading", name="Group 1, not named yet")).to_be_visible()
    hana.presses("Back to silent grouping")
    expect(locked).to_be_visible()


def what_is_looked_for_is_found(board: Board) -> None:
    kim = board.kim
    field = kim.page.get_by_label("Find by word")
    kim.hands.write(field, "CAFE")
    expect(kim.page.locator("mark")).to_have_text("café")
    expect(kim.page.get_by_text("1 of 9 notes.")).to_be_visible()
    kim.hands.write(field, "tram")
    expect(kim.page.get_by_role("heading", name="No note has “tram” in it.")).to_be_visible()
    kim.hands.press(kim.button("Clear the search"))
    expect(kim.page.get_by_text("Not grouped yet 3")).to_be_visible()


def test_three_people_make_themes(board: Board, audit: Audit) -> None:
    a_suggestion_is_taken_and_one_is_left(board)
    audit.look("the board before it has groups")
    three_group_at_once(board)
    names_come_last(board)
    what_is_looked_for_is_found(board)
    audit.page.get_by_role("button", name="List", exact=True).click()
    audit.page.locator("input[data-note]").first.check()
    audit.look("the board as a list, one note chosen")
    assert not audit.faults, audit.report()


def test_hosts_group_the_answers_to_a_question(board: Board) -> None:
    cafe, hana = board.cafe, board.hana
    last = cafe.next()
    for person, words in ((cafe.people[1], "I will ring"), (cafe.people[2], "I will listen")):
        person.does("question.answer", step=last, question=1, text=words)
    hana.page.get_by_role("link", name="Back to the desk").click()
    hana.page.get_by_role("link", name="Group the answers to question 2").click()
    expect(hana.page.get_by_role("heading", level=1)).to_have_text(QUESTIONS[1])
    host = Guest("Hana", Mouse(hana.page))
    host.moves_on_the_wall("I will ring", to="A new group")
    host.moves_on_the_wall("I will listen", to="Group 1")
    expect(hana.page.get_by_text("2 of 2 answers are in a group.")).to_be_visible()
    hana.page.reload()
    expect(host.note("I will listen", host.group("Group 1"))).to_be_visible()
