"""``make bench``: measures the server, and writes down what it found."""

from __future__ import annotations

import argparse
import gc
import json
import os
import platform
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime

from bench.figures import Figures
from bench.growth import many, opening
from bench.papers import write_down
from bench.run import SCENES, play, say
from bench.scenes.processes import processes
from bench.scenes.tables import QUICK_RATES, RATES
from bench.scenes.worker import worker
from bench.server import pin_crowd
from bench.yardsticks.measure import yardsticks

SIZES = (92, 500, 1_000, 2_000)
ALONE: dict[str, Callable[[], Figures]] = {
    "opening": opening,
    "many": many,
    "processes": processes,
    "worker": worker,
    "yardsticks": yardsticks,
}
EXAMPLE = "Example: python -m bench --only notes --people 500"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__, epilog=EXAMPLE)
    parser.add_argument("--only", choices=(*SCENES, *ALONE), help="one scene; prints it and writes nothing")
    parser.add_argument("--people", type=int, help=f"with --only: how many; {SIZES} without it")
    parser.add_argument("--quick", action="store_true", help="92 people and few rates; writes nothing")
    return parser


def one(scene: str, sizes: tuple[int, ...], rates: tuple[int, ...]) -> Figures:
    """One scene, alone."""
    if scene in ALONE:
        return {scene: ALONE[scene]()}
    return {"runs": [play(people, (scene,), rates) for people in sizes]}


def timed(name: str) -> Figures:
    began = time.perf_counter()
    found = ALONE[name]()
    say(f"{name}: {time.perf_counter() - began:.1f} s")
    return found


def everything(sizes: tuple[int, ...], rates: tuple[int, ...]) -> Figures:
    began = time.perf_counter()
    found: Figures = {
        "machine": {
            "cores": os.cpu_count(),
            "python": platform.python_version(),
            "system": platform.platform(),
        },
        "at": datetime.now(UTC).isoformat(timespec="minutes"),
        "yardsticks": timed("yardsticks"),
        "runs": [play(people, SCENES, rates) for people in sizes],
    }
    found |= {name: timed(name) for name in ("opening", "many")}
    return found | {"minutes": round((time.perf_counter() - began) / 60, 1)}


def main() -> int:
    given = _parser().parse_args()
    pin_crowd()
    gc.disable()
    rates = QUICK_RATES if given.quick else RATES
    sizes = (given.people,) if given.people else SIZES
    if given.only:
        print(json.dumps(one(given.only, sizes, rates), indent=1))
    elif given.quick:
        print(json.dumps(everything((given.people or SIZES[0],), rates), indent=1))
    else:
        write_down(everything(sizes, rates))
    return 0


if __name__ == "__main__":
    sys.exit(main())
