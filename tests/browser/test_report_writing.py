"""Two hosts write one report: each sees the other, neither loses a word, and it stands in the report."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.audit import Audit
from tests.browser.devices import Device
from tests.browser.hosts import Host
from tests.stories.cafe import Cafe, story
from tests.stories.server import Server


class Desk(NamedTuple):
    cafe: Cafe
    hana: Host
    hugo: Host


@pytest.fixture
def desk(server: Server, device: Callable[..., Device], audit: Audit) -> Iterator[Desk]:
    """Hana at a laptop, Hugo with a phone; the round is on, and Ann has written a note."""
    cafe = Cafe(server, story())
    hosts = []
    for name, page in (("Hana", audit.page), ("Hugo", device(360, 780, touch=True, offline=True).page)):
        host = Host(name, page)
        host.opens_the_home(f"{server.base}/host/{server.home}")
        page.goto(f"{server.base}/w/{cafe.code}/host")
        host.says_who_she_is()
        hosts.append(host)
    ann = cafe.join("Ann")
    cafe.next()
    ann.writes("I waited nine weeks for the plan, and then nobody rang.", kind="helped")
    for host in hosts:
        host.page.goto(f"{server.base}/w/{cafe.code}/host#report")
        expect(host.page.get_by_role("heading", name="Write the report")).to_be_visible()
    yield Desk(cafe, *hosts)
    cafe.go_home()


def context(page: Page) -> Locator:
    return page.get_by_role("textbox", name="The context")


def standing(page: Page) -> Locator:
    return page.locator("#part-context .wr-standing")


def both_write_in_one_place(hana: Host, hugo: Host) -> None:
    context(hana.page).fill("Families asked for time.")
    expect(standing(hana.page)).to_contain_text("Saved. Hana")
    expect(context(hugo.page)).to_have_value("Families asked for time.")
    hugo.page.context.set_offline(True)
    expect(hugo.page.get_by_text("Reconnecting").first).to_be_visible()
    context(hugo.page).fill("Families asked for trust.")
    expect(standing(hugo.page)).to_contain_text("Not sent yet")
    context(hana.page).fill("Families asked for time and tea.")
    expect(standing(hana.page)).to_contain_text("Saved. Hana")
    hugo.page.context.set_offline(False)


def hugo_puts_both_together(hana: Host, hugo: Host) -> None:
    expect(hugo.page.get_by_role("heading", name="Hana has written here meanwhile")).to_be_visible()
    hugo.presses("See both")
    expect(hugo.page.locator(".wr-both")).to_contain_text("time and tea")
    hugo.presses("Keep mine")
    expect(context(hana.page)).to_have_value("Families asked for trust.")


def hana_brings_her_version_back(hana: Host) -> None:
    hana.presses("3 versions of “The context”")
    hana.presses("Bring back version 2")
    expect(context(hana.page)).to_have_value("Families asked for time and tea.")
    expect(standing(hana.page)).to_contain_text("Saved. Hana")


def hana_concludes(hana: Host) -> None:
    page = hana.page
    hana.presses("Add a conclusion")
    page.get_by_label("Heading").fill("People wait in silence")
    hana.presses("Quote somebody")
    hana.presses("Quote this: I waited")
    words = page.get_by_role("textbox", name="As it will stand")
    words.evaluate("field => field.setSelectionRange(9, 19)")
    hana.presses("Leave out the marked words")
    expect(words).to_have_value("I waited […] for the plan, and then nobody rang.")
    hana.presses("Use this quote")
    hana.presses("Add a conclusion")
    expect(page.locator("[data-statement]")).to_contain_text("I waited […] for the plan")


def test_two_hosts_write_one_report(desk: Desk, audit: Audit) -> None:
    hana, hugo = desk.hana, desk.hugo
    both_write_in_one_place(hana, hugo)
    hugo_puts_both_together(hana, hugo)
    hana_brings_her_version_back(hana)
    hana_concludes(hana)
    expect(hugo.page.get_by_label("Heading")).to_have_value("People wait in silence")
    audit.look("writing the report")
    assert audit.faults == []
    hana.page.goto(f"{desk.cafe.server.base}/w/{desk.cafe.code}/report")
    expect(hana.page.get_by_text("Families asked for time and tea.").first).to_be_visible()
    expect(hana.page.get_by_role("heading", name="People wait in silence").first).to_be_visible()
