"""The bench measures what it says: it loses nothing by itself, and notices when something is lost."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.crowd import Crowd
from bench.figures import delivered, refused, seen_ms
from bench.goals import Goal
from bench.papers import PAGE, PICTURE, RESULTS, between
from bench.plot import picture
from bench.report import markdown
from bench.shots import notes
from bench.wire import TEXT, Frames, masked, plain
from bench.yardsticks.measure import running

ROOT = Path(__file__).parents[2]


# Around every length at which the head of a frame changes its shape.
LENGTHS = st.lists(st.sampled_from([0, 1, 125, 126, 127, 400]), max_size=6)


def cut(stream: bytes, size: int) -> list[tuple[int, bytes]]:
    frames = Frames()
    pieces = [stream[at : at + size] for at in range(0, len(stream), size)]
    return [frame for piece in pieces for frame in frames.take(piece)]


@given(LENGTHS, st.integers(1, 500), st.booleans())
def test_frames_come_whole_however_they_are_cut(lengths: list[int], size: int, from_client: bool) -> None:
    texts = [random.Random(no).randbytes(length) for no, length in enumerate(lengths)]  # noqa: S311
    stream = b"".join(map(masked if from_client else plain, texts))
    assert cut(stream, size) == [(TEXT, text) for text in texts]


@pytest.mark.parametrize("length", [65_535, 65_536, 200_000])
def test_large_frames_come_whole_too(length: int) -> None:
    text = random.Random(length).randbytes(length)  # noqa: S311
    assert cut(plain(text) + masked(text), 4_096) == [(TEXT, text)] * 2


@pytest.fixture
def crowd() -> Iterator[Crowd]:
    """Eight people at two tables of the bare loop."""
    with running("bench.yardsticks.lean") as server:
        crowd = Crowd(server.address)
        crowd.come_in("x" * 8)
        yield crowd
        crowd.hang_up(crowd.everyone)


def test_everybody_at_the_table_is_counted(crowd: Crowd) -> None:
    shots = notes(crowd, "s1", 200.0, 40)
    crowd.fire(shots)
    assert delivered(shots) == 1.0
    assert refused(shots) == {}
    assert all(shot.heard == shot.audience == 4 for shot in shots)
    assert min(seen_ms(shots)) > 0


def test_what_one_person_does_not_hear_is_missed(crowd: Crowd) -> None:
    shots = notes(crowd, "s1", 200.0, 40)
    deaf = next(line for line in crowd.lines if line is not shots[0].line)
    own = [shot for shot in shots if shot.line is not deaf]
    crowd.stop_reading([deaf])
    lost = sum(shot.line.table == deaf.table for shot in own)
    assert lost > 0
    crowd.fire(own, patience=0.0)
    crowd.until(lambda: sum(not shot.done for shot in own) == lost, 60.0)
    assert delivered(own) == pytest.approx(1 - lost / sum(shot.audience for shot in own), abs=1e-6)


def test_a_goal_can_be_missed() -> None:
    assert Goal("soon", 5.0, 5.0, "ms").met
    assert not Goal("soon", 5.0, 5.1, "ms").met
    assert not Goal("many", 100, 99, "/s", most=False).met


def test_a_scene_plays_on_a_real_server() -> None:
    command = [sys.executable, "-m", "bench", "--only", "plenary", "--people", "8"]
    played = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False)  # noqa: S603
    assert played.returncode == 0, played.stderr
    (run,) = json.loads(played.stdout)["runs"]
    assert run["plenary"]["delivered"] == 1.0
    assert run["plenary"]["refused"] == {}
    assert run["plenary"]["cpu_us_per_recipient"] > 0


def test_the_page_tells_what_the_results_say() -> None:
    found = json.loads(RESULTS.read_text())
    assert PAGE.read_text() == between(PAGE.read_text(), markdown(found))
    assert PICTURE.read_text() == picture(found)
