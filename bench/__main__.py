"""``make bench``: measures the server."""

from __future__ import annotations

import argparse
import gc
import json
import sys
import time

from bench import scenes
from bench.day import Day
from bench.figures import Figures
from bench.server import pin_crowd

SIZES = (92, 500, 1_000, 2_000)


def run(people: int, only: str | None, quick: bool) -> Figures:
    wanted = {only} if only else {"join", "plenary", "notes"}
    steps = ["stories"]
    if "plenary" in wanted:
        steps.append("plenary")
    if "notes" in wanted:
        steps += scenes.rounds(quick)
    found: Figures = {"people": people}
    with Day(people, steps) as day:
        began = time.perf_counter()
        day.get_ready()
        say(f"  {people} joined by form in {time.perf_counter() - began:.1f} s")
        found["join"] = scenes.join(day)
        if "plenary" in wanted:
            found["plenary"] = scenes.plenary(day)
        if "notes" in wanted:
            found["notes"] = scenes.notes(day, quick)
    return found


def say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measure the server.")
    parser.add_argument("--only", choices=("join", "plenary", "notes"))
    parser.add_argument("--people", type=int)
    parser.add_argument("--quick", action="store_true")
    given = parser.parse_args()
    pin_crowd()
    gc.disable()
    for people in [given.people] if given.people else SIZES:
        print(json.dumps(run(people, given.only, given.quick), indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main())
