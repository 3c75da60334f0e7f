"""Reading the report and the blueprint: with a mouse, by keyboard, on a phone, and without any script."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from werkzeug.serving import make_server

from tests.browser.devices import Device
from tests.harvest.day import CODE, Day, put
from workshop.activities.dot_voting.messages import PlaceDots
from workshop.app import create_app
from workshop.config import Config

AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


class ManyVoted(Day):
    """A day on which so many voted that readers see how."""

    def voting(self) -> None:
        super().voting()
        time, waiting = self.ids["time"], self.ids["waiting"]
        for who, dots in (("Dan", {time: 1, waiting: 1}), ("Eve", {time: 1, waiting: 1})):
            self.cafe.do(who, PlaceDots, ballot=self.cafe.state.current, dots=dots)


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], str]]:
    """A server with a café that has closed; gives the readers' link to its report or blueprint."""
    folder = tmp_path_factory.mktemp("shelf")
    config = Config(data=folder, database_url=f"sqlite:///{folder / 'cafe.sqlite3'}", secret_key="k" * 32)
    app = create_app(config, async_mode="threading")
    put(ManyVoted().whole(), app.ledger)
    server = make_server("127.0.0.1", 0, app.web, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield lambda what: f"http://127.0.0.1:{server.server_port}/w/{CODE}/{what}/{app.tokens.reader('w1')}"
    server.shutdown()
    thread.join()
    server.server_close()
    app.stop()
    app.ledger.close()


def findings(page: Page) -> list[Any]:
    """What axe has to say against the page as it is now."""
    page.evaluate(AXE.read_text())
    found: list[Any] = page.evaluate(
        "rules => axe.run(document, {runOnly: rules}).then(run => run.violations.map("
        "one => [one.id, one.nodes.map(node => node.target)]))",
        RULES,
    )
    return found


def sideways(page: Page) -> int:
    """How many pixels of the page one would have to scroll to the side for."""
    return int(page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))


@pytest.mark.parametrize("what", ["report", "blueprint"])
@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (768, "light"), (360, "dark")])
def test_nothing_stands_in_anyone_s_way(
    shelf: Callable[[str], str], device: Callable[..., Device], what: str, width: int, scheme: str
) -> None:
    page = device(width, color_scheme=scheme, bypass_csp=True).page
    page.goto(shelf(what))
    assert findings(page) == []
    assert sideways(page) <= 0


@pytest.mark.parametrize("width", [1440, 360])
def test_the_evidence_opens_beside_its_line_and_leads_on(
    shelf: Callable[[str], str], device: Callable[..., Device], width: int
) -> None:
    page = device(width, bypass_csp=True).page
    page.goto(shelf("report"))
    drawer = page.locator("#drawer")
    expect(drawer).to_be_hidden()
    page.get_by_role("button", name="Where this comes from (Time)").click()
    expect(drawer).to_contain_text("Forms eat the evenings.")
    expect(drawer).to_contain_text("2 tables, in rounds 1 and 2")
    assert findings(page) == []
    drawer.get_by_role("link", name="Among all notes").first.click()
    note = page.locator("#words .quote", has_text="Forms eat the evenings.")
    expect(note).to_be_in_viewport()
    note.get_by_role("link", name="Theme “Time”").click()
    expect(page.locator("#themes").get_by_role("heading", name="Time", exact=True)).to_be_in_viewport()


def test_by_keyboard_alone(shelf: Callable[[str], str], device: Callable[..., Device]) -> None:
    page = device().page
    page.goto(shelf("report"))
    button = page.get_by_role("button", name="Where this comes from (Waiting)")
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("heading", name="Where this comes from", exact=True)).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#drawer")).to_be_hidden()
    expect(button).to_be_focused()


def test_without_any_script_the_link_leads_to_the_evidence(
    shelf: Callable[[str], str], device: Callable[..., Device]
) -> None:
    page = device(java_script_enabled=False).page
    page.goto(shelf("report"))
    page.get_by_role("link", name="Where this comes from (Time)").click()
    source = page.locator("article", has=page.get_by_role("heading", name="Time", exact=True))
    expect(source).to_be_in_viewport()
    source.get_by_role("link", name="Table 1, round 1: “Forms eat the evenings.”").click()
    expect(page.locator("#words .quote", has_text="Forms eat the evenings.")).to_be_in_viewport()


def test_a_filtered_report_shows_what_fits_by_its_link_and_on_paper(
    shelf: Callable[[str], str], device: Callable[..., Device]
) -> None:
    page = device(360, bypass_csp=True).page
    page.goto(f"{shelf('report')}?table=1")
    assert findings(page) == []
    assert sideways(page) <= 0
    expect(page.locator("#words")).not_to_contain_text("A neighbour who stayed.", use_inner_text=True)
    page.get_by_label("Find words in this report").fill("FORMS")
    expect(page.get_by_role("status")).to_contain_text("Shown: Table 1 · “FORMS”. 2 of 7 notes")
    page.emulate_media(media="print")
    expect(page.locator(".filters-found")).to_be_visible()
    expect(page.locator("#words .quote:visible")).to_have_count(2)
    page.emulate_media(media="screen")
    page.get_by_role("button", name="Show everything").click()
    expect(page.locator("#words .quote:visible")).to_have_count(7)
    assert "?" not in page.url


def test_the_blueprint_leads_to_the_notes_and_votes_behind_an_experiment(
    shelf: Callable[[str], str], device: Callable[..., Device]
) -> None:
    page = device().page
    page.goto(shelf("blueprint"))
    experiment = page.locator(".ex", has=page.get_by_role("heading", name="Thursdays without forms."))
    expect(experiment).to_contain_text("Cannot start yet: 4 things missing")
    experiment.get_by_role("link", name="The vote “What matters most”").click()
    expect(page.get_by_role("heading", name="What matters most")).to_be_in_viewport()
    page.get_by_role("link", name="Time", exact=True).first.click()
    page.go_back()
    page.go_back()
    experiment.get_by_role("link", name="Table 1, round 2: “Thursdays without forms.”").click()
    expect(page.locator("#words .quote", has_text="Thursdays without forms.")).to_be_in_viewport()
