"""What docs/api.md shows can be typed, and does what it says."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from tests.services import missing
from tests.stories.cafe import Cafe, arrival, story
from tests.stories.server import Server, command_line
from workshop.api.openapi import ROOT
from workshop.webhooks.message import message
from workshop.webhooks.post import WAITS

WORDS = (Path(__file__).parents[2] / "docs" / "api.md").read_text()
SHELL = re.findall(r"```sh\n(.*?)```", WORDS, re.DOTALL)
CURLS = [line for block in SHELL for line in block.splitlines() if line.startswith("curl")]


@pytest.fixture
def closed(started: Callable[..., Server]) -> Cafe:
    cafe = Cafe(started(), arrival(), story())
    cafe.hal.does("workshop.close")
    return cafe


def test_every_line_of_curl_is_answered(closed: Cafe) -> None:
    if shutil.which("curl") is None:
        missing("curl")
    assert len(CURLS) >= 3
    (made,) = [line for block in SHELL for line in block.splitlines() if line.startswith("workshop keys")]
    words = made.replace("--data data", f"--data {closed.server.data}").split()[1:]
    key = command_line(*words).stdout.splitlines()[0]
    known = {"KEY": key, "SERVER": closed.server.base, "CODE": closed.code}
    for line in CURLS:
        ran = subprocess.run(["bash", "-c", line], capture_output=True, env=os.environ | known, check=False)  # noqa: S603, S607
        assert ran.returncode == 0, line
        assert json.loads(ran.stdout)
    closed.go_home()


def test_the_message_that_is_shown_is_one() -> None:
    (shown,) = [json.loads(one) for one in re.findall(r"```json\n(\{\n.*?)```", WORDS, re.DOTALL)]
    code = shown["data"]["workshop"]
    base = shown["data"]["links"]["workshop"].partition(ROOT)[0]
    made = message(shown["id"], "workshop.closed", 1_795_361_400_000, code, base)
    assert msgspec.to_builtins(made) == shown


def test_the_waits_are_those_that_are_said() -> None:
    assert [wait // 1000 for wait in WAITS] == [5, 60, 600, 3600, 6 * 3600]
    assert "after 5 seconds, a minute, ten minutes, an hour and six hours" in " ".join(WORDS.split())
