"""What a rehearsal shows: was everything said kept, did people meet anew, how fast was it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import combinations
from typing import Any

from workshop.rehearsal.player import Player


def percentiles(times: list[float]) -> dict[str, float]:
    """p50, p95 and p99 in milliseconds, to a tenth; nearest rank."""
    ordered = sorted(times)
    if not ordered:
        return {"p50": 0.0, "p95": 0.0, "p99": 0.0}
    return {f"p{p}": round(ordered[min(len(ordered) - 1, len(ordered) * p // 100)], 1) for p in (50, 95, 99)}


def repeat_meetings(players: Iterable[Player]) -> int:
    """Pairs who shared a table in more than one round, counted from where each person says they sat."""
    tables: dict[tuple[str, int], set[str]] = {}
    for player in players:
        for step, table in player.guest.me["sat_at"] if player.guest.me else ():
            tables.setdefault((step, table), set()).add(player.guest.id)
    met = Counter(pair for people in tables.values() for pair in combinations(sorted(people), 2))
    return sum(times - 1 for times in met.values())


def compared(written: dict[str, str], kept: list[tuple[str, str]]) -> tuple[int, int]:
    """How many acked notes are missing or altered in the harvest, and how many are there more than once."""
    counted = Counter(note for note, _ in kept)
    texts = dict(kept)
    lost = sum(texts.get(note) != text for note, text in written.items())
    return lost, sum(times - 1 for times in counted.values())


def dots_cast(players: Iterable[Player]) -> int:
    return sum(sum(dots.values()) for player in players for dots in player.paper.values())


def deeds(players: Iterable[Player]) -> dict[str, int]:
    """What was done on boards and after votes, by what it was."""
    return dict(sorted(sum((player.deeds for player in players), start=Counter[str]()).items()))


def themes_altered(seen: dict[str, dict[str, Any]], harvest: dict[str, Any]) -> int:
    """How many themes and sub-headings stand otherwise in the harvest than everybody saw them last."""
    told = {each["id"]: (each["name"], set(each["notes"])) for each in harvest["themes"]}
    for question in harvest["questions"]:
        told |= {each["id"]: (each["name"], set(each["answers"])) for each in question["topics"]}
    shown = {theme["id"]: (theme["name"], set(theme["notes"])) for theme in seen.values()}
    return sum(told.get(theme) != shown.get(theme) for theme in told.keys() | shown.keys())


def dots_counted(harvest: dict[str, Any]) -> int:
    return sum(option["dots"] for vote in harvest["votes"] for option in vote["options"])
