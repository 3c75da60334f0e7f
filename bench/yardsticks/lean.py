"""The leanest server that speaks the café's wire: one ``epoll`` loop, nothing checked, nothing kept."""

from __future__ import annotations

import json
import select
import socket
from collections import defaultdict

from bench.wire import END_OF_HEAD, Frames, plain
from bench.yardsticks.frames import TABLE_SIZE, event, packet, stream_of, welcome

UPGRADED = b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n" + plain(
    b'0{"sid":"x"}'
)


class Lean:
    """Everybody in order of arrival: four to a table."""

    def __init__(self, listener: socket.socket) -> None:
        self.listener = listener
        self.epoll = select.epoll()
        self.epoll.register(listener.fileno(), select.EPOLLIN)
        self.lines: dict[int, tuple[socket.socket, Frames, int]] = {}
        self.rooms: defaultdict[str, list[socket.socket]] = defaultdict(list)
        self.n = 0

    def serve(self) -> None:
        while True:
            for fd, _ in self.epoll.poll():
                if fd == self.listener.fileno():
                    self.accept()
                else:
                    self.read(fd)

    def accept(self) -> None:
        line, _ = self.listener.accept()
        line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.lines[line.fileno()] = (line, Frames(), len(self.lines) // TABLE_SIZE + 1)
        self.epoll.register(line.fileno(), select.EPOLLIN)

    def read(self, fd: int) -> None:
        line, frames, table = self.lines[fd]
        data = line.recv(65_536)
        if not data:
            self.epoll.unregister(fd)
        elif data.startswith(b"GET "):
            assert data.endswith(END_OF_HEAD)
            line.send(UPGRADED)
        else:
            for _, message in frames.take(data):
                self.take(line, table, message)

    def take(self, line: socket.socket, table: int, message: bytes) -> None:
        if message.startswith(b"40"):
            self.rooms["hall"].append(line)
            self.rooms[f"table/{table}"].append(line)
            line.send(plain(packet("welcome", welcome(table))))
            return
        ack, _, rest = message[2:].partition(b"[")
        content = json.loads(json.loads(b"[" + rest)[1])
        stream = stream_of(table, content)
        frame = plain(packet("events", event(stream, self.n, content)))
        self.n += 1
        for other in self.rooms[stream]:
            other.send(frame)
        line.send(plain(b'43%s[{"ok":true,"n":1}]' % ack))


def main() -> None:
    with socket.create_server(("127.0.0.1", 0), backlog=2_048) as listener:
        print(f"port {listener.getsockname()[1]}", flush=True)
        Lean(listener).serve()


if __name__ == "__main__":
    main()
