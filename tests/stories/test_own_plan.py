"""``workshop run --plan FILE``: a café that is ready to join, with the host's own plan and a quick clock."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.stories.cafe import Browser, Cafe, boot
from tests.stories.conftest import Round, seated
from tests.stories.person import Doc, refusal
from tests.stories.server import Server

PLAN = """
name: Quick
purpose: Try the clock
minutes: 15
times: {closing_call: 1, late_notes: 1, reopen: 1, seat_held: 5}
steps:
  - {activity: arrival, title: Arriving, minutes: 5}
  - {activity: story_round, title: Our stories, minutes: 5, prompt: What helped?, note_kinds: [helped]}
  - {activity: break, title: Tea, minutes: 5}
"""


@pytest.fixture
def quick(started: Callable[..., Server], tmp_path: Path) -> Iterator[Round]:
    plan = tmp_path / "quick.yaml"
    plan.write_text(PLAN)
    server = started(plan=plan)
    cafe = Cafe(server, code=server.code)
    yield seated(cafe)
    cafe.go_home()
    assert not server.troubles()


def test_the_clock_ends_the_call_the_late_notes_and_the_held_seat(quick: Round) -> None:
    r = quick
    r.dan.close_the_lid()
    r.hal.until(lambda: r.hal.sees("desk", f"person/{r.dan.id}")["held_since"], "Dan's seat held")
    r.hal.does("step.next", after="s2")
    r.ann.until(lambda: r.ann.sees("hall", "step/s2")["phase"] == "closing", "the call")
    assert r.ann.cafe["current"] == "s2"
    r.ann.until(lambda: r.ann.cafe["current"] == "s3", "the break")
    note = r.ann.writes("Just in time", step="s2")
    assert refusal_of_late_words(r, note)["code"] == "step-closed"
    assert r.hal.may_not("step.reopen", step="s2")["code"] == "too-late"
    r.hal.until(lambda: r.hal.sees("desk", f"person/{r.dan.id}")["table"] is None, "Dan's seat given up")


def refusal_of_late_words(r: Round, note: str) -> Doc:
    """Write on, on the same note, until it is too late."""
    for no in range(20_000):
        answer = r.ann.tells(r.ann.command("note.edit", note=note, kind="helped", text=f"Once more {no}"))
        if not answer["ok"]:
            return refusal(answer)
    raise AssertionError("It was never too late")


def test_started_again_it_offers_the_cafe_that_is_waiting(
    started: Callable[..., Server], tmp_path: Path
) -> None:
    plan = tmp_path / "quick.yaml"
    plan.write_text(PLAN)
    server = started(plan=plan)
    code = server.code
    server.stop()
    server.start()
    assert server.code == code
    assert boot(Browser(server).joins(f"/j/{code}", "Ann"))["title"] == "Quick"
