"""Fills a practice workshop with simulated people, who join through the front door like anybody else."""

from __future__ import annotations

import os
import subprocess
import sys
import threading

from workshop.ledger.records import Listing

# Children that are still playing; kept so that none is left a zombie.
_running: list[subprocess.Popen[bytes]] = []
_lock = threading.Lock()


def start_practice(server: str, facilitator_link: str, listing: Listing, people: int) -> None:
    """Start the simulated people in a process of their own. ``server``: where they find this one."""
    command = [sys.executable, "-m", "workshop", "rehearse", "--url", server]
    command += ["--join", listing.code, "--people", str(people), "--pace", "brisk"]
    with _lock:
        _running[:] = [child for child in _running if child.poll() is None]
        _running.append(
            subprocess.Popen(  # noqa: S603
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                # A link is a right: the environment is not shown to others on the machine, arguments are.
                env={**os.environ, "WORKSHOP_FACILITATOR_LINK": facilitator_link},
                start_new_session=True,
            )
        )


def stop_practice() -> None:
    """Let them all go home."""
    with _lock:
        for child in _running:
            child.terminate()
        _running.clear()
