"""One Chromium for a file of stories, and a device of their own for everybody in them."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.browser.audit import Audit
from tests.browser.devices import WAIT, Device
from tests.browser.hands import Finger, Mouse
from tests.browser.people import Guest
from tests.browser.roads import Road
from tests.browser.tables import Table, seated
from tests.stories.server import Server

FAILED = pytest.StashKey[bool]()
PLANS = Path(__file__).parent / "plans"
MISSING = (
    "The browser tests need Chromium. Install it (on Debian: sudo apt-get install chromium) and try again."
)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    path = shutil.which("chromium")
    if path is None:
        pytest.fail(MISSING, pytrace=False)
    expect.set_options(timeout=WAIT)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path)
        yield browser
        browser.close()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    item.stash[FAILED] = item.stash.get(FAILED, False) or report.failed
    return report


@pytest.fixture
def device(
    chromium: Browser, request: pytest.FixtureRequest, tmp_path: Path
) -> Iterator[Callable[..., Device]]:
    """Gives devices, each with cookies of its own; at the end none of them may have complained.

    After a failure there are pictures of them in the test's folder.
    """
    handed_out: list[Device] = []

    def give(width: int = 1440, height: int = 900, **options: Any) -> Device:
        handed_out.append(Device(chromium, width, height, **options))
        return handed_out[-1]

    yield give
    if request.node.stash.get(FAILED, False):
        for no, one in enumerate(handed_out):
            one.page.screenshot(path=tmp_path / f"device-{no}.png", full_page=True)
        print(f"What the devices showed: {tmp_path}")
    complaints = [words for one in handed_out for words in one.complaints]
    for one in handed_out:
        one.context.close()
    assert complaints == []


@pytest.fixture
def audit(device: Callable[..., Device]) -> Audit:
    return Audit(device(refused=True, offline=True).page)


@pytest.fixture
def kitchen(tmp_path: Path) -> Iterator[Server]:
    """A server of its own, with the café of plans/kitchen.yaml ready to join."""
    server = Server(tmp_path / "data", PLANS / "kitchen.yaml", AWAY_SECONDS="10")
    yield server
    server.stop()
    assert not server.troubles()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """A server of its own, to be broken."""
    server = Server(tmp_path / "data", AWAY_SECONDS="10")
    yield server
    server.stop()
    assert not server.troubles()


@pytest.fixture
def table(server: Server, device: Callable[..., Device]) -> Iterator[Table]:
    """Ann at a laptop, Ben with a phone."""
    ann = Guest("Ann", Mouse(device(offline=True).page))
    ben = Guest("Ben", Finger(device(360, 780, touch=True, offline=True).page))
    table = seated(server, ann, ben)
    yield table
    table.cafe.go_home()


@pytest.fixture
def road(server: Server) -> Iterator[Road]:
    """Beside the server's own address, one that leads there by a road."""
    road = Road(server.port)
    yield road
    road.close()
