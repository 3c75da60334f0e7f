"""What hosts look at before they share a report: at any width, by keyboard, without script; not on paper."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Locator, Page, expect
from werkzeug.serving import make_server

from tests.browser.devices import Device
from tests.browser.test_reading import findings, sideways
from tests.harvest.day import CODE, put
from tests.rules.cast import Cafe, story
from workshop.activities.pause.messages import Break
from workshop.activities.priorities.messages import PickPriority, Priorities
from workshop.activities.themes.messages import NameTheme, StartTheme, Themes
from workshop.app import create_app
from workshop.config import Config

LONG = "Contextual-safeguarding-and-relationship-based-practice-for-all"


def planted() -> Cafe:
    """A café that is on, with something for most of the rules to find."""
    cafe = Cafe.at_two_tables(
        story(),
        Priorities(title="Our strongest ideas", minutes=10),
        Themes(title="What belongs together", minutes=8, names="any_time"),
        Break(title="Tea", minutes=5),
    )
    notes = {who: [cafe.note(who, f"{who} waits, {no}") for no in range(3)] for who in ("Ann", "Bob", "Cleo")}
    for who in ("Cleo", "Dan"):
        cafe.note(who, f"Ring back, says {who}.", kind="hindered")
    cafe.go_to("Our strongest ideas")
    for note in notes["Cleo"]:
        cafe.do("Flo", PickPriority, note=note)
    wall = cafe.go_to("What belongs together")
    for name, lying in (("Time", notes["Ann"]), (LONG, notes["Bob"]), ("", notes["Cleo"][:1])):
        started = cafe.do("Ann", StartTheme, step=wall, notes=lying, name=name)[0]
        if name == "Time":
            theme = getattr(started, "theme")  # noqa: B009
            cafe.do("Ann", NameTheme, theme=theme, name=name, statement="Most of us wait.")
    cafe.go_to("Tea")
    return cafe


@pytest.fixture(scope="module")
def open_draft(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[Device], Page]]:
    """Opens the draft of a café's report as its host."""
    folder = tmp_path_factory.mktemp("draft")
    config = Config(data=folder, database_url=f"sqlite:///{folder / 'cafe.sqlite3'}", secret_key="k" * 32)
    app = create_app(config, async_mode="threading")
    put(planted(), app.ledger)
    server = make_server("127.0.0.1", 0, app.web, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    address = f"http://127.0.0.1:{server.server_port}"

    def give(device: Device) -> Page:
        cookie = {"name": "cafe-host", "value": app.tokens.person("w1", "hal"), "url": address}
        device.context.add_cookies([cookie])
        device.page.goto(f"{address}/w/{CODE}/report")
        return device.page

    yield give
    server.shutdown()
    thread.join()
    server.server_close()
    app.stop()
    app.ledger.close()


def panel(page: Page) -> Locator:
    return page.get_by_role("region", name="Before you share this")


@pytest.mark.parametrize(
    ("width", "scheme"), [(1440, "light"), (768, "light"), (360, "dark"), (320, "light")]
)
def test_the_findings_stand_in_nobody_s_way(
    open_draft: Callable[[Device], Page], device: Callable[..., Device], width: int, scheme: str
) -> None:
    page = open_draft(device(width, color_scheme=scheme, bypass_csp=True))
    expect(panel(page)).to_contain_text("“Time” speaks of common ground (“Most of us”)")
    assert findings(page) == []
    assert sideways(page) <= 0


def test_without_any_script_a_finding_leads_to_its_line_and_to_the_board(
    open_draft: Callable[[Device], Page], device: Callable[..., Device]
) -> None:
    page = open_draft(device(java_script_enabled=False))
    ideas = panel(page).get_by_role("listitem").filter(has_text="2 ideas of table 2 are in no theme").first
    expect(ideas.get_by_role("link", name="Open the board")).to_have_attribute(
        "href", f"/w/{CODE}/host#board/s3"
    )
    ideas.get_by_role("link", name="Idea of table 2: “Cleo waits, 1”").click()
    expect(page.locator("#ideas .quote", has_text="Cleo waits, 1")).to_be_in_viewport()


def test_by_keyboard_the_lines_behind_a_finding_unfold(
    open_draft: Callable[[Device], Page], device: Callable[..., Device]
) -> None:
    page = open_draft(device())
    less = panel(page).locator("summary", has_text="Look at these if you can")
    one = panel(page).get_by_role("link", name="Table 1, round 1: “Ann waits, 0”")
    expect(one).to_be_hidden()
    less.focus()
    page.keyboard.press("Enter")
    expect(one).to_be_visible()
    page.keyboard.press("Tab")
    expect(one).to_be_focused()


def test_on_paper_they_are_not(open_draft: Callable[[Device], Page], device: Callable[..., Device]) -> None:
    page = open_draft(device())
    page.emulate_media(media="print")
    expect(page.locator("#checks")).to_be_hidden()
    expect(page.locator("#in-short")).to_be_visible()
