"""``python -m bench.themes``: how well themes are found, and what it costs.

Quality is measured on texts that people have sorted, in ``../shared/data/theme-dev.jsonl`` beside the project
(lines with set, text, theme). Where they are absent that part is passed over, and said to be."""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from random import Random

from workshop.sensemaking.files import Labelled, read_labelled
from workshop.sensemaking.measuring import MEASURES, NONE, mean, measured
from workshop.sensemaking.nearness import belonging
from workshop.sensemaking.suggest import NoteText, suggest
from workshop.sensemaking.vectors import Embedder, Vectors

LABELLED = Path(__file__).parents[2] / "shared/data/theme-dev.jsonl"
PARTS, PART_SEEDS = (1.0, 0.6, 0.35), 3
EXAMPLES, DRAWS = 3, 6
SIZES = (100, 500, 2_000, 10_000)
LEVEL = 3
# Notes for the costs are made of these: as long as notes are, and as many as are wanted.
WHO = ["we", "they", "people", "families", "managers", "children", "colleagues", "neighbours"]
DID = ["need", "want", "miss", "lack", "enjoy", "plan", "lose", "share"]
WHAT = [
    "time",
    "trust",
    "training",
    "rooms",
    "paperwork",
    "supervision",
    "transport",
    "laptops",
    "courage",
    "meetings",
    "rest",
    "pay",
]
WHERE = [
    "at work",
    "after school",
    "in winter",
    "on visits",
    "with other teams",
    "near the town",
    "for newcomers",
    "in court",
]

Sets = Mapping[str, Sequence[Labelled]]


def by_set(labelled: Sequence[Labelled]) -> Sets:
    sets: dict[str, list[Labelled]] = {}
    for one in labelled:
        sets.setdefault(one.set, []).append(one)
    return sets


def part(held: Sequence[Labelled], share: float, seed: int) -> list[Labelled]:
    return Random(seed).sample(list(held), round(share * len(held)))  # noqa: S311


def grouping(sets: Sets, vectors: Vectors | None) -> None:
    """Each set whole, and in random parts, where small numbers are harder."""
    for share in PARTS:
        found = {
            name: [
                measured(part(held, share, seed), vectors, LEVEL)
                for seed in range(1 if share == 1 else PART_SEEDS)
            ]
            for name, held in sets.items()
        }
        for reading in ("themed", "all", "shuffled"):
            by_name = {name: mean([one[reading] for one in runs]) for name, runs in found.items()}
            print(f"{share:4.0%} {reading:9}", _row("mean", mean(list(by_name.values()))))
            if share == 1 and reading == "themed":
                print("".join(f"     {_row(name, one)}\n" for name, one in by_name.items()), end="")


def _row(name: str, found: Mapping[str, float]) -> str:
    return f"{name:18}" + "".join(f"  {words} {found[one]:.3f}" for one, words in MEASURES.items())


def which_theme(sets: Sets, vectors: Vectors | None) -> None:
    """A theme's name and three of its notes: how often it comes first, or among three, for the others."""
    found = [[_right(held, vectors, seed) for seed in range(DRAWS)] for held in sets.values()]
    for name, draws in zip(sets, found, strict=True):
        print(f"     {name:18}  first {_mean(draws, 0):.3f}  within three {_mean(draws, 1):.3f}")
    every = [draw for draws in found for draw in draws]
    print(f"     {'mean':18}  first {_mean(every, 0):.3f}  within three {_mean(every, 1):.3f}")


def _mean(draws: Sequence[tuple[float, float]], place: int) -> float:
    return sum(draw[place] for draw in draws) / len(draws)


def _right(held: Sequence[Labelled], vectors: Vectors | None, seed: int) -> tuple[float, float]:
    chance = Random(seed)  # noqa: S311
    places: dict[str, list[int]] = {}
    for i, one in enumerate(held):
        places.setdefault(one.theme, []).append(i)
    themes = sorted(theme for theme, at in places.items() if theme != NONE and len(at) > EXAMPLES)
    shown = [chance.sample(places[theme], EXAMPLES) for theme in themes]
    shares = belonging([one.text for one in held], [said(theme) for theme in themes], shown, vectors)
    asked = [
        (i, k) for k, theme in enumerate(themes) for i in places[theme] if all(i not in one for one in shown)
    ]
    ranks = [sorted(range(len(themes)), key=lambda k: -shares[i, k]).index(true) for i, true in asked]
    return sum(rank == 0 for rank in ranks) / len(ranks), sum(rank < 3 for rank in ranks) / len(ranks)


def said(theme: str) -> str:
    """Names of intents are written with underscores."""
    return theme.replace("_", " ")


def made(count: int) -> list[str]:
    chance = Random(1)  # noqa: S311
    return [
        " ".join(
            f"{chance.choice(WHO)} {chance.choice(DID)} {chance.choice(WHAT)} {chance.choice(WHERE)}"
            for _ in "ab"
        )
        + f" {i}"
        for i in range(count)
    ]


def costs(count: int) -> None:
    """In a process of its own, so that its memory is its own."""
    texts = made(count)
    began, processor = time.perf_counter(), time.process_time()
    embedder = Embedder.load()
    loaded = time.perf_counter() - began
    began, processor = time.perf_counter(), time.process_time()
    vectors = embedder.vectors(texts)
    each = (time.perf_counter() - began) / count * 1_000, (time.process_time() - processor) / count * 1_000
    began, processor = time.perf_counter(), time.process_time()
    suggest([NoteText(str(i), text) for i, text in enumerate(texts)], [], vectors=vectors)
    took = time.perf_counter() - began, time.process_time() - processor
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_024
    print(
        f"{count:>6} notes  model loaded in {loaded:.2f} s  a note embedded in {each[0]:.1f} ms "
        f"({each[1]:.1f} of the processor)  suggested in {took[0]:.2f} s ({took[1]:.2f})  {peak:.0f} MB"
    )


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.themes", description=__doc__)
    parser.add_argument("--costs", type=int, metavar="NOTES", help="only the costs, with so many notes")
    parser.add_argument("--labelled", type=Path, default=LABELLED, help="texts that people have sorted")
    given = parser.parse_args()
    if given.costs:
        costs(given.costs)
        return 0
    if given.labelled.exists():
        quality(by_set(read_labelled(given.labelled)))
    else:
        print(f"Quality is not measured: {given.labelled.name} is not here.")
    for size in SIZES:
        subprocess.run([sys.executable, "-m", "bench.themes", "--costs", str(size)], check=True)  # noqa: S603
    return 0


def quality(sets: Sets) -> None:
    texts = {word for held in sets.values() for one in held for word in (one.text, said(one.theme))}
    for vectors in (Embedder.load().vectors(sorted(texts)), None):
        print(f"\nMethod: {'words' if vectors is None else 'model'}. Groups:")
        grouping(sets, vectors)
        print("Which theme, by its name and three notes:")
        which_theme(sets, vectors)


if __name__ == "__main__":
    sys.exit(main())
