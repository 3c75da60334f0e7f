"""One server process for all the stories of a run; each test makes a workshop of its own on it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from tests.services import Postgres
from tests.stories.cafe import Cafe
from tests.stories.person import Doc, hang_up, nobody_looks_on
from tests.stories.server import Server

# No test is about time. Where a change is judged, examples are always the same; elsewhere they look further.
settings.register_profile("cafe", deadline=None, derandomize=bool(os.environ.get("REQUIRE_SERVICES")))
settings.load_profile("cafe")


@pytest.fixture(scope="module", autouse=True)
def alone() -> Iterator[None]:
    """No line that one file of tests opened looks for its server during the next."""
    yield
    nobody_looks_on()


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    running = Server(tmp_path_factory.mktemp("server") / "data")
    yield running
    hang_up(running.base)
    code, _ = running.stop()
    assert code == 0


@pytest.fixture(scope="module")
def postgres() -> Iterator[Postgres]:
    """A PostgreSQL for one file of tests, with as many databases as they like."""
    running = Postgres()
    yield running
    running.close()


@pytest.fixture
def started(tmp_path: Path) -> Iterator[Callable[..., Server]]:
    """Starts servers of a test's own, and ends them."""
    servers: list[Server] = []

    def start(**how: Any) -> Server:
        servers.append(Server(tmp_path / f"data-{len(servers)}", **how))
        return servers[-1]

    yield start
    for running in servers:
        hang_up(running.base)
        if running.process.poll() is None:
            running.kill()


@pytest.fixture
def made(server: Server) -> Iterator[Callable[..., Cafe]]:
    """Makes workshops; afterwards everybody goes home, and the server must have nothing to complain of."""
    cafes: list[Cafe] = []

    def make(*steps: Doc, on: Server = server, **how: Any) -> Cafe:
        cafes.append(Cafe(on, *steps, **how))
        return cafes[-1]

    server.troubles()
    yield make
    for cafe in cafes:
        cafe.go_home()
    assert not server.troubles()
