"""A day of scenes for one number of people."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

from bench.day import Day
from bench.figures import Figures
from bench.scenes import doors, hall, tables

# In the order of the day.
SCENES = ("join", "wall", "dots", "plenary", "slow", "reconnect", "notes")
# What must have happened before.
NEEDS = {"dots": ("wall",), "slow": ("plenary",)}


def say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


def scenes_for(wanted: tuple[str, ...]) -> list[str]:
    """These scenes and what they need, in order. Everybody has to come in first."""
    needed = {"join", *wanted, *(need for scene in wanted for need in NEEDS.get(scene, ()))}
    return [scene for scene in SCENES if scene in needed]


def steps_for(scenes: list[str], rates: tuple[int, ...]) -> list[str]:
    """The steps of a plan for these scenes."""
    steps = ["stories"]
    if "wall" in scenes:
        steps.append("themes")
    if "dots" in scenes:
        steps.append("dots")
    if {"dots", "plenary"} & set(scenes):
        steps.append("plenary")
    return steps + (tables.rounds(rates) if "notes" in scenes else [])


def play(people: int, wanted: tuple[str, ...], rates: tuple[int, ...]) -> Figures:
    """The figures of each scene by its name."""
    scenes = scenes_for(wanted)
    parts: dict[str, Callable[[Day], Figures]] = {
        "join": join,
        "wall": hall.wall,
        "dots": hall.dots,
        "plenary": hall.plenary,
        "slow": hall.slow,
        "reconnect": doors.reconnect,
        "notes": lambda day: tables.notes(day, rates),
    }
    found: Figures = {"people": people}
    with Day(people, steps_for(scenes, rates)) as day:
        for scene in scenes:
            began = time.perf_counter()
            found[scene] = parts[scene](day)
            say(f"{people} people, {scene}: {time.perf_counter() - began:.1f} s")
    return found


def join(day: Day) -> Figures:
    """The lobby fills at once, a round opens with a note each, and everybody comes in again in its middle."""
    day.get_ready()
    lobby, _ = doors.storm(day)
    day.settle()
    tables.stories(day)
    return {"lobby": lobby, "round": doors.storm_again(day)}
