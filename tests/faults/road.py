"""A bad road between a client and the server: real packets that are late, lost, or swallowed altogether.

A TUN device leads to this program, which turns round what comes out of it, so that whoever connects to FAR
reaches a server on NEAR and everything between them passes here. It needs root and /dev/net/tun, and nothing
else: no module of the kernel, no other network namespace.
"""

from __future__ import annotations

import fcntl
import heapq
import os
import select
import socket
import struct
import threading
import time
from pathlib import Path
from random import Random

TUN = Path("/dev/net/tun")
# Numbers of the kernel's interface: linux/if_tun.h, linux/sockios.h, linux/if.h.
_TUNSETIFF, _TUN_NO_INFO = 0x400454CA, 0x1001
_SET_ADDRESS, _SET_MASK, _SET_FLAGS, _UP_AND_RUNNING = 0x8916, 0x891C, 0x8914, 0x41
_LONGEST = 65_536


def why_not() -> str:
    """Why there can be no road here; empty where there can."""
    if os.geteuid() != 0:
        return "a road of one's own needs root"
    return "" if TUN.exists() else f"a road of one's own needs {TUN}"


class Road:
    """``lost``: the share of packets that never arrive, each way. ``late``: seconds that each takes."""

    def __init__(self, lost: float = 0.0, late: float = 0.0, seed: int = 0) -> None:
        self.lost, self.late = lost, late
        self.swallows = False
        self.carried = self.dropped = 0
        self._chance = Random(seed)  # noqa: S311
        self._tun = os.open(TUN, os.O_RDWR | os.O_NONBLOCK)
        made = fcntl.ioctl(self._tun, _TUNSETIFF, struct.pack("16sH22x", b"road%d", _TUN_NO_INFO))
        name = made[:16].rstrip(b"\0")
        # 198.18.0.0/15 is set aside for trying out networks.
        net = int(name.removeprefix(b"road")) % 250
        self.near, self.far = f"198.18.{net}.1", f"198.18.{net}.2"
        _set_up(name, self.near)
        self._ended, self._end = os.pipe()
        self._on_the_way: list[tuple[float, int, bytes]] = []
        self._carrier = threading.Thread(target=self._carry, daemon=True)
        self._carrier.start()

    def close(self) -> None:
        os.write(self._end, b".")
        self._carrier.join()
        for open_file in (self._tun, self._ended, self._end):
            os.close(open_file)

    def _carry(self) -> None:
        while True:
            due = self._on_the_way[0][0] - time.monotonic() if self._on_the_way else None
            ready, _, _ = select.select([self._tun, self._ended], [], [], due and max(0, due))
            if self._ended in ready:
                return
            if ready:
                self._sets_out(os.read(self._tun, _LONGEST))
            while self._on_the_way and self._on_the_way[0][0] <= time.monotonic():
                self._arrives(heapq.heappop(self._on_the_way)[2])

    def _sets_out(self, packet: bytes) -> None:
        if packet[0] >> 4 != 4 or self.swallows or self._chance.random() < self.lost:
            self.dropped += 1
            return
        self.carried += 1
        heapq.heappush(self._on_the_way, (time.monotonic() + self.late, self.carried, packet))

    def _arrives(self, packet: bytes) -> None:
        """Turned round: from NEAR to FAR becomes from FAR to NEAR. No checksum minds that order."""
        os.write(self._tun, packet[:12] + packet[16:20] + packet[12:16] + packet[20:])


def _set_up(name: bytes, address: str) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as handle:
        for what, value in ((_SET_ADDRESS, address), (_SET_MASK, "255.255.255.252")):
            number = struct.pack("16sH2x4s8x", name, socket.AF_INET, socket.inet_aton(value))
            fcntl.ioctl(handle, what, number)
        fcntl.ioctl(handle, _SET_FLAGS, struct.pack("16sH14x", name, _UP_AND_RUNNING))
