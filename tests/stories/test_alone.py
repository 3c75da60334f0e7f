"""One server for one data folder, with as many open files as the machine allows."""

from __future__ import annotations

import os
import resource
from collections.abc import Callable, Iterator

import pytest

from tests.stories.server import LIBRARY, Server, command_line
from tests.stories.test_health import figures

Start = Callable[..., Server]


def second(server: Server) -> tuple[int, str]:
    answer = command_line("serve", "--port", "0", "--data", str(server.data), "--server", LIBRARY)
    return answer.returncode, answer.stderr


def test_a_second_server_is_told_who_was_first(started: Start) -> None:
    server = started()
    code, said = second(server)
    assert code == 2
    assert said == (
        f"The data folder {server.data} is being served already, by process {server.process.pid}. "
        "Stop that server first, or give another folder with --data.\n"
    )
    # Nothing of it has changed for the first: the one after it is told the same.
    assert second(server) == (code, said)


@pytest.mark.parametrize("end", ["stop", "kill"])
def test_when_the_first_has_ended_the_next_may_serve(started: Start, end: str) -> None:
    server = started()
    getattr(server, end)()
    server.start()
    assert f"process {server.process.pid}." in second(server)[1]


@pytest.fixture
def few_files() -> Iterator[int]:
    """As many systems begin: a low limit, which a process may raise by itself up to another.

    It holds for this process too, which needs some files of its own to start a server.
    """
    few, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (256 + len(os.listdir("/dev/fd")), most))
    yield most
    resource.setrlimit(resource.RLIMIT_NOFILE, (few, most))


def test_a_server_takes_as_many_open_files_as_it_may(few_files: int, started: Start) -> None:
    assert figures(started())["process_max_fds"] == few_files
