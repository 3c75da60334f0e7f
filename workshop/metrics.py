"""Figures about the running server, in a registry of their own. They hold counts and codes, never words.

Call these from the loop that serves, never from a thread outside it: their locks belong to the loop.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

REGISTRY = CollectorRegistry()
ProcessCollector(registry=REGISTRY)

SECONDS = (0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5)
LOOK_EVERY = 0.05

_commands = Counter(
    "workshop_commands", "Commands answered: ok, or the code of the refusal.", ["outcome"], registry=REGISTRY
)
_commit = Histogram(
    "workshop_commit_seconds",
    "How long one commit took, synced to disk.",
    buckets=SECONDS,
    registry=REGISTRY,
)
_entries = Histogram(
    "workshop_commit_entries",
    "How many ledger entries shared one commit.",
    buckets=(1, 2, 5, 10, 20, 50, 100, 200, 500),
    registry=REGISTRY,
)
_failed = Counter("workshop_commits_failed", "Commits the database did not take.", registry=REGISTRY)
_frames = Counter("workshop_frames", "Frames told, each to all who follow its stream.", registry=REGISTRY)
_sent = Counter("workshop_frames_sent", "Frames sent: one for each recipient.", registry=REGISTRY)
_dropped = Counter(
    "workshop_slow_clients_dropped", "Lines cut because they could not keep up.", registry=REGISTRY
)
_stall = Histogram(
    "workshop_loop_stall_seconds",
    "How much later than it should a task of the loop came to its turn.",
    buckets=SECONDS,
    registry=REGISTRY,
)
_replaced = Counter(
    "workshop_workers_replaced", "Workers that died and whose place was filled again.", registry=REGISTRY
)
_requests = Counter("workshop_http_requests", "HTTP requests answered.", ["status"], registry=REGISTRY)


def commanded(outcome: str) -> None:
    """One command was answered: ``ok``, or the code of its refusal."""
    _commands.labels(outcome).inc()


def committed(seconds: float, entries: int) -> None:
    """One commit with so many entries is on the disk."""
    _commit.observe(seconds)
    _entries.observe(entries)


def failed_to_commit() -> None:
    _failed.inc()


def framed(recipients: int) -> None:
    """One frame went to so many."""
    _frames.inc()
    _sent.inc(recipients)


def dropped_slow() -> None:
    _dropped.inc()


def replaced_a_worker() -> None:
    _replaced.inc()


def requested(status: int) -> None:
    _requests.labels(str(status)).inc()


def watch_the_loop(rest: Callable[[float], bool]) -> None:
    """Measure how late this task's turn comes; a task for the background."""
    before = time.perf_counter()
    while rest(LOOK_EVERY):
        _stall.observe(max(0.0, time.perf_counter() - before - LOOK_EVERY))
        before = time.perf_counter()


class _Looked(Collector):
    """What is not counted as it happens but looked up when somebody asks."""

    def __init__(self) -> None:
        self.lines: Callable[[], Mapping[str, int]] = dict
        self.jobs: Callable[[], Mapping[str, int]] = dict

    def collect(self) -> list[Metric]:
        lines = _family("workshop_connections", "Open lines, by transport.", "transport", self.lines())
        return [
            lines,
            _family("workshop_jobs", "Work beside the server, by its state.", "state", self.jobs()),
        ]


def _family(name: str, words: str, label: str, numbers: Mapping[str, int]) -> Metric:
    found = GaugeMetricFamily(name, words, labels=[label])
    for value, number in numbers.items():
        found.add_metric([value], number)
    return found


_looked = _Looked()
REGISTRY.register(_looked)
_looks = {
    name: Gauge(f"workshop_{name}", words, registry=REGISTRY)
    for name, words in (
        ("orders_waiting", "Orders handed in and not yet begun, over all desks."),
        ("slow_bytes_waiting", "Bytes that wait for clients which cannot take them yet."),
        ("halls", "Workshops held in memory."),
    )
}


def look_up(
    lines: Callable[[], Mapping[str, int]],
    jobs: Callable[[], Mapping[str, int]],
    **numbers: Callable[[], float],
) -> None:
    """Where to look when somebody asks. ``lines``: open lines by transport. ``jobs``: jobs by state.

    ``numbers``: gauges by name.
    """
    _looked.lines, _looked.jobs = lines, jobs
    for name, number in numbers.items():
        _looks[name].set_function(number)


def written() -> bytes:
    """Everything, as Prometheus reads it."""
    return generate_latest(REGISTRY)
