"""Sends frames in turn to many sockets that another process reads; prints the CPU of one send in µs."""

from __future__ import annotations

import socket
import sys
import time

FRAME = b"x" * 300
BURSTS, PAUSE = 60, 0.05


def main(port: int, people: int) -> None:
    lines = [socket.create_connection(("127.0.0.1", port)) for _ in range(people)]
    for line in lines:
        line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    spent = 0.0
    for _ in range(BURSTS):
        began = time.process_time()
        for line in lines:
            line.send(FRAME)
        spent += time.process_time() - began
        time.sleep(PAUSE)
    print(f"{spent / BURSTS / people * 1e6:.3f} done", flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
